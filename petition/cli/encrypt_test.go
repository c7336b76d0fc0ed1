package cli

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"

	"expunge/petition/files"
)

// locked is a folder with the case of two charges, a key pair and another.
type locked struct {
	dir    string
	public string
	keys   *files.Keys
}

func lockedFolder(t *testing.T) locked {
	t.Helper()
	l := locked{dir: t.TempDir(), keys: &files.Keys{}}
	two, err := os.ReadFile("testdata/cases/two.yaml")
	if err != nil {
		t.Fatal(err)
	}
	place(t, l.dir, "two.yaml", string(two))
	for _, name := range []string{"key.txt", "other.txt"} {
		id, err := age.GenerateX25519Identity()
		if err != nil {
			t.Fatal(err)
		}
		place(t, l.dir, name, "# a key\n"+id.String()+"\n")
		if name == "key.txt" {
			l.public = id.Recipient().String()
			if err := l.keys.Add([]byte(id.String())); err != nil {
				t.Fatal(err)
			}
		}
	}
	return l
}

func place(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// run runs the program without a terminal.
func (l locked) run(t *testing.T, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = Main(t.Context(), args, Streams{Out: &o, Err: &e, Dir: l.dir}, clock)
	return code, o.String(), e.String()
}

// must fails the test when the run does not end with the code.
func (l locked) must(t *testing.T, want int, args ...string) (out, errs string) {
	t.Helper()
	code, out, errs := l.run(t, args...)
	if code != want {
		t.Fatalf("%v: exit code %d, want %d\n%s%s", args, code, want, out, errs)
	}
	return out, errs
}

func (l locked) exists(name string) bool {
	_, err := os.Lstat(filepath.Join(l.dir, name))
	return err == nil
}

// seal encrypts a file of the folder beside it.
func (l locked) seal(t *testing.T, name string) string {
	t.Helper()
	lock, err := files.NewLock([]string{l.public})
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(l.dir, name))
	if err != nil {
		t.Fatal(err)
	}
	if b, err = lock.Seal(b); err != nil {
		t.Fatal(err)
	}
	place(t, l.dir, name+".age", string(b))
	return name + ".age"
}

func TestAPacketWithAnEncryptedSheet(t *testing.T) {
	l := lockedFolder(t)
	out, _ := l.must(t, exitDone, "packet", "two.yaml", "--encrypt-to", l.public)
	if !strings.Contains(out, "confidential.pdf.age is encrypted") || strings.Contains(out, "Keep confidential.pdf apart") {
		t.Errorf("told:\n%s", out)
	}
	const folder = "packets/EXAMPLE-TWO"
	if l.exists(folder+"/confidential.pdf") || !l.exists(folder+"/packet.pdf") {
		t.Error("the plain sheet is there, or the packet is not")
	}
	sealed, err := os.ReadFile(filepath.Join(l.dir, folder, "confidential.pdf.age"))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := l.keys.Open(sealed)
	if err != nil || !bytes.HasPrefix(plain, []byte("%PDF-")) {
		t.Fatalf("%v", err)
	}
	before := contents(t, filepath.Join(l.dir, folder))
	if out, _ = l.must(t, exitDone, "packet", "two.yaml", "--encrypt-to", l.public); !strings.Contains(out, "(unchanged)") {
		t.Errorf("the same again:\n%s", out)
	}
	for name, b := range contents(t, filepath.Join(l.dir, folder)) {
		if !bytes.Equal(b, before[name]) {
			t.Errorf("%s was written again", name)
		}
	}
	if out, _ = l.must(t, exitDone, "verify", folder, "two.yaml"); !strings.Contains(out, ": ok") {
		t.Errorf("verify:\n%s", out)
	}
	l.must(t, exitUsage, "packet", "two.yaml") // the plain sheet would take its place
	if l.exists(folder + "/confidential.pdf") {
		t.Error("an encrypted packet got a plain sheet without --force")
	}
	place(t, filepath.Join(l.dir, folder), "confidential.pdf.age", "cut")
	l.must(t, exitUsage, "packet", "two.yaml", "--encrypt-to", l.public)
	l.must(t, exitDone, "packet", "two.yaml", "--encrypt-to", l.public, "--force")
}

