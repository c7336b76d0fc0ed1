package cli

import (
	"bytes"
	"os"
	"strings"
	"testing"

	reader "github.com/ledongthuc/pdf"
)

// The papers that a batch prints together have the logo where single packets have it: on
// the first page of each sheet, and never on a paper that is filed or a letter to be sent.
func TestTheVolumesOfABatchHaveTheLogoOnSheetsAlone(t *testing.T) {
	asPNG, _ := drawn(t, 300, 100)
	clients, err := os.ReadFile("../../samples/clinic-day/clients.csv")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	putFiles(t, dir, map[string][]byte{"clients.csv": clients, "expunge.yaml": []byte("clinic: {name: Name Of Clinic, logo: logo.png}"), "logo.png": asPNG})
	var errs bytes.Buffer
	code := Main(t.Context(), []string{"batch", "clients.csv", "--combined", "--out", "out"}, Streams{Err: &errs, Dir: dir}, clock)
	if code == exitMachine || code == exitUsage {
		t.Fatalf("exit code %d: %s", code, errs.String())
	}
	files := contents(t, dir+"/out")
	for name, b := range files {
		if strings.HasSuffix(name, ".pdf") && (strings.Contains(name, "combined-") || strings.Contains(name, "summary.pdf")) {
			checkLogos(t, name, b)
			delete(files, name)
		}
	}
	for name := range files {
		if strings.HasSuffix(name, "combined-001.pdf") {
			t.Errorf("%s was not looked at", name)
		}
	}
}

func checkLogos(t *testing.T, name string, b []byte) {
	t.Helper()
	r, err := reader.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	sheets, others := 0, 0
	for n := 1; n <= r.NumPage(); n++ {
		text, err := r.Page(n).GetPlainText(nil)
		if err != nil {
			t.Fatal(err)
		}
		text = strings.NewReplacer("\u00a0", " ", "\n", " ").Replace(text)
		want := strings.Contains(text, "NOT FOR FILING") && strings.Contains(text, "Page 1 of ") && !strings.Contains(text, "Letter • Page")
		if has := len(r.Page(n).V.Key("Resources").Key("XObject").Keys()) > 0; has != want {
			t.Errorf("%s: page %d has the logo: %v", name, n, has)
		}
		if want {
			sheets++
		} else {
			others++
		}
	}
	if sheets == 0 || others == 0 && strings.Contains(name, "combined-") {
		t.Errorf("%s: %d first pages of sheets, %d others", name, sheets, others)
	}
}
