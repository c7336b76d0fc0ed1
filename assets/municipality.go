package assets

import (
	"slices"
	"strings"
	"sync"
)

// Municipality is a city, town or village that may have a municipal court. The
// list holds the larger ones and most county seats, about a third of all, so a
// name that is not in it is no mistake. See SOURCES.md.
type Municipality struct {
	Name, Kind, County string // Kind is "city", "town" or "village"

	// AlsoIn are further counties that the municipality reaches into. The
	// county of such a place must be asked, not inferred.
	AlsoIn []string
}

// Municipalities returns the list by name, in a slice of the caller's own. The
// AlsoIn within are shared.
func Municipalities() []Municipality { return slices.Clone(municipalities().all) }

// FindMunicipality returns the municipality of that name. Case, spaces, periods,
// apostrophes and a leading "City of", "Town of" or "Village of" (also with
// "the") do not matter. False means only that the list does not have it.
func FindMunicipality(name string) (Municipality, bool) {
	index := municipalities().byName
	key := squeeze(name)
	for _, style := range []string{"cityof", "townof", "villageof"} {
		if rest, ok := strings.CutPrefix(strings.TrimPrefix(key, "the"), style); ok {
			key = rest
			break
		}
	}
	m, ok := index[key]
	return m, ok
}

type municipalityTable struct {
	all    []Municipality
	byName map[string]Municipality // by squeezed name
}

var municipalities = sync.OnceValue(func() municipalityTable {
	rows := table("municipalities.csv")
	t := municipalityTable{make([]Municipality, len(rows)), make(map[string]Municipality, len(rows))}
	for i, r := range rows {
		m := Municipality{r["name"], r["kind"], r["county"], r.list("also_in")}
		t.all[i] = m
		t.byName[squeeze(m.Name)] = m
	}
	return t
})
