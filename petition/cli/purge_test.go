package cli

import (
	"fmt"
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
