package cli

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// always is a folder of work with a case, and a user's folder whose settings encrypt.
func always(t *testing.T) (l locked, user string) {
	t.Helper()
	l, user = lockedFolder(t), t.TempDir()
	place(t, user, settingsFile, "encrypt: {recipients: ["+l.public+"]}\n")
	return l, user
}

// What an office set for every run, no other layer turned off by saying nothing.
func TestAnEmptyListOfRecipientsTurnsNothingOff(t *testing.T) {
	for name, c := range map[string]struct{ here, variable, want string }{
		"a list":      {here: "encrypt: {recipients: []}\n", want: "expunge.yaml: encrypt.recipients names nobody"},
		"a text":      {here: "encrypt: {recipients: \"\"}\n", want: "expunge.yaml: encrypt.recipients names nobody"},
		"an item":     {here: "encrypt: {recipients: [\" \"]}\n", want: "expunge.yaml: encrypt.recipients names nobody"},
		"a comment":   {here: "encrypt: {recipients: [\"# later\"]}\n", want: "expunge.yaml: encrypt.recipients names nobody"},
		"a comma":     {here: "Encrypt.Recipients: \" , \"\n", want: "expunge.yaml: encrypt.recipients names nobody"},
		"a file":      {here: "encrypt: {recipients_file: \"\"}\n", want: "expunge.yaml: encrypt.recipients_file names nobody"},
		"a variable":  {variable: "EXPUNGE_ENCRYPT_RECIPIENTS=,", want: "EXPUNGE_ENCRYPT_RECIPIENTS names nobody"},
		"a null":      {here: "encrypt: {recipients: }\n"},
		"a group":     {here: "encrypt:\n"},
		"an unset":    {variable: "EXPUNGE_ENCRYPT_RECIPIENTS= "},
		"another key": {here: "clinic: {name: Invented}\n"},
	} {
		l, user := always(t)
		place(t, l.dir, settingsFile, c.here)
		var errs bytes.Buffer
		code := Main(t.Context(), []string{"packet", "two.yaml"}, Streams{Err: &errs, Dir: l.dir, ConfigDir: user, Environ: []string{c.variable}}, clock)
		switch sealed := l.exists("packets/EXAMPLE-TWO/confidential.pdf.age"); {
		case l.exists("packets/EXAMPLE-TWO/confidential.pdf"):
			t.Errorf("%s: the sheet stands in the clear", name)
		case c.want == "" && (code != exitDone || !sealed):
			t.Errorf("%s: exit code %d, encrypted: %v\n%s", name, code, sealed, errs.String())
		case c.want != "" && (code != exitUsage || !strings.Contains(errs.String(), c.want) || !strings.Contains(errs.String(), "hint: name a recipient")):
			t.Errorf("%s: exit code %d\n%s", name, code, errs.String())
		}
	}
}

// Other settings for one run are the way to write without encryption.
func TestOtherSettingsLeaveOneRunPlain(t *testing.T) {
	l, user := always(t)
	place(t, l.dir, "plain.yaml", "clinic: {name: Invented}\n")
	var errs bytes.Buffer
	code := Main(t.Context(), []string{"packet", "two.yaml", "--config", "plain.yaml"}, Streams{Err: &errs, Dir: l.dir, ConfigDir: user, ConfigError: errors.New("unknown")}, clock)
	if code != exitDone || errs.String() != "" || !l.exists("packets/EXAMPLE-TWO/confidential.pdf") {
		t.Errorf("exit code %d\n%s", code, errs.String())
	}
}

func TestAFolderOfSettingsThatIsNotKnownIsSpokenOf(t *testing.T) {
	for _, c := range []struct {
		dir, want string
		err       error
	}{
		{filepath.Join(t.TempDir(), "x"), "", nil},
		{"", "no home", errors.New("no home")},
		{"", "not written out in full", nil},
		{"x/.config", "not written out in full", nil},
	} {
		dir, err := configFolder(c.dir, c.err)
		if (err == nil) != (c.want == "") || err != nil && (!strings.Contains(err.Error(), c.want) || dir != "") || err == nil && dir != filepath.Join(c.dir, "expunge") {
			t.Errorf("%q: %q, %v", c.dir, dir, err)
		}
	}
	l := lockedFolder(t)
	var errs bytes.Buffer
	code := Main(t.Context(), []string{"check", "two.yaml"}, Streams{Err: &errs, Dir: l.dir, ConfigError: errors.New("$HOME is not defined")}, clock)
	if want := "note: your own settings were passed over, since nothing says where they are: $HOME is not defined"; code != exitDone || !strings.Contains(errs.String(), want) {
		t.Errorf("exit code %d\n%s", code, errs.String())
	}
}

// System finds the folder the way the system names it, and says when it cannot.
func TestSystemKeepsWhyThereAreNoSettings(t *testing.T) {
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "AppData"} {
		t.Setenv(name, "")
	}
	if s := System(""); s.ConfigDir != "" || s.ConfigError == nil {
		t.Errorf("without a home: %q, %v", s.ConfigDir, s.ConfigError)
	}
	for _, name := range []string{"HOME", "XDG_CONFIG_HOME", "AppData"} {
		t.Setenv(name, "x")
	}
	if s := System(""); s.ConfigDir != "" || s.ConfigError == nil {
		t.Errorf("with a relative home: %q, %v", s.ConfigDir, s.ConfigError)
	}
}