func TestEncryptionTakesAwayThePlainSheetOfAnEarlierRun(t *testing.T) {
	l := lockedFolder(t)
	l.must(t, exitDone, "packet", "two.yaml")
	if !l.exists("packets/EXAMPLE-TWO/confidential.pdf") {
		t.Fatal("the packet has no plain sheet to begin with")
	}
	l.must(t, exitUsage, "packet", "two.yaml", "--encrypt-to", l.public)
	l.must(t, exitDone, "packet", "two.yaml", "--encrypt-to", l.public, "--force")
	if l.exists("packets/EXAMPLE-TWO/confidential.pdf") {
		t.Error("the plain sheet is still there")
	}
	l.must(t, exitDone, "packet", "two.yaml", "--force")
	place(t, filepath.Join(l.dir, "packets/EXAMPLE-TWO"), "confidential.pdf", "written on")
	if _, errs := l.must(t, exitDone, "packet", "two.yaml", "--encrypt-to", l.public, "--force"); !strings.Contains(errs, "confidential.pdf is not encrypted and was kept") {
		t.Errorf("told:\n%s", errs)
	}
}

func TestEncryptedCaseFilesAreReadWithTheirKey(t *testing.T) {
	l := lockedFolder(t)
	plain, _ := l.must(t, exitDone, "check", "two.yaml")
	sealed := l.seal(t, "two.yaml")
	if out, _ := l.must(t, exitDone, "check", sealed, "--identity", "key.txt"); out != strings.ReplaceAll(plain, "two.yaml", "two.yaml.age") {
		t.Errorf("checked otherwise:\n%s", out)
	}
	for _, args := range [][]string{{"check", sealed}, {"check", sealed, "--identity", "other.txt"}, {"packet", sealed}, {"checklist", sealed}, {"law", "--changes", sealed}, {"check", sealed, "--no-input"}} {
		if _, errs := l.must(t, exitUsage, args...); !strings.Contains(errs, "--identity FILE") && !strings.Contains(errs, "--passphrase-file FILE") {
			t.Errorf("%v: %s", args, errs)
		}
	}
	l.must(t, exitDone, "packet", sealed, "--identity", "key.txt", "--encrypt-to", l.public)
	if out, _ := l.must(t, exitDone, "verify", "packets/EXAMPLE-TWO", sealed, "--identity", "key.txt"); !strings.Contains(out, ": ok") {
		t.Errorf("verify:\n%s", out)
	}
	l.seal(t, "two.yaml") // the same facts in other bytes
	if out, _ := l.must(t, exitDone, "packet", sealed, "--identity", "key.txt", "--encrypt-to", l.public); !strings.Contains(out, "(unchanged)") {
		t.Errorf("the same facts, sealed again:\n%s", out)
	}
	l.must(t, exitDone, "checklist", sealed, "--identity", "key.txt")
	b, _ := os.ReadFile(filepath.Join(l.dir, sealed))
	place(t, l.dir, "cut.yaml.age", string(b[:len(b)-9]))
	if _, errs := l.must(t, exitProblems, "check", "cut.yaml.age", "--identity", "key.txt"); !strings.Contains(errs, "damaged or cut short") {
		t.Error(errs)
	}
}

func TestTheFolderOfAnEncryptedCaseHasTheNameOfThePlainOne(t *testing.T) {
	l := lockedFolder(t)
	two, _ := os.ReadFile("testdata/cases/two.yaml")
	place(t, l.dir, "anna.yaml", strings.Replace(string(two), "case: EXAMPLE-TWO", "case:", 1))
	l.must(t, exitDone, "packet", l.seal(t, "anna.yaml"), "--identity", "key.txt")
	if !l.exists("packets/anna/packet.pdf") {
		t.Error("the folder is not called anna")
	}
}

func TestTheSettingsEncryptAsTheFlagDoes(t *testing.T) {
	for name, text := range map[string]string{
		"a list": "encrypt: {recipients: [%s]}\n",
		"a file": "encrypt: {recipients_file: clinic.keys}\n",
	} {
		l := lockedFolder(t)
		place(t, l.dir, "clinic.keys", "# the office\n"+l.public+"\n")
		place(t, l.dir, settingsFile, strings.ReplaceAll(text, "%s", l.public))
		l.must(t, exitDone, "packet", "two.yaml")
		if l.exists("packets/EXAMPLE-TWO/confidential.pdf") || !l.exists("packets/EXAMPLE-TWO/confidential.pdf.age") {
			t.Errorf("%s: not encrypted", name)
		}
		l.must(t, exitDone, "check", "two.yaml")
		l.must(t, exitDone, "version")
	}
}

