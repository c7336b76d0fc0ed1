package cli

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"expunge/petition/batch"
	"expunge/petition/files"
	"expunge/petition/packet"
)

// keyring is what a run encrypts with, and what it opens encrypted files with.
type keyring struct {
	lock   *files.Lock // nil leaves files plain
	keys   *files.Keys
	opened map[string][]byte // what this run sealed itself, by the digest of the sealed bytes
}

// bindKeys adds the flags of a command that reads case files, which may be encrypted.
func bindKeys(cmd *cobra.Command) {
	f := cmd.Flags()
	f.String("identity", "", "open encrypted case files with the secret keys of this `FILE`")
	f.String("passphrase-file", "", "read the passphrase from the first line of this `FILE`, in place of the terminal")
	_ = cmd.MarkFlagFilename("identity")
	_ = cmd.MarkFlagFilename("passphrase-file")
}

// bindLock adds the flags of a command that writes confidential files.
func bindLock(cmd *cobra.Command, what string) {
	cmd.Flags().StringArray("encrypt-to", nil, "encrypt "+what+" to this `RECIPIENT`, age1...; may be given again")
	_ = cmd.RegisterFlagCompletionFunc("encrypt-to", cobra.NoFileCompletions)
}

// bindPassphrase adds the flag that encrypts by a passphrase. With it a file of the
// passphrase does more than open.
func bindPassphrase(cmd *cobra.Command, what string) {
	cmd.Flags().Bool("passphrase", false, "encrypt "+what+" by a passphrase, asked for at the terminal")
	cmd.Flags().Lookup("passphrase-file").Usage = "read the passphrase from the first line of this `FILE`: it opens encrypted case files, and encrypts " + what + " unless --encrypt-to or the settings do"
}

// keyring reads the flags and settings of encryption, as far as the command has them.
func (a *app) keyring(cmd *cobra.Command, s session) (keyring, error) {
	ring := keyring{keys: &files.Keys{}, opened: map[string][]byte{}}
	f := cmd.Flags()
	if f.Lookup("identity") == nil && f.Lookup("encrypt-to") == nil {
		return ring, nil
	}
	ask, err := a.passphraseOf(cmd, s)
	if err != nil {
		return ring, err
	}
	known := ""
	if spoken, _ := f.GetBool("passphrase"); spoken && f.Changed("encrypt-to") {
		return ring, usage("a file is encrypted to keys or by a passphrase, not both", "--encrypt-to and --passphrase were both given")
	}
	if byPassphrase(cmd, s) {
		if known, err = ask(true); err != nil {
			return ring, err
		}
	}
	ring.keys.Ask(func() (string, error) {
		if known != "" {
			return known, nil
		}
		return ask(false)
	})
	if err := a.identities(cmd, ring.keys); err != nil {
		return ring, err
	}
	if known != "" {
		ring.lock, err = files.PassphraseLock(known)
	} else {
		ring.lock, err = a.lock(cmd, s)
	}
	return ring, err
}

// byPassphrase reports whether what the command writes is encrypted by a passphrase. A file
// with one encrypts also without --passphrase where nothing says to whom: who gives it means
// to keep something closed, and it must not be written in the clear.
func byPassphrase(cmd *cobra.Command, s session) bool {
	f := cmd.Flags()
	if f.Lookup("passphrase") == nil {
		return false // the command opens alone
	}
	if spoken, _ := f.GetBool("passphrase"); spoken {
		return true
	}
	return f.Changed("passphrase-file") && !f.Changed("encrypt-to") && !s.settings.Encrypt.wanted()
}

// lock is what the command encrypts with: flags before settings.
func (a *app) lock(cmd *cobra.Command, s session) (*files.Lock, error) {
	f := cmd.Flags()
	if f.Lookup("encrypt-to") == nil {
		return nil, nil
	}
	to, _ := f.GetStringArray("encrypt-to")
	from := "--encrypt-to"
	if !f.Changed("encrypt-to") {
		if !s.settings.Encrypt.wanted() {
			return nil, nil
		}
		var err error
		if to, from, err = a.recipients(cmd.Context(), s.settings.Encrypt); err != nil {
			return nil, err
		}
	}
	l, err := files.NewLock(to)
	if err != nil {
		return nil, recipientsError(err, from)
	}
	return l, nil
}

