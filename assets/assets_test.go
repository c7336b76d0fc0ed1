package assets

import (
	"os"
	"slices"
	"strings"
	"testing"
)

func TestCounties(t *testing.T) {
	var divided, courts int
	names, codes, circuits := map[string]bool{}, map[string]bool{}, map[int]string{}
	for _, c := range Counties() {
		names[c.Name], codes[c.FIPS] = true, true
		if c.CountyCourt {
			courts++
		}
		if c.TwoDistricts() {
			divided++
			if !slices.Equal(c.Seats, c.DistrictSeats[:]) {
				t.Errorf("%s: seats %v, district seats %v", c.Name, c.Seats, c.DistrictSeats)
			}
		} else if len(c.Seats) != 1 || c.Seats[0] == "" || c.DistrictSeats[1] != "" {
			t.Errorf("%s: undivided, but seats %v, district seats %v", c.Name, c.Seats, c.DistrictSeats)
		}
		if word, ok := circuits[c.Circuit]; ok && word != c.CircuitOrdinal {
			t.Errorf("circuit %d is both %s and %s", c.Circuit, word, c.CircuitOrdinal)
		}
		circuits[c.Circuit] = c.CircuitOrdinal
		if len(c.FIPS) != 5 || !strings.HasPrefix(c.FIPS, "28") {
			t.Errorf("%s: FIPS %q", c.Name, c.FIPS)
		}
		if !slices.Contains([]string{"high", "medium", "low"}, c.SeatConfidence) {
			t.Errorf("%s: seat confidence %q", c.Name, c.SeatConfidence)
		}
		want := "2026-12-31"
		if slices.Contains([]int{1, 2, 3, 5, 8, 16, 17, 20}, c.Circuit) {
			want = ""
		}
		if c.CircuitConfirmedThrough != want {
			t.Errorf("%s: circuit confirmed through %q, want %q", c.Name, c.CircuitConfirmedThrough, want)
		}
	}
	for what, n := range map[string][2]int{
		"counties":             {len(Counties()), 82},
		"county names":         {len(names), 82},
		"FIPS codes":           {len(codes), 82},
		"divided counties":     {divided, 10},
		"county courts":        {courts, 24},
		"circuits":             {len(circuits), 23},
		"circuits, as strings": {len(ordinals(circuits)), 23},
	} {
		if n[0] != n[1] {
			t.Errorf("%s: %d, want %d", what, n[0], n[1])
		}
	}
	for n := 1; n <= 23; n++ {
		if circuits[n] == "" {
			t.Errorf("no county in circuit %d", n)
		}
	}
	if !slices.IsSortedFunc(Counties(), func(a, b County) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("not alphabetical")
	}
}

func ordinals(circuits map[int]string) map[string]bool {
	words := map[string]bool{}
	for _, word := range circuits {
		words[word] = true
	}
	return words
}

// The county codes are the odd numbers in alphabetical order, DeSoto sorting as
// one word.
func TestFIPSFollowsTheAlphabet(t *testing.T) {
	want := 28001
	for _, r := range table("counties.csv") {
		var got int
		for _, digit := range r["fips"] {
			got = got*10 + int(digit-'0')
		}
		if got != want {
			t.Errorf("%s: FIPS %d, want %d", r["county"], got, want)
		}
		want += 2
	}
}

func TestCountiesIsFresh(t *testing.T) {
	Counties()[0].Name = "Nowhere"
	if got := Counties()[0].Name; got != "Adams" {
		t.Errorf("first county is %q after a caller wrote to the slice", got)
	}
}

func TestFindCounty(t *testing.T) {
	for name, want := range map[string]string{
		"Hinds":                  "Hinds",
		"hinds county":           "Hinds",
		" HINDS COUNTY":          "Hinds",
		"De Soto":                "DeSoto",
		"DESOTO":                 "DeSoto",
		"De Soto County":         "DeSoto",
		"jefferson davis county": "Jefferson Davis",
		"Jefferson":              "Jefferson",
		"PearlRiver":             "Pearl River",
		"Craighead":              "",
		"County":                 "",
		"":                       "",
	} {
		c, ok := FindCounty(name)
		if c.Name != want || ok != (want != "") {
			t.Errorf("FindCounty(%q) = %q, %v; want %q", name, c.Name, ok, want)
		}
	}
	hinds, _ := FindCounty("Hinds")
	if hinds.Circuit != 7 || hinds.CircuitOrdinal != "Seventh" || hinds.DistrictSeats != [2]string{"Jackson", "Raymond"} {
		t.Errorf("Hinds is %+v", hinds)
	}
	for _, c := range Counties() {
		if got, _ := FindCounty(strings.ToUpper(c.Name) + " County"); got.Name != c.Name {
			t.Errorf("%s: found %q", c.Name, got.Name)
		}
	}
}