func TestWrongKeysAreWrongUsage(t *testing.T) {
	l := lockedFolder(t)
	secretKey, _ := os.ReadFile(filepath.Join(l.dir, "key.txt"))
	private := strings.Fields(string(secretKey))[3]
	place(t, l.dir, "empty.txt", "\n")
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"packet", "two.yaml", "--encrypt-to", private}, "recipient 1 is a secret key"},
		{[]string{"packet", "two.yaml", "--encrypt-to", "nobody"}, "recipient 1 is not a public key of age"},
		{[]string{"packet", "two.yaml", "--encrypt-to", ""}, "there is no recipient"},
		{[]string{"packet", "two.yaml", "--encrypt-to", l.public, "--passphrase", "--passphrase-file", "key.txt"}, "not both"},
		{[]string{"packet", "two.yaml", "--passphrase"}, "--passphrase-file FILE"},
		{[]string{"packet", "two.yaml", "--passphrase", "--passphrase-file", "empty.txt"}, "empty line"},
		{[]string{"packet", "two.yaml", "--passphrase", "--passphrase-file", "absent"}, "there is no file absent"},
		{[]string{"check", "two.yaml", "--identity", "absent"}, "there is no file absent"},
		{[]string{"check", "two.yaml", "--identity", "two.yaml"}, "holds no secret key of age"},
		{[]string{"batch", "two.yaml", "--encrypt-to", "nobody"}, "recipient 1 is not a public key of age"},
		{[]string{"batch", "two.yaml", "--passphrase"}, "unknown flag"},
	} {
		if _, errs := l.must(t, exitUsage, c.args...); !strings.Contains(errs, c.want) || strings.Contains(errs, private[:24]) {
			t.Errorf("%v: %s", c.args, errs)
		}
	}
	place(t, l.dir, settingsFile, "encrypt: {recipients_file: absent.keys}\n")
	if _, errs := l.must(t, exitUsage, "packet", "two.yaml"); !strings.Contains(errs, "encrypt.recipients_file: there is no file") {
		t.Error(errs)
	}
	if l.exists("packets") {
		t.Error("something was written")
	}
}

func TestAPassphraseFromAFile(t *testing.T) {
	l := lockedFolder(t)
	place(t, l.dir, "words.txt", "four invented plain words\r\nnot this\n")
	place(t, l.dir, "wrong.txt", "another\n")
	with := []string{"packet", "two.yaml", "--passphrase", "--passphrase-file", "words.txt"}
	l.must(t, exitDone, with...)
	if out, _ := l.must(t, exitDone, with...); !strings.Contains(out, "(unchanged)") {
		t.Errorf("the same again:\n%s", out)
	}
	lock, err := files.PassphraseLock("four invented plain words")
	if err != nil {
		t.Fatal(err)
	}
	two, _ := os.ReadFile("testdata/cases/two.yaml")
	sealed, err := lock.Seal(two)
	if err != nil {
		t.Fatal(err)
	}
	place(t, l.dir, "two.yaml.age", string(sealed))
	l.must(t, exitDone, "check", "two.yaml.age", "--passphrase-file", "words.txt")
	l.must(t, exitUsage, "check", "two.yaml.age", "--passphrase-file", "wrong.txt")
}

