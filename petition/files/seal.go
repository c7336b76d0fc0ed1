package files

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"filippo.io/age"
	"filippo.io/age/armor"
)

// SealedEnding is how the name of an encrypted file ends.
const SealedEnding = ".age"

// Lock says to whom files are encrypted, in the format of age: to the holders of keys, or
// by one passphrase. A nil Lock encrypts nothing.
type Lock struct {
	to    []age.Recipient
	names []string // the public keys, sorted; none with a passphrase
}

// RecipientError reports that a recipient, counted from 1, cannot be one. Its text does not
// repeat what was given: it may be a secret key, given by mistake.
type RecipientError struct {
	Number int
	Secret bool // it is the key that opens, not the one that closes
}

func (e *RecipientError) Error() string {
	if e.Secret {
		return fmt.Sprintf("recipient %d is a secret key", e.Number)
	}
	return fmt.Sprintf("recipient %d is not a public key of age", e.Number)
}

// ErrMixed is returned by [NewLock] for keys that cannot open one file together: those
// made against quantum computers, and others.
var ErrMixed = errors.New("recipients of both kinds, age1pq1 and age1, cannot share a file")

// NewLock encrypts to public keys, "age1...". Empty lines and those that begin with # are
// passed over, and a key that comes twice counts once.
func NewLock(keys []string) (*Lock, error) {
	l := &Lock{}
	for i, key := range keys {
		key = strings.TrimSpace(key)
		if key == "" || strings.HasPrefix(key, "#") || slices.Contains(l.names, key) {
			continue
		}
		parsed, err := age.ParseRecipients(strings.NewReader(key))
		if err != nil {
			return nil, &RecipientError{i + 1, strings.HasPrefix(strings.ToUpper(key), "AGE-SECRET-KEY-")}
		}
		l.to, l.names = append(l.to, parsed...), append(l.names, key)
	}
	if len(l.to) == 0 {
		return nil, errors.New("there is no recipient")
	}
	if _, err := l.Seal(nil); err != nil {
		return nil, ErrMixed
	}
	slices.Sort(l.names)
	return l, nil
}

// workFactor makes one guess of a passphrase cost 2^17 rounds of scrypt, what OWASP asks
// for at least: an interview saves after every answer, so that twice as much would be felt.
const workFactor = 17

// PassphraseLock encrypts by a passphrase.
func PassphraseLock(passphrase string) (*Lock, error) {
	r, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, errors.New("the passphrase is empty")
	}
	r.SetWorkFactor(workFactor)
	return &Lock{to: []age.Recipient{r}}, nil
}

// Recipients are the public keys, sorted; none with a passphrase.
func (l *Lock) Recipients() []string {
	if l == nil {
		return nil
	}
	return slices.Clone(l.names)
}

// Seal encrypts bytes. It gives other bytes each time.
func (l *Lock) Seal(b []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := age.Encrypt(&out, l.to...)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// Sealed reports whether bytes begin as an encrypted file does.
func Sealed(b []byte) bool {
	return bytes.HasPrefix(b, []byte("age-encryption.org/")) || bytes.HasPrefix(b, []byte(armor.Header))
}

// Keys open encrypted files. The zero value opens none.
type Keys struct {
	identities []age.Identity
	spoken     *spoken
}

// ErrLocked is returned by [Keys.Open] when none of the keys opens the file.
var ErrLocked = errors.New("none of the keys opens the file")

// ErrBroken is returned by [Keys.Open] for a file that was cut short or changed, and for
// what is no encrypted file at all.
var ErrBroken = errors.New("the encrypted file is damaged")

// Ask gives the keys a passphrase, asked for when a file needs one, and once at most.
func (k *Keys) Ask(ask func() (string, error)) {
	k.spoken = &spoken{ask: ask}
	k.identities = append(k.identities, k.spoken)
}

// Add reads a file of secret keys. One that is itself encrypted by a passphrase is opened.
func (k *Keys) Add(file []byte) error {
	if Sealed(file) {
		plain, err := k.Open(file)
		if err != nil {
			return err
		}
		file = plain
	}
	found, err := age.ParseIdentities(bytes.NewReader(file))
	if err != nil {
		return errors.New("it holds no secret key of age")
	}
	k.identities = append(k.identities, found...)
	return nil
}

// Open decrypts a file. The error is [ErrLocked], [ErrBroken], or that of asking.
func (k *Keys) Open(file []byte) ([]byte, error) {
	var in io.Reader = bytes.NewReader(file)
	if bytes.HasPrefix(file, []byte(armor.Header)) {
		in = armor.NewReader(in)
	}
	if len(k.identities) == 0 {
		return nil, ErrLocked
	}
	var none *age.NoIdentityMatchError
	r, err := age.Decrypt(in, k.identities...)
	switch {
	case err == nil:
	case k.spoken != nil && k.spoken.failed != nil:
		return nil, k.spoken.failed
	case errors.As(err, &none):
		return nil, ErrLocked
	default:
		return nil, ErrBroken
	}
	plain, err := io.ReadAll(r)
	if err != nil {
		return nil, ErrBroken
	}
	return plain, nil
}

// Lock encrypts again by the passphrase that opened a file; nil when none did.
func (k *Keys) Lock() *Lock {
	if k.spoken == nil || !k.spoken.right {
		return nil
	}
	l, err := PassphraseLock(k.spoken.text)
	if err != nil {
		return nil
	}
	return l
}

// spoken is a passphrase as a key of age.
type spoken struct {
	ask    func() (string, error)
	asked  bool
	text   string
	right  bool  // it has opened a file
	failed error // of asking
}

// hardest is the most work a file may ask for before a guess: some four seconds.
const hardest = 20

// Unwrap is called by age with what stands at the head of a file.
func (s *spoken) Unwrap(stanzas []*age.Stanza) ([]byte, error) {
	if len(stanzas) != 1 || stanzas[0].Type != "scrypt" {
		return nil, age.ErrIncorrectIdentity
	}
	if !s.asked {
		s.asked = true
		s.text, s.failed = s.ask()
	}
	if s.failed != nil {
		return nil, s.failed
	}
	id, err := age.NewScryptIdentity(s.text)
	if err != nil {
		return nil, age.ErrIncorrectIdentity
	}
	id.SetMaxWorkFactor(hardest)
	key, err := id.Unwrap(stanzas)
	s.right = s.right || err == nil
	return key, err
}
