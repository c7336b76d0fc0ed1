package forms

import (
	"fmt"
	"slices"
	"strings"

	"expunge/assets"
	"expunge/forms/doc"
	"expunge/petition"
)

// toConfirm are the boxes of what the tables of courts cannot vouch for in the courts of
// the petitions: a county court where no county court is listed, and a municipality that
// is listed in another county or in several. The tables are no authority, so neither is a
// problem of the case; the clerk knows.
func (l lister) toConfirm() []doc.CheckItem {
	var out []doc.CheckItem
	var said []string
	for _, p := range l.petitions {
		for _, i := range p.Charges {
			why := l.courtDoubt(l.c.Charges[i].Court)
			if why != "" && !slices.Contains(said, why) {
				said = append(said, why)
				out = append(out, l.box(boxWords{l.w.courtKnown, why}))
			}
		}
	}
	return out
}

// courtDoubt says what the tables have against a court; empty where they have nothing, or
// do not know the place.
func (l lister) courtDoubt(c petition.Court) string {
	switch c.Level {
	case petition.County:
		if county, ok := assets.FindCounty(c.County); ok && !county.CountyCourt {
			return fmt.Sprintf(l.w.noCountyCourt, county.Name)
		}
	case petition.Municipal:
		m, ok := assets.FindMunicipality(c.City)
		if !ok || len(m.AlsoIn) == 0 && m.County == c.CountyName() {
			return ""
		}
		return fmt.Sprintf(l.w.cityIn, m.Name, strings.Join(append([]string{m.County}, m.AlsoIn...), ", "))
	default: // every county has a circuit court, a justice court and a youth court
	}
	return ""
}

// unsaidIndictments are the paths of whether the grand jury indicted, where that is not
// known of a felony in a circuit court. The petition then says nothing of an indictment,
// which leaves no blank to find.
func (l lister) unsaidIndictments() []petition.Path {
	var out []petition.Path
	for _, p := range l.petitions {
		for _, i := range p.Charges {
			ch := l.c.Charges[i]
			grade := ch.Grade
			if ch.Charged.Grade != "" {
				grade = ch.Charged.Grade
			}
			if grade == petition.Felony && ch.Court.Level == petition.Circuit && wasCharged(ch) && !ch.Indicted.Known() {
				out = append(out, petition.ChargePath(i, "indicted"))
			}
		}
	}
	return out
}