// A file of a passphrase alone once opened a case and left its sheet in the clear.
func TestAPassphraseFileAloneEncryptsWhatIsWritten(t *testing.T) {
	l := lockedFolder(t)
	place(t, l.dir, "words.txt", "four invented plain words\n")
	by := func(t *testing.T, open func(*files.Keys)) {
		t.Helper()
		keys := &files.Keys{}
		open(keys)
		b, err := os.ReadFile(filepath.Join(l.dir, "packets/EXAMPLE-TWO/confidential.pdf.age"))
		if err != nil {
			t.Fatal(err)
		}
		if plain, err := keys.Open(b); err != nil || !bytes.HasPrefix(plain, []byte("%PDF-")) {
			t.Errorf("%v", err)
		}
		if l.exists("packets/EXAMPLE-TWO/confidential.pdf") {
			t.Error("the sheet stands in the clear")
		}
		if err := os.RemoveAll(filepath.Join(l.dir, "packets")); err != nil {
			t.Fatal(err)
		}
	}
	passphrase := func(k *files.Keys) { k.Ask(func() (string, error) { return "four invented plain words", nil }) }
	key := func(k *files.Keys) {
		b, _ := os.ReadFile(filepath.Join(l.dir, "key.txt"))
		if err := k.Add(b); err != nil {
			t.Fatal(err)
		}
	}
	l.must(t, exitDone, "packet", "two.yaml", "--passphrase-file", "words.txt")
	by(t, passphrase)
	place(t, l.dir, "empty.yaml", "")

	two, _ := os.ReadFile("testdata/cases/two.yaml")
	lock, err := files.PassphraseLock("four invented plain words")
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := lock.Seal(two)
	if err != nil {
		t.Fatal(err)
	}
	place(t, l.dir, "two.yaml.age", string(sealed))
	l.must(t, exitDone, "packet", "two.yaml.age", "--passphrase-file", "words.txt")
	by(t, passphrase)
	l.must(t, exitDone, "packet", "two.yaml.age", "--passphrase-file", "words.txt", "--encrypt-to", l.public)
	by(t, key)
	place(t, l.dir, settingsFile, "encrypt: {recipients: ["+l.public+"]}\n")
	l.must(t, exitDone, "packet", "two.yaml.age", "--passphrase-file", "words.txt")
	by(t, key)
	l.must(t, exitDone, "packet", "two.yaml.age", "--passphrase", "--passphrase-file", "words.txt")
	by(t, passphrase)
	l.must(t, exitUsage, "packet", "two.yaml", "--passphrase-file", "", "--config", "empty.yaml")
}

func TestAnInterviewWithAPassphraseFileAloneIsEncrypted(t *testing.T) {
	l := lockedFolder(t)
	place(t, l.dir, "words.txt", "four invented plain words\n")
	lines := strings.SplitAfter(misdemeanor, "\n")
	d := sit(t, l.dir, strings.Join(lines[:3], ""), "new", "--passphrase-file", "words.txt")
	if d.code != exitInterrupted || l.exists("A-1.yaml") || !l.exists("A-1.yaml.age") {
		t.Fatalf("exit code %d\n%s", d.code, d.errs)
	}
}

func TestAPlainSheetOfAnEncryptedCaseIsSpokenOf(t *testing.T) {
	l := lockedFolder(t)
	sealed := l.seal(t, "two.yaml")
	const told = "confidential.pdf is not encrypted, and its case file is"
	if _, errs := l.must(t, exitDone, "packet", sealed, "--identity", "key.txt"); !strings.Contains(errs, told) {
		t.Errorf("told:\n%s", errs)
	}
	if _, errs := l.must(t, exitDone, "packet", "two.yaml", "--force"); errs != "" {
		t.Errorf("a plain case:\n%s", errs)
	}
	if _, errs := l.must(t, exitDone, "packet", sealed, "--identity", "key.txt", "--encrypt-to", l.public, "--force"); strings.Contains(errs, told) {
		t.Errorf("an encrypted sheet:\n%s", errs)
	}
}