// encryption is what the settings say of it.
type encryption struct {
	recipients     []string
	recipientsFile string
	from           origin
}

func (e encryption) wanted() bool { return len(e.recipients) > 0 || e.recipientsFile != "" }

// recipients are those of the settings and of the file they name.
func (a *app) recipients(ctx context.Context, e encryption) (to []string, from string, err error) {
	to, from = slices.Clone(e.recipients), e.from.of("encrypt.recipients")
	if e.recipientsFile == "" {
		return to, from, nil
	}
	from = e.from.of("encrypt.recipients_file")
	path, err := a.expand(e.recipientsFile, from)
	if err != nil {
		return nil, from, err
	}
	b, err := small(ctx, a.streams.path(path), path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, from, usage("one public key of age on each line", "%s: there is no file %s", from, printable(path))
	}
	return append(to, strings.Split(string(b), "\n")...), from, machine(err, from)
}

// recipientsError says what is wrong with the recipients, without repeating one: it may be
// a secret key.
func recipientsError(err error, from string) error {
	hint := "a recipient is the public key that \"age-keygen\" prints: age1..."
	var wrong *files.RecipientError
	if errors.As(err, &wrong) && wrong.Secret {
		hint = "give the public key, age1..., and make a new pair: a secret key that was typed into a command or a settings file is no longer secret"
	}
	return usage(hint, "%s: %v", from, err)
}

// identities adds the secret keys of --identity.
func (a *app) identities(cmd *cobra.Command, keys *files.Keys) error {
	name, _ := cmd.Flags().GetString("identity")
	if name == "" {
		return nil
	}
	b, err := small(cmd.Context(), a.streams.path(name), name)
	if errors.Is(err, fs.ErrNotExist) {
		return usage("\"age-keygen -o key.txt\" makes one", "--identity: there is no file %s", printable(name))
	}
	if err != nil {
		return machine(err, "--identity")
	}
	a.exposed("--identity", name)
	if err := keys.Add(b); err != nil {
		return opening(err, "--identity: "+printable(name))
	}
	return nil
}

// open decrypts a case file if it is encrypted.
func (r keyring) open(name string, b []byte) ([]byte, error) {
	if !files.Sealed(b) {
		return b, nil
	}
	if plain, ok := r.opened[files.Digest(b)]; ok {
		return plain, nil
	}
	if r.keys == nil {
		return nil, opening(files.ErrLocked, printable(name))
	}
	plain, err := r.keys.Open(b)
	if err != nil {
		return nil, opening(err, printable(name))
	}
	return plain, nil
}

// seal encrypts what this run may want to read again.
func (r keyring) seal(b []byte) ([]byte, error) {
	sealed, err := r.lock.Seal(b)
	if err == nil {
		r.opened[files.Digest(sealed)] = bytes.Clone(b)
	}
	return sealed, err
}

// sealedName returns which file an interview goes on from, and which it saves to: with
// encryption that is the name with .age after it, whatever stands there unencrypted.
func (a *app) sealedName(given string, ring keyring) (from, to string, err error) {
	there := func(name string) bool {
		_, err := os.Lstat(a.streams.path(name))
		return err == nil
	}
	sealed := given + files.SealedEnding
	switch {
	case strings.HasSuffix(given, files.SealedEnding):
		if ring.lock == nil && !there(given) {
			return "", "", usage("say with --encrypt-to RECIPIENT or --passphrase how to encrypt it, or choose a name without .age", "%s would be an encrypted file", printable(given))
		}
		return given, given, nil
	case ring.lock == nil && !there(given) && there(sealed):
		return sealed, sealed, nil
	case ring.lock == nil:
		return given, given, nil
	case there(given) && !there(sealed):
		return given, sealed, nil
	default:
		return sealed, sealed, nil
	}
}

