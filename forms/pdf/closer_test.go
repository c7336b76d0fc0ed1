package pdf

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"expunge/forms/doc"
)

// A paper set closer keeps the lines it had. It comes out as if it were set that close for
// the first time, and trying it out beforehand counts its pages right.
func TestSettingAgainIsSettingAfresh(t *testing.T) {
	theme := Standard()
	fewer := 0
	for _, d := range slices.Concat(samplePapers(), nastyPapers(), confidentialPapers(), []doc.Document{orderPaper()}) {
		for _, share := range theme.Closer {
			closer := theme.closer(share)
			want := setDocument(setterOf(t), &closer, &d, pass{}).deal()

			set := setterOf(t)
			first := setDocument(set, &theme, &d, pass{}).deal()
			if n := setDocument(set, &closer, &d, pass{again: true, heights: true}).count(); n != len(want) {
				t.Errorf("%s, %.2f: %d pages are counted, %d are set", d.Name, share, n, len(want))
			}
			if diff := cmp.Diff(want, setDocument(set, &closer, &d, pass{again: true}).deal()); diff != "" {
				t.Errorf("%s, %.2f: (- afresh, + again)\n%s", d.Name, share, diff)
			}
			if len(want) < len(first) {
				fewer++
			}
		}
	}
	if fewer == 0 {
		t.Error("no paper became shorter: the test shows nothing")
	}
}

func setterOf(t *testing.T) *setter {
	t.Helper()
	theme := Standard()
	set, err := newSetter(&theme)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func TestAStoreGivesZeroesAndKeepsApart(t *testing.T) {
	var s store[int]
	for range 3 {
		a, b, c := s.take(200), s.take(100), s.take(3*leastBlock)
		for _, part := range [][]int{a, b, c} {
			if slices.ContainsFunc(part, func(n int) bool { return n != 0 }) {
				t.Error("what was there before is still there")
			}
			for i := range part {
				part[i] = len(part)
			}
		}
		_ = append(a, 7)
		if len(a) != 200 || len(b) != 100 || len(c) != 3*leastBlock || a[199] != 200 || b[0] != 100 || c[0] != 3*leastBlock {
			t.Error("the parts are not apart")
		}
		s.reset()
	}
	if len(s.blocks) != 3 {
		t.Errorf("%d blocks, want those of the first round", len(s.blocks))
	}
}