func TestAnInterviewSavesNothingInTheClear(t *testing.T) {
	l := lockedFolder(t)
	d := sit(t, l.dir, misdemeanor, "new", "--encrypt-to", l.public)
	if d.code != exitDone || !strings.Contains(d.out, "The case file is A-1.yaml.age") || !strings.Contains(d.out, "appears eligible") {
		t.Fatalf("exit code %d\n%s%s", d.code, d.out, d.errs)
	}
	err := filepath.WalkDir(l.dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || strings.HasSuffix(path, "two.yaml") {
			return err
		}
		if b, err := os.ReadFile(path); err != nil || bytes.Contains(b, []byte("Brandon")) || strings.Contains(path, ".tmp") {
			t.Errorf("%s is in the clear, or left behind: %v", path, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	l.must(t, exitDone, "check", "A-1.yaml.age", "--identity", "key.txt")
}

func TestAnEncryptedInterviewIsTakenUp(t *testing.T) {
	l := lockedFolder(t)
	lines := strings.SplitAfter(misdemeanor, "\n")
	to := []string{"--encrypt-to", l.public}
	d := sit(t, l.dir, strings.Join(lines[:20], ""), append([]string{"new"}, to...)...)
	if d.code != exitInterrupted || !strings.Contains(d.errs, `"expunge new A-1.yaml.age" goes on`) {
		t.Fatalf("exit code %d\n%s", d.code, d.errs)
	}
	d = sit(t, l.dir, strings.Join(lines[20:], ""), "new", "A-1.yaml.age", "--identity", "key.txt")
	if d.code != exitUsage || !strings.Contains(d.errs, "say to whom with --encrypt-to") {
		t.Errorf("without a recipient: %d\n%s", d.code, d.errs)
	}
	d = sit(t, l.dir, strings.Join(lines[20:], ""), append([]string{"new", "A-1.yaml", "--identity", "key.txt"}, to...)...)
	if d.code != exitDone || !strings.Contains(d.out, "appears eligible") || l.exists("A-1.yaml") {
		t.Fatalf("exit code %d\n%s%s", d.code, d.out, d.errs)
	}
}

func TestAPlainCaseFileGoesOnEncryptedAndStays(t *testing.T) {
	l := lockedFolder(t)
	lines := strings.SplitAfter(misdemeanor, "\n")
	sit(t, l.dir, strings.Join(lines[:20], ""), "new")
	before, err := os.ReadFile(filepath.Join(l.dir, "A-1.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	d := sit(t, l.dir, strings.Join(lines[20:], ""), "new", "A-1.yaml", "--encrypt-to", l.public)
	if d.code != exitDone || !strings.Contains(d.errs, "A-1.yaml stays as it is, unencrypted") {
		t.Fatalf("exit code %d\n%s", d.code, d.errs)
	}
	after, _ := os.ReadFile(filepath.Join(l.dir, "A-1.yaml"))
	if !bytes.Equal(before, after) || !l.exists("A-1.yaml.age") {
		t.Error("the plain file was changed, or there is no other")
	}
	if d = sit(t, l.dir, "", "new", "b.yaml.age"); d.code != exitUsage || !strings.Contains(d.errs, "b.yaml.age would be an encrypted file") {
		t.Errorf("%d\n%s", d.code, d.errs)
	}
}

func TestAPassphraseOpensAndSavesAnInterview(t *testing.T) {
	l := lockedFolder(t)
	place(t, l.dir, "words.txt", "four invented plain words\n")
	lines := strings.SplitAfter(misdemeanor, "\n")
	at := []string{"--passphrase-file", "words.txt"}
	d := sit(t, l.dir, strings.Join(lines[:3], ""), append([]string{"new", "--passphrase"}, at...)...)
	if d.code != exitInterrupted || !l.exists("A-1.yaml.age") {
		t.Fatalf("exit code %d\n%s", d.code, d.errs)
	}
	d = sit(t, l.dir, strings.Join(lines[3:5], ""), append([]string{"new", "A-1.yaml"}, at...)...)
	if d.code != exitInterrupted || l.exists("A-1.yaml") || !strings.Contains(d.errs, "the answers so far are in A-1.yaml.age") {
		t.Fatalf("exit code %d\n%s", d.code, d.errs)
	}
	if b, _ := os.ReadFile(filepath.Join(l.dir, "A-1.yaml.age")); !files.Sealed(b) {
		t.Error("saved in the clear")
	}
}

func TestABatchWithEncryptedSheets(t *testing.T) {
	l := lockedFolder(t)
	b, err := os.ReadFile("../../samples/clinic-day/clients.csv")
	if err != nil {
		t.Fatal(err)
	}
	place(t, l.dir, "clients.csv", string(b))
	run := []string{"batch", "clients.csv", "--encrypt-to", l.public}
	l.must(t, exitWithheld, run...)
	there := contents(t, filepath.Join(l.dir, "packets"))
	sealed := 0
	for name, b := range there {
		if strings.HasSuffix(name, "confidential.pdf") {
			t.Errorf("%s is plain", name)
		}
		if strings.HasSuffix(name, "confidential.pdf.age") {
			sealed++
			if _, err := l.keys.Open(b); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if sealed == 0 {
		t.Fatal("no sheet was encrypted")
	}
	l.must(t, exitWithheld, run...)
	for name, b := range contents(t, filepath.Join(l.dir, "packets")) {
		if !bytes.Equal(b, there[name]) {
			t.Errorf("%s was written again", name)
		}
	}
	l.must(t, exitWithheld, "batch", "clients.csv", "--force")
	if !l.exists("packets/DAY-01/confidential.pdf") || l.exists("packets/DAY-01/confidential.pdf.age") {
		t.Error("--force without a recipient left the encrypted sheets")
	}
}

// A receipt that is lost, or empty after a power cut, lists no sheet that encryption takes away.
func TestAPlainSheetThatNoReceiptListsIsNamed(t *testing.T) {
	const folder, told = "packets/EXAMPLE-TWO", "confidential.pdf is not encrypted and was kept"
	l := lockedFolder(t)
	run := []string{"packet", "two.yaml", "--encrypt-to", l.public, "--force"}
	l.must(t, exitDone, "packet", "two.yaml")
	place(t, filepath.Join(l.dir, folder), files.ReceiptName, "")
	for range 2 { // it is named as long as it stands
		if _, errs := l.must(t, exitDone, run...); !strings.Contains(errs, told) || !l.exists(folder+"/confidential.pdf") {
			t.Errorf("told:\n%s", errs)
		}
	}
	if err := os.Remove(filepath.Join(l.dir, folder, "confidential.pdf")); err != nil {
		t.Fatal(err)
	}
	if _, errs := l.must(t, exitDone, run...); errs != "" {
		t.Errorf("without it:\n%s", errs)
	}
}

func TestABatchNamesThePlainSheetsItLeaves(t *testing.T) {
	l := lockedFolder(t)
	b, err := os.ReadFile("../../samples/clinic-day/clients.csv")
	if err != nil {
		t.Fatal(err)
	}
	place(t, l.dir, "clients.csv", string(b))
	sealing := []string{"batch", "clients.csv", "--encrypt-to", l.public}
	const told = "note: not encrypted, though this run encrypts: "
	l.must(t, exitWithheld, "batch", "clients.csv")
	place(t, filepath.Join(l.dir, "packets/DAY-01"), "confidential.pdf", "written on")
	if _, errs := l.must(t, exitWithheld, append(sealing, "--dry-run")...); strings.Contains(errs, told) {
		t.Errorf("a dry run:\n%s", errs)
	}
	edited := filepath.Join("DAY-01", "confidential.edited-1.pdf")
	if _, errs := l.must(t, exitWithheld, sealing...); !strings.Contains(errs, told+edited+"; ") {
		t.Errorf("an edited sheet:\n%s", errs)
	}
	if err := os.Remove(filepath.Join(l.dir, "packets", edited)); err != nil {
		t.Fatal(err)
	}
	if _, errs := l.must(t, exitWithheld, sealing...); strings.Contains(errs, told) {
		t.Errorf("none is left:\n%s", errs)
	}
	place(t, filepath.Join(l.dir, "packets/DAY-01"), "confidential.pdf", "listed by nothing")
	if _, errs := l.must(t, exitWithheld, sealing...); !strings.Contains(errs, told+filepath.Join("DAY-01", "confidential.pdf")+"; ") {
		t.Errorf("one that nothing lists:\n%s", errs)
	}
	if _, errs := l.must(t, exitWithheld, "batch", "clients.csv", "--force"); strings.Contains(errs, told) {
		t.Errorf("a run that does not encrypt:\n%s", errs)
	}
}

func TestAFinishedPlainCaseFileIsEncryptedThoughNothingIsAsked(t *testing.T) {
	l := lockedFolder(t)
	if d := sit(t, l.dir, misdemeanor, "new"); d.code != exitDone {
		t.Fatal(d.errs)
	}
	d := sit(t, l.dir, "", "new", "A-1.yaml", "--encrypt-to", l.public)
	if d.code != exitDone || !strings.Contains(d.out, "The case file is A-1.yaml.age") {
		t.Fatalf("exit code %d\n%s%s", d.code, d.out, d.errs)
	}
	l.must(t, exitDone, "check", "A-1.yaml.age", "--identity", "key.txt")
}
