package assets

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// County is one of the 82 counties, with what a caption and a service list
// need to know of it.
//
// Sources: Mississippi Code sections 9-7-5 to 9-7-64 for the circuit court
// districts, and the pages that SOURCES.md names for the rest.
type County struct {
	Name string
	FIPS string // five digits, "28" and the county code

	// Seats has two towns in the ten two-district counties, one elsewhere.
	Seats []string

	// SeatConfidence is "high", "medium" or "low". In a two-district county
	// it also grades which seat is First, so below "high" let a person choose.
	SeatConfidence string

	Circuit        int    // number of the circuit court district, 1 to 23
	CircuitOrdinal string // the same in words, "Seventh"

	// CircuitConfirmedThrough is the last day, "2026-12-31", for which we know
	// the district, where the redistricting act of 2025 may have changed it.
	// Empty means that the act brought the district forward as it was.
	CircuitConfirmedThrough string

	CountyCourt bool // whether the county has a county court

	// DistrictSeats are the seats of the First and the Second Judicial
	// District. Both are empty where the county is not divided.
	DistrictSeats [2]string
}

// TwoDistricts reports whether the county is divided into a First and a Second
// Judicial District, which a caption must then name.
func (c County) TwoDistricts() bool { return c.DistrictSeats[0] != "" }

// Counties returns all counties in alphabetical order, in a slice of the
// caller's own. The Seats within are shared.
func Counties() []County { return slices.Clone(counties().all) }

// FindCounty returns the county of that name. Case, spaces, periods and a
// trailing "County" do not matter: "De Soto County" is DeSoto. False means that
// Mississippi has no such county; Craighead, for one, is in Arkansas.
func FindCounty(name string) (County, bool) {
	t := counties()
	at, ok := t.byName[name]
	if !ok {
		at, ok = t.byName[strings.TrimSuffix(squeeze(name), "county")]
	}
	if !ok {
		return County{}, false
	}
	return t.all[at], true
}

type countyTable struct {
	all    []County
	byName map[string]int // by name as written and by squeezed name, where in all
}

var counties = sync.OnceValue(func() countyTable {
	rows := table("counties.csv")
	t := countyTable{make([]County, len(rows)), make(map[string]int, 2*len(rows))}
	for i, r := range rows {
		c, err := county(r)
		if err != nil {
			panic("assets: counties.csv: " + err.Error())
		}
		t.all[i] = c
		t.byName[c.Name] = i
		t.byName[squeeze(c.Name)] = i
	}
	return t
})

func county(r row) (County, error) {
	circuit, err := strconv.Atoi(r["circuit_district"])
	if err != nil {
		return County{}, fmt.Errorf("%s: %w", r["county"], err)
	}
	return County{
		Name:                    r["county"],
		FIPS:                    r["fips"],
		Seats:                   r.list("seats"),
		SeatConfidence:          r["seat_confidence"],
		Circuit:                 circuit,
		CircuitOrdinal:          r["circuit_ordinal"],
		CircuitConfirmedThrough: r["circuit_district_confirmed_through"],
		CountyCourt:             r["county_court"] == "yes",
		DistrictSeats:           [2]string{r["first_district_seat"], r["second_district_seat"]},
	}, nil
}