func TestALinkToNoSettingsIsWrongUsage(t *testing.T) {
	l, user := lockedFolder(t), t.TempDir()
	if err := os.Symlink(filepath.Join(user, "gone.yaml"), filepath.Join(user, settingsFile)); err != nil {
		t.Logf("no links here: %v", err)
		return
	}
	var errs bytes.Buffer
	code := Main(t.Context(), []string{"packet", "two.yaml"}, Streams{Err: &errs, Dir: l.dir, ConfigDir: user}, clock)
	if code != exitUsage || !strings.Contains(errs.String(), "is a link to a file that is not there") || l.exists("packets") {
		t.Errorf("exit code %d\n%s", code, errs.String())
	}
}

func TestErrorsRepeatLittleOfASetting(t *testing.T) {
	long := strings.Repeat("charges", 140_000)
	for name, c := range map[string]struct{ text, want string }{
		"a field":      {"columns: [{header: x, field: " + long + "}]", "columns[0]: there is no field \"" + long[:mostEchoed] + "…\""},
		"a county":     {"default_county: " + long, "default_county is longer than 1024 characters"},
		"a short one":  {"default_county: " + long[:500], "no county \"" + long[:mostEchoed] + "…\""},
		"a format":     {"formats: [" + long[:500] + "]", "formats has no \"" + long[:mostEchoed] + "…\""},
		"a long list":  {"law: {hold: [" + long + "]}", "law.hold is longer than"},
		"a logo":       {"clinic: {logo: " + long + "}", "clinic.logo is longer than"},
		"recipients":   {"encrypt: {recipients_file: " + long + "}", "encrypt.recipients_file is longer than"},
		"a folder":     {"out: " + long, "out is longer than"},
		"a number":     {"987-65-4321: x", "a key is not the name of a setting"},
		"inside":       {"clinic: {987654321: x}", "a key is not the name of a setting"},
		"an empty one": {"'987-65-4321': {}", "a key is not the name of a setting"},
		"a name":       {"Zephyrine Q: x", "a key is not the name of a setting"},
		"a slip":       {"klinic.name: x", "there is no setting klinic.name"},
		"a long key":   {strings.Repeat("k", 900) + ": x", "a key is not the name of a setting"},
	} {
		dir := t.TempDir()
		place(t, dir, "s.yaml", c.text+"\n")
		code, _, errs := run(t, dir, "packet", "case.yaml", "--config", "s.yaml")
		if code != exitUsage || !strings.Contains(errs, c.want) || len(errs) > 1000 || strings.Contains(errs, "4321") || strings.Contains(errs, "ephyrine") {
			t.Errorf("%s: exit code %d: %.600s", name, code, errs)
		}
	}
}

func TestASharedFolderIsKnownByItsPath(t *testing.T) {
	for path, want := range map[string][2]bool{ // elsewhere, and on Windows
		`\\host\share`:         {true, true},
		` \\host\share\a.png`:  {true, true},
		`\\?\UNC\host\share`:   {true, true},
		`\\.\UNC\host\share`:   {true, true},
		`\??\UNC\host\share`:   {true, true},
		`//host/share`:         {false, true},
		`/\host\share`:         {false, true},
		`\/host/share`:         {false, true},
		`//?/UNC/host/share`:   {false, true},
		`/??/UNC/host/share`:   {false, true},
		`packets`:              {false, false},
		`/home/a/packets`:      {false, false},
		`C:\clinic\packets`:    {false, false},
		`\clinic\packets`:      {false, false},
		`a\\b`:                 {false, false},
		`~/packets`:            {false, false},
		`https://host/logo`:    {false, false},
		``:                     {false, false},
		`../shared/logo.png`:   {false, false},
		`.\pictures\\logo.png`: {false, false},
	} {
		if got := [2]bool{share(path, false), share(path, true)}; got != want {
			t.Errorf("%q: %v, want %v", path, got, want)
		}
	}
}

func TestAStraySettingsFileReachesNoOtherMachine(t *testing.T) {
	for _, key := range paths() {
		l := lockedFolder(t)
		group, rest, nested := strings.Cut(key, ".")
		text := group + `: '\\host\share\a'` + "\n"
		if nested {
			text = group + ": {" + rest + `: '\\host\share\a'}` + "\n"
		}
		place(t, l.dir, settingsFile, text)
		code, _, errs := l.run(t, "packet", "two.yaml")
		if code != exitUsage || !strings.Contains(errs, settingsFile+": "+key+" is on another machine") || !strings.Contains(errs, "hint: ") {
			t.Errorf("%s: exit code %d\n%s", key, code, errs)
		}
		v, err := source{path: "s.yaml", name: "s.yaml"}.setting(key, `\\host\share\a`)
		if text, _ := v.(string); err != nil || !strings.HasSuffix(text, `\\host\share\a`) {
			t.Errorf("%s in a file that was named: %v, %v", key, v, err)
		}
	}
}
