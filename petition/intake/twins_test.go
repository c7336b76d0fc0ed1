package intake

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestTwinsAreComparedInProportion counts the comparisons among cases that are all alike: each
// meets the eleven first ones, never all.
func TestTwinsAreComparedInProportion(t *testing.T) {
	for _, c := range []struct{ cases, comparisons int }{
		{0, 0}, {1, 1}, {2, 4}, {10, 100}, {11, 121}, {12, 132}, {1000, 11_000}, {200_000, 2_200_000},
	} {
		met := 0
		for range toCompare(make([]int, c.cases)) {
			if met++; met > c.comparisons {
				break
			}
		}
		if met != c.comparisons {
			t.Errorf("%d cases: %d comparisons, want %d", c.cases, met, c.comparisons)
		}
	}
}

// TestEachOfManyTwinsHasSome has findTwins go by these comparisons: everybody is told of ten
// others, the first ones too.
func TestEachOfManyTwinsHasSome(t *testing.T) {
	text := "case,First name,Last name,Date of birth,Offense\n"
	for n := range 40 {
		text += fmt.Sprintf("A-%d,Ada,Sampleton,1957-08-29,theft\n", n)
	}
	for n, c := range openTwins(t, text).All() {
		want := []string{"A-0", "A-1", "A-2", "A-3", "A-4", "A-5", "A-6", "A-7", "A-8", "A-9", "A-10"}
		if n < len(want) {
			want = slices.Delete(want, n, n+1)
		}
		if want = want[:maxTwins]; !slices.Equal(c.Twins, want) {
			t.Errorf("%s: %v, want %v", c.ID, c.Twins, want)
		}
	}
}

func openTwins(t *testing.T, text string) *Table {
	t.Helper()
	table, err := ReadTable("c.csv", strings.NewReader(text), nil)
	if err != nil {
		t.Fatal(err)
	}
	return table
}
