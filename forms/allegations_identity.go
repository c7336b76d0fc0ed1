package forms

import (
	"slices"
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
)

// What the order finds of the person and of the arrest. A certified copy goes to offices
// that may not get the confidential sheet, and must still tell them whose record and which
// arrest it means. Of the birth it has the year alone, as a public paper may (M.R.C.P. 5.1).

// identified names the person and the arrest on every route but youth court's.
func identified(b brief, i int) []doc.Span {
	ch := b.c.Charges[i]
	out := words("The petitioner", b.known(), " was ", arrestWord(ch), " on ", b.fact(i, "arrest.date", ch.Arrest.Date.Long()), " by ", b.agency(i), b.arrestNumber(i))
	if !b.survivor() {
		out = words(out, b.arrestName(i))
	}
	if ch.Outcome != petition.Uncharged {
		out = words(out, b.onOffenses(i))
	}
	return stopped(out)
}

// onOffenses are the days of the offenses that one arrest was for: all of the petition where
// its charges share the arrest, so that the order tells of it once.
func (b brief) onOffenses(i int) []doc.Span {
	first := b.c.Charges[b.p.Charges[0]].Arrest
	apart := func(n int) bool {
		ch := b.c.Charges[n]
		return ch.Arrest != first || !ch.OffenseDate.Known() || ch.Outcome == petition.Uncharged
	}
	if len(b.p.Charges) == 1 || slices.ContainsFunc(b.p.Charges, apart) {
		return words(", for an offense alleged to have been committed on ", b.fact(i, "offense_date", b.c.Charges[i].OffenseDate.Long()))
	}
	out, said := words(", for offenses alleged to have been committed on "), []petition.Date(nil)
	for _, n := range b.p.Charges {
		day := b.c.Charges[n].OffenseDate
		if slices.Contains(said, day) {
			continue
		}
		if len(said) > 0 {
			out = words(out, " and ")
		}
		out, said = words(out, b.fact(n, "offense_date", day.Long())), append(said, day)
	}
	return out
}

// identifiedAndReleased adds the release, where the section asks for one.
func identifiedAndReleased(b brief, i int) []doc.Span {
	return words(identified(b, i), " The petitioner was released.")
}

// identifiedInYouthCourt says taken into custody where the others say arrested, and only
// where that is so.
func identifiedInYouthCourt(b brief, i int) []doc.Span {
	ch := b.c.Charges[i]
	act := words("the act was alleged to have been committed on ", b.fact(i, "offense_date", ch.OffenseDate.Long()), ".")
	if ch.Arrest.Kind != petition.ArrestMade {
		if born := b.c.Petitioner.DateOfBirth; born.Known() {
			return words("The petitioner was born in ", b.value("petitioner.date_of_birth", number(born.Year())), ", and ", act)
		}
		return capital(act)
	}
	return words("The petitioner", b.known(), " was taken into custody on ", b.fact(i, "arrest.date", ch.Arrest.Date.Long()), " by ", b.agency(i), b.arrestNumber(i), "; ", act)
}

// known tells the person apart: the year of birth and the other names of the record. A
// survivor's papers have neither, and youth court's no name.
func (b brief) known() []doc.Span {
	p := b.c.Petitioner
	if b.survivor() {
		return nil
	}
	var out []doc.Span
	if p.DateOfBirth.Known() {
		out = words(out, ", born in ", b.value("petitioner.date_of_birth", number(p.DateOfBirth.Year())))
	}
	out = words(out, b.otherNames())
	if len(out) > 0 {
		out = words(out, ",")
	}
	return out
}

// otherNames are the names that the record may have in place of the petitioner's own.
func (b brief) otherNames() []doc.Span {
	if len(b.c.Petitioner.OtherNames) == 0 || b.minor() {
		return nil
	}
	return words(", whose record may also carry the name ", b.value("petitioner.other_names[]", strings.Join(b.c.Petitioner.OtherNames, " or ")))
}

// agency is the arresting agency in a sentence, with its article.
func (b brief) agency(i int) []doc.Span {
	return b.officeNamed(petition.ChargePath(i, "arrest.agency"), b.c.Charges[i].Arrest.Agency)
}

// officeNamed is the name of an office as a sentence has it: "the Rankin County Sheriff’s
// Office". A name that brings its article keeps it.
func (b brief) officeNamed(path petition.Path, name string) []doc.Span {
	name = strings.ReplaceAll(squeeze(name), "'", "’")
	if lower := strings.ToLower(name); name == "" || strings.HasPrefix(lower, "the ") {
		return words(b.value(path, name))
	}
	return words("the ", b.value(path, name))
}

func (b brief) arrestNumber(i int) []doc.Span {
	no := b.c.Charges[i].Arrest.AgencyNumber
	if no == "" {
		return nil
	}
	return words(", agency case number ", b.fact(i, "arrest.agency_number", no))
}

// arrestName is the name that was given at the arrest, where it was another one.
func (b brief) arrestName(i int) []doc.Span {
	name := b.c.Charges[i].Arrest.Name
	if name == "" || name == b.c.Petitioner.Name.Full() || b.minor() {
		return nil
	}
	return words(", under the name ", b.fact(i, "arrest.name", name))
}
