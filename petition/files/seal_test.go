package files

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"filippo.io/age"
	"filippo.io/age/armor"
)

const secret = "petitioner: {ssn: 900-12-3456}"

func newKey(t *testing.T) (public, private string) {
	t.Helper()
	id, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	return id.Recipient().String(), id.String()
}

func keysOf(t *testing.T, private string) *Keys {
	t.Helper()
	k := &Keys{}
	if err := k.Add([]byte("# a comment\n" + private + "\n")); err != nil {
		t.Fatal(err)
	}
	return k
}

func TestWhatIsSealedOpensWithItsKeysAlone(t *testing.T) {
	one, oneKey := newKey(t)
	two, twoKey := newKey(t)
	_, other := newKey(t)
	l, err := NewLock([]string{two, " " + one, "", "# office", one})
	if err != nil {
		t.Fatal(err)
	}
	if got := l.Recipients(); len(got) != 2 || got[0] > got[1] {
		t.Errorf("recipients %v", got)
	}
	sealed, err := l.Seal([]byte(secret))
	if err != nil {
		t.Fatal(err)
	}
	if !Sealed(sealed) || Sealed([]byte(secret)) || bytes.Contains(sealed, []byte("900-12")) {
		t.Error("not sealed")
	}
	again, _ := l.Seal([]byte(secret))
	if bytes.Equal(sealed, again) {
		t.Error("the same bytes twice: the digest of one would tell of the other")
	}
	for _, private := range []string{oneKey, twoKey} {
		if plain, err := keysOf(t, private).Open(sealed); err != nil || string(plain) != secret {
			t.Errorf("%q %v", plain, err)
		}
	}
	if _, err := keysOf(t, other).Open(sealed); !errors.Is(err, ErrLocked) {
		t.Errorf("another key: %v", err)
	}
	if _, err := (&Keys{}).Open(sealed); !errors.Is(err, ErrLocked) {
		t.Errorf("no key: %v", err)
	}
	for name, b := range map[string][]byte{"cut": sealed[:len(sealed)-1], "changed": append(bytes.Clone(sealed[:len(sealed)-1]), sealed[len(sealed)-1]^1), "none": []byte(secret)} {
		if plain, err := keysOf(t, oneKey).Open(b); !errors.Is(err, ErrBroken) || plain != nil {
			t.Errorf("%s: %q %v", name, plain, err)
		}
	}
	var text bytes.Buffer
	w := armor.NewWriter(&text)
	_, _ = w.Write(sealed)
	_ = w.Close()
	if plain, err := keysOf(t, oneKey).Open(text.Bytes()); err != nil || string(plain) != secret {
		t.Errorf("as text: %q %v", plain, err)
	}
}

func TestAPassphraseIsAskedForOnceAndOnlyWhereItIsNeeded(t *testing.T) {
	l, err := PassphraseLock("four invented plain words")
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := l.Seal([]byte(secret))
	if err != nil {
		t.Fatal(err)
	}
	if l.Recipients() != nil {
		t.Error("a passphrase has recipients")
	}
	asked := 0
	answer := func(text string, err error) *Keys {
		k := &Keys{}
		k.Ask(func() (string, error) { asked++; return text, err })
		return k
	}
	right := answer("four invented plain words", nil)
	for range 2 {
		if plain, err := right.Open(sealed); err != nil || string(plain) != secret {
			t.Errorf("%q %v", plain, err)
		}
	}
	if asked != 1 {
		t.Errorf("asked %d times", asked)
	}
	if renewed, err := right.Lock().Seal([]byte("more")); err != nil || !Sealed(renewed) {
		t.Error(err)
	} else if plain, err := right.Open(renewed); err != nil || string(plain) != "more" {
		t.Errorf("sealed again: %q %v", plain, err)
	}
	wrong := answer("another", nil)
	if _, err := wrong.Open(sealed); !errors.Is(err, ErrLocked) || wrong.Lock() != nil {
		t.Errorf("a wrong one: %v", err)
	}
	mute := errors.New("nobody is there")
	if _, err := answer("", mute).Open(sealed); !errors.Is(err, mute) {
		t.Errorf("nobody answers: %v", err)
	}
	public, private := newKey(t)
	other, _ := NewLock([]string{public})
	forKey, _ := other.Seal([]byte(secret))
	asked = 0
	both := answer("x", nil)
	if err := both.Add([]byte(private)); err != nil {
		t.Fatal(err)
	}
	if plain, err := both.Open(forKey); err != nil || string(plain) != secret || asked != 0 {
		t.Errorf("%q %v, asked %d times", plain, err, asked)
	}
	if err := right.Add(mustSeal(t, l, private)); err != nil {
		t.Error("a key file under a passphrase:", err)
	} else if plain, err := right.Open(forKey); err != nil || string(plain) != secret {
		t.Errorf("%q %v", plain, err)
	}
}

func mustSeal(t *testing.T, l *Lock, text string) []byte {
	t.Helper()
	b, err := l.Seal([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestRecipientsThatCannotBeAreRefusedWithoutBeingRepeated(t *testing.T) {
	public, private := newKey(t)
	mistyped := public[:len(public)-1] + "x"
	if mistyped == public {
		mistyped = public[:len(public)-1] + "q"
	}
	pq, err := age.GenerateHybridIdentity()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		keys []string
		want string
	}{
		{[]string{public, private}, "recipient 2 is a secret key"},
		{[]string{"ssh-ed25519 AAAA"}, "recipient 1 is not a public key of age"},
		{[]string{mistyped}, "recipient 1 is not"},
		{[]string{"", "# nobody"}, "there is no recipient"},
		{nil, "there is no recipient"},
		{[]string{public, pq.Recipient().String()}, "cannot share a file"},
	} {
		if l, err := NewLock(c.keys); l != nil || err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), private[:20]) {
			t.Errorf("%v, want %q", err, c.want)
		}
	}
	if _, err := NewLock([]string{pq.Recipient().String()}); err != nil {
		t.Error("a key against quantum computers:", err)
	}
	if _, err := PassphraseLock(""); err == nil {
		t.Error("an empty passphrase")
	}
	if err := (&Keys{}).Add([]byte("ssh-rsa AAAA")); err == nil || strings.Contains(err.Error(), "AAAA") {
		t.Error(err)
	}
}

// The head of a file says how hard a guess of its passphrase is: one that asks for more
// work than anybody waits for is not opened, and at once.
func TestAFileThatAsksForTooMuchWorkIsNotOpened(t *testing.T) {
	const words = "four invented plain words"
	for factor, opens := range map[string]bool{"10": true, "21": false, "62": false, "99999999999999999999": false} {
		r, err := age.NewScryptRecipient(words)
		if err != nil {
			t.Fatal(err)
		}
		r.SetWorkFactor(10)
		stanzas, err := r.Wrap([]byte("0123456789abcdef"))
		if err != nil {
			t.Fatal(err)
		}
		stanzas[0].Args[1] = factor
		k := &Keys{}
		k.Ask(func() (string, error) { return words, nil })
		key, err := k.spoken.Unwrap(stanzas)
		if !opens && errors.Is(err, age.ErrIncorrectIdentity) {
			t.Errorf("2^%s rounds were done", factor)
		}
		if opens != (err == nil) || opens != (string(key) == "0123456789abcdef") || k.spoken.right != opens {
			t.Errorf("2^%s rounds: %q %v", factor, key, err)
		}
	}
}
