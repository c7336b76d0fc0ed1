package cli

import (
	"os"
	"path/filepath"
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
