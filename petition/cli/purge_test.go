package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestPurgeAsksAndTakesYesAlone(t *testing.T) {
	l := lockedFolder(t)
	l.must(t, exitDone, "packet", "two.yaml")
	for _, typed := range []string{"\n", "y\n", "no\n", "", "yess\n"} {
		d := sit(t, l.dir, typed, "purge", "packets")
		if d.code != exitDone || !strings.Contains(d.errs, "nothing was removed") || !strings.Contains(d.errs, "packets: to remove: 7 files of 1 packet") || !l.exists("packets/EXAMPLE-TWO/receipt.json") {
			t.Errorf("%q: %d\n%s%s", typed, d.code, d.out, d.errs)
		}
	}
	d := sit(t, l.dir, "Yes\n", "purge", "packets")
	if d.code != exitDone || !strings.Contains(d.out, "packets: removed: 7 files of 1 packet") || l.exists("packets") {
		t.Errorf("%d\n%s%s", d.code, d.out, d.errs)
	}
}

func TestPurgeNamesWhatStandsOnTheDisk(t *testing.T) {
	removed := []string{
		"A/confidential.pdf", "A/petition-10.docx", "A/petition-2.docx", "A/petition.docx", "B/petition.docx", "B/.tmp-packet.pdf-4", ".tmp-C-1/confidential.pdf",
		"combined-002.pdf", "combined-001.pdf", ".expunge/folder.json", "A/receipt.json",
	}
	var told []string
	for _, k := range kinds(removed) {
		told = append(told, fmt.Sprint(k, " ", k.count))
	}
	want := []string{".expunge/folder.json 1", "combined-001.pdf to combined-002.pdf 2", "confidential.pdf 1", "half written 2", "petition.docx to petition-10.docx 4", "receipt.json 1"}
	if !slices.Equal(told, want) {
		t.Errorf("%q", told)
	}
	if n := realNames(removed); n["petition.docx"] != 2 || n["petition-2.docx"] != 1 || n["combined.pdf"] != 0 {
		t.Errorf("%v", n)
	}
}

func TestALockThatIsALinkIsNotFollowed(t *testing.T) {
	l := lockedFolder(t)
	b, err := os.ReadFile("../../samples/clinic-day/clients.csv")
	if err != nil {
		t.Fatal(err)
	}
	place(t, l.dir, "clients.csv", string(b))
	l.must(t, exitWithheld, "batch", "clients.csv", "--only", "checklist")
	lock := filepath.Join(l.dir, "packets", ".expunge", "lock")
	target := filepath.Join(l.dir, "kept.txt")
	place(t, l.dir, "kept.txt", "mine")
	if err := os.Symlink(target, lock); err != nil {
		t.Skip("this system makes no links")
	}
	for _, args := range [][]string{{"purge", "packets", "--yes"}, {"batch", "clients.csv", "--only", "checklist"}} {
		l.must(t, exitUsage, args...)
	}
	if b, _ := os.ReadFile(target); string(b) != "mine" {
		t.Errorf("the lock was followed: %q", b)
	}
}

// dayOf is a folder with a batch of two cases, one of them with a problem.
func dayOf(t *testing.T) locked {
	t.Helper()
	l := locked{dir: t.TempDir()}
	place(t, l.dir, "clients.csv", clientsHead+
		"DAY-1,Jordan,Sampleton,1977-07-17,,yes,no,24-0001,justice,Hinds,simple assault,misdemeanor,dismissed,2024-06-03\n"+
		"Jane-Doe,Jane,Doe,1979-07-17,,yes,no,24-0002,justice,Hinds,simple assault,misdemeanor,dismissed,2024-06-03\n")
	l.must(t, exitDone, "batch", "clients.csv", "--only", "checklist")
	return l
}

func TestPurgeKeepsARecordThatNamesNobody(t *testing.T) {
	l := dayOf(t)
	paths := []string{".expunge/folder.json", "DAY-1/packet.pdf", "DAY-1/receipt.json", "manifest.jsonl", "summary.csv", "summary.pdf"}
	for _, last := range []string{"--dry-run", "--yes"} {
		verb := "would be removed"
		if last == "--yes" {
			verb = "removed"
		}
		if last == "--dry-run" {
			out, _ := l.must(t, exitDone, "purge", "packets", last, "--json")
			var told jsonPurge
			if err := json.Unmarshal([]byte(out), &told); err != nil || !slices.Equal(told.Paths, paths) || told.Unnamed != 2 || told.Files != 8 {
				t.Errorf("%v: %s", err, out)
			}
		}
		out, _ := l.must(t, exitDone, "purge", "packets", last)
		want := "packets: " + verb + ", by path:\n  " + strings.Join(paths, "\n  ") + "\npackets: " + verb + ", not named as the folders may be called after people: 2\npackets: " + verb + ": 8 files of 2 packets\n"
		if !strings.HasPrefix(out, want) || strings.Contains(out, "Doe") {
			t.Errorf("%s", out)
		}
	}
	if l.exists("packets") {
		t.Error("the folder still stands")
	}
}

