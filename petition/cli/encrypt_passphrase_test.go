package cli

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// wide is a text in UTF-16, with its mark where that is wanted.
func wide(text string, big, mark bool) string {
	if mark {
		text = "\ufeff" + text
	}
	var out []byte
	for _, unit := range utf16.Encode([]rune(text)) {
		pair := []byte{byte(unit), byte(unit >> 8)}
		if big {
			slices.Reverse(pair)
		}
		out = append(out, pair...)
	}
	return string(out)
}

func TestAPassphraseFileOfWhateverEditor(t *testing.T) {
	const words = "four invented plain wörds"
	for name, file := range map[string]string{
		"plain": words, "a line": words + "\n", "CRLF": words + "\r\n", "two lines": words + "\r\nnot this\x00\n",
		"a mark": "\ufeff" + words + "\r\n",
	} {
		if got, err := passphraseIn([]byte(file), "f"); err != nil || got != words {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if got, err := passphraseIn([]byte(" a b "), "f"); err != nil || got != " a b " {
		t.Errorf("spaces are part of it: %q, %v", got, err)
	}
	const encoding, empty = "not plain UTF-8 text", "begins with an empty line"
	for name, c := range map[string]struct{ file, want string }{
		"UTF-16 little": {wide(words+"\r\n", false, true), encoding}, "UTF-16 big": {wide(words+"\r\n", true, true), encoding},
		"unmarked little": {wide(words+"\r\n", false, false), encoding}, "unmarked big": {wide(words+"\r\n", true, false), encoding},
		"U+0A within":   {wide("\u0a0ax", true, true), encoding},
		"Windows-1252":  {"four invented w\xf6rds\n", encoding},
		"a zero":        {"four\x00words\n", encoding},
		"a zero alone":  {"\x00\n", encoding},
		"a tab":         {"four\twords\n", encoding},
		"an escape":     {"four\x1b[Dwords\n", encoding},
		"a C1 control":  {"four\u0085words\n", encoding},
		"two marks":     {"\ufeff\ufefffour words\n", encoding},
		"old Mac lines": {"four words\rmore\r", encoding},
		"no width":      {"four\u200bwords\n", encoding},
		"nothing":       {"", empty}, "a mark alone": {"\ufeff\r\n", empty}, "a space": {" \n", empty}, "odd spaces": {"\u00a0\u3000\t\n", empty},
	} {
		got, err := passphraseIn([]byte(c.file), "f")
		if codeOf(err) != exitUsage || got != "" || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %q, %v", name, got, err)
			continue
		}
		if strings.Contains(err.Error(), "four") || strings.Contains(err.Error(), "rds") {
			t.Errorf("%s: the passphrase is repeated: %v", name, err)
		}
	}
}

// A file with a mark opens what the words typed by hand closed, and nothing is written by
// one that is refused.
func TestAPassphraseFileWithAMarkIsTheWordsAlone(t *testing.T) {
	l := lockedFolder(t)
	place(t, l.dir, "words.txt", "four invented plain words\n")
	place(t, l.dir, "notepad.txt", "\ufefffour invented plain words\r\n")
	place(t, l.dir, "powershell.txt", wide("four invented plain words\r\n", false, true))
	l.must(t, exitDone, "packet", "two.yaml", "--passphrase-file", "notepad.txt")
	if out, _ := l.must(t, exitDone, "packet", "two.yaml", "--passphrase-file", "words.txt"); !strings.Contains(out, "(unchanged)") {
		t.Errorf("the words are another passphrase:\n%s", out)
	}
	_, errs := l.must(t, exitUsage, "packet", "two.yaml", "--passphrase-file", "powershell.txt", "-o", "other")
	if !strings.Contains(errs, "--passphrase-file: powershell.txt: the first line is not plain UTF-8 text") || !strings.Contains(errs, "hint: save it as UTF-8 text") || l.exists("other") {
		t.Error(errs)
	}
}

func TestASecretFileThatOthersCanReadIsSpokenOf(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // files have no modes there
	}
	l := lockedFolder(t)
	sealed := l.seal(t, "two.yaml")
	place(t, l.dir, "words.txt", "four invented plain words\n")
	for _, c := range []struct {
		mode os.FileMode
		said bool
	}{{0o600, false}, {0o400, false}, {0o620, false}, {0o640, true}, {0o604, true}, {0o666, true}} {
		for file, flag := range map[string]string{"words.txt": "--passphrase-file", "key.txt": "--identity"} {
			if err := os.Chmod(filepath.Join(l.dir, file), c.mode); err != nil {
				t.Fatal(err)
			}
			args := []string{"check", sealed, "--identity", "key.txt"}
			if file == "words.txt" {
				args = append(args, "--passphrase-file", file)
			}
			_, errs := l.must(t, exitDone, args...)
			if got := strings.Contains(errs, "note: "+flag+": other people of this machine can read "+file); got != c.said {
				t.Errorf("%s of mode %o: %s", file, c.mode, errs)
			}
		}
	}
}
