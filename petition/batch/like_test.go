package batch

import (
	"strings"
	"testing"
)

// TestAnIdThatIsRefusedIsNotNamedInTheLineOfAnother has two cases of one person, one under a
// number of that person.
func TestAnIdThatIsRefusedIsNotNamedInTheLineOfAnother(t *testing.T) {
	who := func(id string) client {
		return person(id, "Ada", "Sampleton", "1957-08-29").with(client{"Social Security number": "000-12-9876"}).with(dismissed("Rankin"))
	}
	for _, id := range []string{"000129876", "000-12-9876", "1957-08-29", "case-1957-08-29"} {
		dir := t.TempDir()
		r := mustRun(t, sheetOf(who("QX-1"), who(id), who("QX-2")), dir, options())
		if r.Outcomes[Drafted] != 2 || r.Outcomes[Problems] != 1 {
			t.Errorf("%s: %v", id, r.Outcomes)
		}
		if e := r.Entries[0]; strings.Join(e.Like, ",") != "QX-2" || strings.Join(e.Cautions, ",") == "" {
			t.Errorf("%s: %v %v", id, e.Like, e.Cautions)
		}
		for name, text := range tree(t, dir) {
			if base := name[strings.LastIndexByte(name, '/')+1:]; base != "confidential.pdf" && base != "problems.csv" && strings.Contains(name+text, id) {
				t.Errorf("%s holds the id %s", name, id)
			}
		}
	}
}