// unseal opens the file of an interview. One that is encrypted stays so: to the same
// passphrase, or to those the run names.
func (d *draft) unseal(name string, ring keyring) ([]byte, error) {
	plain, err := ring.open(name, d.before)
	if err != nil || !files.Sealed(d.before) || d.seal != nil {
		return plain, err
	}
	if ring.lock = ring.keys.Lock(); ring.lock == nil {
		return nil, usage("say to whom with --encrypt-to RECIPIENT; a file does not tell who can open it", "%s is encrypted, and would have to be encrypted again", printable(name))
	}
	d.seal = ring.seal
	return plain, nil
}

// opening turns an error of opening a file into one with a code and a hint.
func opening(err error, name string) error {
	var known *exitError
	switch {
	case errors.As(err, &known):
		return err
	case errors.Is(err, files.ErrLocked):
		return usage("give the file of its secret key with --identity FILE, or the right passphrase", "%s is encrypted, and nothing given here opens it", name)
	case errors.Is(err, files.ErrBroken):
		return &exitError{code: exitProblems, message: name + ": the encrypted file is damaged or cut short", hint: "take it from a copy"}
	default:
		return usage("\"age-keygen -o key.txt\" makes one", "%s: %v", name, err)
	}
}

// kept finds the encrypted files of an earlier packet that hold the same.
func (a *app) kept(dir string, ring keyring, o packet.Options) packet.Standing {
	if ring.lock == nil {
		return nil
	}
	folder := a.streams.path(dir)
	read := func(name string) ([]byte, error) {
		return files.ReadPlain(filepath.Join(folder, name), files.MostOutput)
	}
	b, err := read(files.ReceiptName)
	if err != nil {
		return nil
	}
	before, err := packet.ReadReceipt(b)
	if err != nil {
		return nil
	}
	return packet.KeptSealed(before, read, ring.keys, o)
}

// plainLeft says where a confidential file stands unencrypted though there is reason to
// think it should not: one of an earlier run, or one of a case file that was encrypted.
func (a *app) plainLeft(m made, ring keyring) {
	if ring.lock == nil {
		for _, f := range m.packet.Files {
			if m.sealed && packet.IsConfidential(f.Name) {
				a.say("%s is not encrypted, and its case file is: --encrypt-to RECIPIENT or --passphrase encrypts it", printable(filepath.Join(m.dir, f.Name)))
			}
		}
		return
	}
	for _, name := range plainSheets(a.streams.path(m.dir)) {
		a.say("%s is not encrypted and was kept, because it was changed since an earlier run made it, or no receipt lists it: remove it when nobody needs it", printable(filepath.Join(m.dir, name)))
	}
}

// plainLeftInBatch says which confidential files stand unencrypted in the folders of a batch
// that is encrypted, of this run or of earlier ones.
func (a *app) plainLeftInBatch(r batch.Report, o batchOptions) {
	if o.ring.lock == nil || o.dryRun {
		return
	}
	var left []string
	for _, e := range r.Entries {
		if e.Case == "" {
			continue
		}
		for _, name := range plainSheets(filepath.Join(a.streams.path(o.settings.Out), e.Case)) {
			left = append(left, printable(filepath.Join(e.Case, name)))
		}
	}
	if len(left) > 0 {
		a.say("note: not encrypted, though this run encrypts: %s; remove what nobody needs", some(left))
	}
}

// plainSheets are the confidential files that stand unencrypted in a folder, whoever put them
// there: a receipt may be lost. A folder that is not there has none.
func plainSheets(dir string) []string {
	entries, _ := os.ReadDir(dir) // what could be listed counts
	var out []string
	for _, e := range entries {
		if !e.IsDir() && packet.IsConfidential(e.Name()) && !strings.HasSuffix(e.Name(), files.SealedEnding) {
			out = append(out, e.Name())
		}
	}
	return out
}
