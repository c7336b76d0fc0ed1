package cli

import (
	"bytes"
	"encoding/json"
	"image"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"expunge/forms/pdf"
)

// drawn is a picture as a PNG and as a JPEG file.
func drawn(t *testing.T, width, height int) (asPNG, asJPEG []byte) {
	t.Helper()
	m := image.NewGray(image.Rect(0, 0, width, height))
	var a, b bytes.Buffer
	if err := png.Encode(&a, m); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return a.Bytes(), b.Bytes()
}

// putFiles makes files below a folder.
func putFiles(t *testing.T, dir string, list map[string][]byte) {
	t.Helper()
	for name, b := range list {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTheLogoIsFoundBesideTheSettings(t *testing.T) {
	asPNG, asJPEG := drawn(t, 300, 100)
	two, err := os.ReadFile("testdata/cases/two.yaml")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	putFiles(t, dir, map[string][]byte{
		"work/two.yaml": two, "work/expunge.yaml": []byte("clinic: {logo: logo.png}"), "work/logo.png": asPNG,
		"shared/office.yaml": []byte("clinic: {logo: pictures/mark.jpg}"), "shared/pictures/mark.jpg": asJPEG,
		"user/expunge.yaml": []byte("clinic: {logo: mine.png}"), "user/mine.png": asPNG, "work/here.jpg": asJPEG,
		"home/far.png": asPNG,
	})
	for name, c := range map[string]struct {
		args    []string
		environ []string
	}{
		"working folder":    {[]string{}, nil},
		"beside --config":   {[]string{"--config", "../shared/office.yaml"}, nil},
		"written out":       {[]string{}, []string{"EXPUNGE_CLINIC_LOGO=" + filepath.Join(dir, "home/far.png")}},
		"environment":       {[]string{}, []string{"EXPUNGE_CLINIC_LOGO=here.jpg"}},
		"the user's folder": {[]string{}, []string{"EXPUNGE_CLINIC_LOGO=~/far.png", "HOME=" + filepath.Join(dir, "home")}},
	} {
		for _, command := range [][]string{{"packet", "two.yaml"}, {"checklist"}, {"checklist", "two.yaml"}} {
			out := t.TempDir()
			var errs bytes.Buffer
			s := Streams{Err: &errs, Dir: filepath.Join(dir, "work"), Environ: c.environ, ConfigDir: filepath.Join(dir, "user")}
			if code := Main(t.Context(), append(append(command, "--out", out), c.args...), s, clock); code != exitDone {
				t.Fatalf("%s: %v: exit code %d: %s", name, command, code, errs.String())
			}
			found := 0
			for file, b := range contents(t, out) {
				n := bytes.Count(b, []byte("/Subtype /Image"))
				found += n
				if n > 0 && strings.HasSuffix(file, "confidential.pdf") {
					t.Errorf("%s: %s has the logo", name, file)
				}
				for _, path := range []string{"logo.png", "mark.jpg", "far.png", "here.jpg", dir} {
					if bytes.Contains(b, []byte(path)) {
						t.Errorf("%s: %s names the file of the logo", name, file)
					}
				}
			}
			if found != 1 {
				t.Errorf("%s: %v: the logo stands in the files %d times", name, command, found)
			}
		}
	}
}

func TestFiledPapersNeverHaveTheLogo(t *testing.T) {
	asPNG, _ := drawn(t, 300, 100)
	two, err := os.ReadFile("testdata/cases/two.yaml")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	putFiles(t, dir, map[string][]byte{"two.yaml": two, "expunge.yaml": []byte("clinic: {logo: logo.png}"), "logo.png": asPNG})
	if code := Main(t.Context(), []string{"packet", "two.yaml", "--split", "--formats", "pdf,docx,md"}, Streams{Dir: dir}, clock); code != exitDone {
		t.Fatalf("exit code %d", code)
	}
	with := 0
	for file, b := range contents(t, filepath.Join(dir, "packets")) {
		base := strings.TrimSuffix(filepath.Base(file), ".pdf")
		sheet := base == "cover" || base == "summary" || base == "worksheet" || base == "checklist" || base == "fees"
		has := bytes.Contains(b, []byte("/Subtype /Image"))
		if has {
			with++
		}
		if filed := strings.HasPrefix(base, "petition") || strings.HasPrefix(base, "order") || base == "confidential" || strings.HasPrefix(base, "notice"); has && filed || !has && sheet {
			t.Errorf("%s: the logo is there: %v", file, has)
		}
	}
	if with < 5 {
		t.Errorf("only %d papers have the logo", with)
	}
}

func TestALogoThatCannotBeDrawnIsWrongUsage(t *testing.T) {
	asPNG, asJPEG := drawn(t, 300, 100)
	wide, _ := drawn(t, pdf.LogoMostPixels+1, 1)
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"cut off PNG":  {asPNG[:60], "damaged"},
		"cut off JPEG": {asJPEG[:100], "damaged"},
		"too wide":     {wide, "larger than 4000 by 4000 pixels"},
		"too heavy":    {make([]byte, pdf.LogoMostBytes+1), "larger than 2 MB"},
		"empty":        {nil, "not a PNG or JPEG"},
		"many scans":   {append(asJPEG[:len(asJPEG)-2:len(asJPEG)-2], bytes.Repeat([]byte("\xff\xda"), 100)...), "drawn in more than 100 steps"},
	} {
		dir := t.TempDir()
		putFiles(t, dir, map[string][]byte{"expunge.yaml": []byte("clinic: {logo: a.png}"), "a.png": c.file})
		var out, errs bytes.Buffer
		code := Main(t.Context(), []string{"checklist"}, Streams{Out: &out, Err: &errs, Dir: dir}, clock)
		said := errs.String()
		if code != exitUsage || !strings.Contains(said, c.want) || !strings.Contains(said, "a.png") || !strings.Contains(said, "clinic.logo") || !strings.Contains(said, "hint: ") {
			t.Errorf("%s: exit code %d: %s", name, code, said)
		}
		if _, err := os.Stat(filepath.Join(dir, "packets")); err == nil {
			t.Errorf("%s: something was written", name)
		}
	}
}

func TestTheReceiptDoesNotChangeShapeWithALogo(t *testing.T) {
	asPNG, _ := drawn(t, 300, 100)
	two, err := os.ReadFile("testdata/cases/two.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var keys [2]int
	for i, settings := range []string{"clinic: {logo: secret-name.png}", "clinic: {}"} {
		dir := t.TempDir()
		putFiles(t, dir, map[string][]byte{"two.yaml": two, "expunge.yaml": []byte(settings), "secret-name.png": asPNG})
		if code := Main(t.Context(), []string{"packet", "two.yaml"}, Streams{Dir: dir}, clock); code != exitDone {
			t.Fatalf("exit code %d", code)
		}
		b, err := os.ReadFile(filepath.Join(dir, "packets", "EXAMPLE-TWO", "receipt.json"))
		if err != nil || bytes.Contains(b, []byte("secret-name")) {
			t.Errorf("the receipt names the logo: %v", err)
		}
		var r map[string]any
		if err := json.Unmarshal(b, &r); err != nil {
			t.Fatal(err)
		}
		keys[i] = len(r)
	}
	if keys[0] != keys[1] {
		t.Errorf("%d keys with a logo, %d without", keys[0], keys[1])
	}
}