func TestMunicipalities(t *testing.T) {
	all := Municipalities()
	if len(all) != 105 {
		t.Errorf("%d municipalities, want 105", len(all))
	}
	seen := map[string]bool{}
	for _, m := range all {
		if key := squeeze(m.Name); seen[key] {
			t.Errorf("%s stands twice", m.Name)
		} else {
			seen[key] = true
		}
		if !slices.Contains([]string{"city", "town", "village"}, m.Kind) {
			t.Errorf("%s: kind %q", m.Name, m.Kind)
		}
		for _, county := range append([]string{m.County}, m.AlsoIn...) {
			if c, ok := FindCounty(county); !ok || c.Name != county {
				t.Errorf("%s: no county %q", m.Name, county)
			}
		}
		if slices.Contains(m.AlsoIn, m.County) {
			t.Errorf("%s: also in its own county", m.Name)
		}
	}
}

// A seat that is also in the list of municipalities must be in its county.
func TestSeatsAgree(t *testing.T) {
	met := 0
	for _, c := range Counties() {
		for _, seat := range c.Seats {
			m, ok := FindMunicipality(seat)
			if !ok {
				continue
			}
			met++
			if m.County != c.Name {
				t.Errorf("%s is a seat of %s, but in %s", seat, c.Name, m.County)
			}
		}
	}
	if met < 50 {
		t.Errorf("only %d seats are in the list", met)
	}
}

func TestFindMunicipality(t *testing.T) {
	for name, want := range map[string]string{
		"Jackson":              "Jackson",
		"City of Jackson":      "Jackson",
		"the city of JACKSON":  "Jackson",
		"TOWN OF WALLS":        "Walls",
		"diberville":           "D'Iberville",
		"D’Iberville":          "D'Iberville",
		"City of Bay St Louis": "Bay St. Louis",
		"yazoo city":           "Yazoo City",
		"City of":              "",
		"Memphis":              "",
		"":                     "",
	} {
		m, ok := FindMunicipality(name)
		if m.Name != want || ok != (want != "") {
			t.Errorf("FindMunicipality(%q) = %q, %v; want %q", name, m.Name, ok, want)
		}
	}
	if m, _ := FindMunicipality("Hattiesburg"); m.County != "Forrest" || !slices.Equal(m.AlsoIn, []string{"Lamar"}) {
		t.Errorf("Hattiesburg is %+v", m)
	}
	if m, _ := FindMunicipality("Tupelo"); m.AlsoIn != nil {
		t.Errorf("Tupelo is also in %q", m.AlsoIn)
	}
}

func TestResources(t *testing.T) {
	all := Resources()
	if len(all) != 10 {
		t.Errorf("%d resources, want 10", len(all))
	}
	seen := map[string]bool{}
	for _, r := range all {
		if seen[r.Organization] {
			t.Errorf("%s stands twice", r.Organization)
		}
		seen[r.Organization] = true
		if r.Organization == "" || r.Contact == "" || r.Serves == "" || r.Age == "" {
			t.Errorf("a field is empty: %+v", r)
		}
	}
}

// Every source key of a table has its row in SOURCES.md, and no key has two.
func TestSources(t *testing.T) {
	text, err := os.ReadFile("SOURCES.md")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		rest, ok := strings.CutPrefix(line, "| `")
		if !ok {
			continue
		}
		key, _, _ := strings.Cut(rest, "`")
		if known[key] {
			t.Errorf("SOURCES.md: %s stands twice", key)
		}
		if cells := strings.Split(rest, "|"); len(cells) != 6 || slices.ContainsFunc(cells[:5], blank) {
			t.Errorf("SOURCES.md: %s: %d cells, or an empty one", key, len(cells))
		}
		known[key] = true
	}
	used := map[string]bool{"fips_list": true, "hb1544": true} // whole columns
	for name, columns := range map[string][]string{
		"counties.csv":       {"district_source", "seat_source", "county_court_source"},
		"municipalities.csv": {"source"},
		"resources.csv":      {"source"},
	} {
		for i, r := range table(name) {
			for _, column := range columns {
				keys := r.list(column)
				if len(keys) == 0 {
					t.Errorf("%s, row %d: no %s", name, i+1, column)
				}
				for _, key := range keys {
					used[key] = true
				}
			}
		}
	}
	for key := range used {
		if !known[key] {
			t.Errorf("SOURCES.md has no row for %s", key)
		}
	}
	for key := range known {
		if !used[key] {
			t.Errorf("SOURCES.md: nothing uses %s", key)
		}
	}
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }

func BenchmarkFindCounty(b *testing.B) {
	for b.Loop() {
		FindCounty("Jefferson Davis")
	}
}