func TestTheFolderOfAPacketIsNamedWhereItLooksLikeAnID(t *testing.T) {
	names := []string{"CLINIC-0042/a", "0042/b", ".tmp-CLINIC-0042-77/c", ".expunge/d", "e", "Jane-Doe/f", ".tmp-Jane-Doe-77/g", "900-12-3456/h", "9001231234/i"}
	paths, unnamed := described(names)
	if want := []string{".expunge/d", ".tmp-CLINIC-0042-77/c", "0042/b", "CLINIC-0042/a", "e"}; !slices.Equal(paths, want) || unnamed != 4 {
		t.Errorf("%q and %d", paths, unnamed)
	}
}

// meddler does something when it is asked, and says yes.
type meddler struct {
	do   func()
	text io.Reader
}

func (m meddler) Read(b []byte) (int, error) {
	m.do()
	return m.text.Read(b)
}

func TestAPurgeThatFailsNamesTheFileAndSaysWhatItRemoved(t *testing.T) {
	l := dayOf(t)
	paper := filepath.Join(l.dir, "packets", "DAY-1", "packet.pdf")
	var out, errs bytes.Buffer
	code := Main(t.Context(), []string{"purge", "packets"}, Streams{
		In: meddler{func() {
			_ = os.Remove(paper)
			_ = os.MkdirAll(filepath.Join(paper, "full"), 0o700)
		}, strings.NewReader("yes\n")}, Out: &out, Err: &errs, InIsTerminal: true, OutIsTerminal: true, Dir: l.dir,
	}, clock)
	if code != exitMachine || !strings.Contains(errs.String(), paper) || !strings.Contains(errs.String(), "files were removed before this; the same command goes on from there") {
		t.Errorf("%d: %s", code, errs.String())
	}
	if !strings.Contains(out.String(), "packets: removed") || l.exists("packets/DAY-1/receipt.json") == false {
		t.Errorf("%s", out.String())
	}
}

func TestAFolderThatABatchOnlyBeganIsTakenUpOrRemoved(t *testing.T) {
	for _, begun := range [][]string{{}, {"lock"}, {"lock", ".tmp-journal.jsonl-7"}, {".tmp-folder.json-7", "journal.jsonl"}} {
		for _, command := range []string{"purge", "batch", "purge --confidential", "verify"} {
			l := locked{dir: t.TempDir()}
			place(t, l.dir, "clients.csv", clientsHead+"DAY-1,Jordan,Sampleton,1977-07-17,,yes,no,24-0001,justice,Hinds,simple assault,misdemeanor,dismissed,2024-06-03\n")
			hidden := filepath.Join(l.dir, "packets", ".expunge")
			if err := os.MkdirAll(hidden, 0o700); err != nil {
				t.Fatal(err)
			}
			for _, name := range begun {
				place(t, hidden, name, "")
			}
			switch command {
			case "purge":
				l.must(t, exitDone, "purge", "packets", "--dry-run")
				l.must(t, exitDone, "purge", "packets", "--yes")
				if l.exists("packets") {
					t.Errorf("%q: the folder still stands", begun)
				}
			case "batch":
				l.must(t, exitDone, "batch", "clients.csv", "--only", "checklist")
				l.must(t, exitDone, "verify", "packets", "clients.csv")
			default:
				code, _, errs := l.run(t, append(strings.Fields(command), "packets", "--no-input")...)
				if code == exitMachine || strings.Contains(errs, "goroutine") {
					t.Errorf("%q %s: %d %s", begun, command, code, errs)
				}
			}
		}
	}
}

func TestAnEmptyFolderIsNobodysAndStays(t *testing.T) {
	l := locked{dir: t.TempDir()}
	if err := os.MkdirAll(filepath.Join(l.dir, "packets", "A-1"), 0o700); err != nil {
		t.Fatal(err)
	}
	out, errs := l.must(t, exitDone, "purge", filepath.Join("packets", "A-1"), "--yes")
	if !strings.Contains(errs, "is empty; the folder itself stays") || !strings.Contains(out, "removed: 0 files of 0 packets") || !l.exists("packets/A-1") {
		t.Errorf("%s%s", out, errs)
	}
	l.must(t, exitUsage, "purge", "packets", "--yes")
	if !l.exists("packets/A-1") {
		t.Error("the empty folder is gone")
	}
}
