package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"expunge/petition"
)

// passphraseOf returns the one way this run has to learn a passphrase.
func (a *app) passphraseOf(cmd *cobra.Command, s session) (func(twice bool) (string, error), error) {
	name, _ := cmd.Flags().GetString("passphrase-file")
	if name == "" {
		return func(twice bool) (string, error) { return a.askPassphrase(cmd.Context(), s, twice) }, nil
	}
	b, err := small(cmd.Context(), a.streams.path(name), name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, usage("check the name given to --passphrase-file", "there is no file %s", printable(name))
	}
	if err != nil {
		return nil, machine(err, "--passphrase-file")
	}
	line, err := passphraseIn(b, "--passphrase-file: "+printable(name))
	if err != nil {
		return nil, err
	}
	a.exposed("--passphrase-file", name)
	return func(bool) (string, error) { return line, nil }, nil
}

// passphraseIn takes the passphrase from the first line of a file, without the mark that
// some editors put before UTF-8. What nobody could type is refused and never repeated: a
// file encrypted to it could not be opened at a terminal.
func passphraseIn(b []byte, from string) (string, error) {
	line, _, _ := strings.Cut(strings.TrimPrefix(string(b), "\ufeff"), "\n")
	line = strings.TrimSuffix(line, "\r")
	if strings.TrimSpace(line) == "" {
		return "", usage("write the passphrase on its first line", "%s begins with an empty line", from)
	}
	if !typable(line) {
		return "", usage("save it as UTF-8 text: in Notepad \"Save as\", Encoding UTF-8; in PowerShell Set-Content -Encoding utf8",
			"%s: the first line is not plain UTF-8 text, or holds a character that cannot be typed", from)
	}
	return line, nil
}

// typable reports whether a line is text that can be typed: UTF-8, without controls and
// characters that do not show. UTF-16 is not, for its mark or its zeros.
func typable(line string) bool {
	return utf8.ValidString(line) && !strings.ContainsFunc(line, petition.Steers)
}

// exposed speaks of a secret file that other accounts of the machine can read. Where files
// have no modes it cannot tell.
func (a *app) exposed(flag, name string) {
	info, err := os.Stat(a.streams.path(name))
	if err != nil || runtime.GOOS == "windows" || !info.Mode().IsRegular() || info.Mode().Perm()&0o044 == 0 {
		return
	}
	a.say("note: %s: other people of this machine can read %s; chmod 600 keeps it yours", flag, printable(name))
}

// askPassphrase asks at the terminal, without showing what is typed.
func (a *app) askPassphrase(ctx context.Context, s session, twice bool) (string, error) {
	in, ok := a.streams.In.(*os.File)
	if !ok || s.noInput || !a.streams.InIsTerminal {
		return "", usage("write it on the first line of a file and give --passphrase-file FILE", "no passphrase can be asked for: this is not a terminal, or --no-input was given")
	}
	text, err := a.hidden(ctx, in, "Passphrase: ")
	if err != nil || !twice {
		return text, err
	}
	if strings.TrimSpace(text) == "" {
		return "", usage("several plain words are better than one odd one", "the passphrase is empty")
	}
	again, err := a.hidden(ctx, in, "The same again: ")
	if err == nil && again != text {
		err = usage("", "the two passphrases are not the same")
	}
	return text, err
}

// hidden reads a line that the terminal does not show. An interrupt gives the terminal
// back as it was.
func (a *app) hidden(ctx context.Context, in *os.File, prompt string) (string, error) {
	fd := int(in.Fd())
	before, err := term.GetState(fd)
	if err != nil {
		return "", machine(err, "the terminal")
	}
	_, _ = fmt.Fprint(a.streams.Err, prompt)
	type line struct {
		text []byte
		err  error
	}
	typed := make(chan line, 1)
	go func() {
		text, err := term.ReadPassword(fd)
		typed <- line{text, err}
	}()
	select {
	case <-ctx.Done():
		_ = term.Restore(fd, before)
		return "", errInterrupted
	case l := <-typed:
		a.say("")
		return string(l.text), machine(l.err, "the terminal")
	}
}
