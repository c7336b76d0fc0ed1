package petition

import "expunge/assets"

// Court is a court as the record names it. County is wanted for every Mississippi
// court; District only in the ten counties with two judicial districts; City only
// for a municipal court; State only for a court outside Mississippi.
type Court struct {
	Level        Level            `fact:"level" label:"Kind of court"`
	County       string           `fact:"county" label:"County" validate:"max=60"`
	District     District         `fact:"district" label:"Judicial district of the county"`
	City         string           `fact:"city" label:"City, town or village" validate:"max=80"`
	Municipality MunicipalityKind `fact:"municipality" label:"Is it a city, a town or a village?"`
	State        string           `fact:"state" label:"State" validate:"omitempty,usstate"`
}

// IsZero reports whether nothing is known of the court.
func (c Court) IsZero() bool { return c == Court{} }

// Differs reports whether two courts contradict one another: a part known of both is
// not the same. What is not known of one of them does not tell them apart.
func (c Court) Differs(o Court) bool {
	return differ(string(c.Level), string(o.Level)) || differ(c.CountyName(), o.CountyName()) ||
		differ(string(c.District), string(o.District)) || differ(c.City, o.City) || differ(c.State, o.State)
}

// IsMississippi answers whether the court is a state court of Mississippi.
// It is Unstated while the level of the court is not known.
func (c Court) IsMississippi() Answer {
	switch c.Level {
	case Circuit, County, Justice, Municipal, Youth:
		if c.State != "" && c.State != "MS" {
			return No
		}
		return Yes
	case Federal, Tribal, Military, OutOfState:
		return No
	default:
		if c.State != "" && c.State != "MS" {
			return No
		}
		return Unstated
	}
}

// DistrictOrdinal returns "First" or "Second" for a court that sits in a judicial
// district of a two-district county, and the empty string for every other court.
// Municipal courts belong to their city and have no district.
func (c Court) DistrictOrdinal() string {
	if c.Level == Municipal {
		return ""
	}
	county, ok := assets.FindCounty(c.County)
	if !ok || !county.TwoDistricts() {
		return ""
	}
	switch c.District {
	case FirstDistrict:
		return "First"
	case SecondDistrict:
		return "Second"
	default:
		return ""
	}
}

// MunicipalityWord returns "City", "Town" or "Village" for a municipal court, from
// the record or else from the table of municipalities, and the empty string when
// neither says.
func (c Court) MunicipalityWord() string {
	kind := c.Municipality
	if kind == "" {
		if m, ok := assets.FindMunicipality(c.City); ok {
			kind = MunicipalityKind(m.Kind)
		}
	}
	switch kind {
	case City:
		return "City"
	case Town:
		return "Town"
	case Village:
		return "Village"
	default:
		return ""
	}
}

// Name returns the court in the words of a sentence, "Circuit Court of Hinds County,
// First Judicial District" or "Municipal Court of the City of Brandon". Parts that
// are not known are left out; the result is empty when the level is not known or
// the court is not a court of Mississippi.
func (c Court) Name() string { return string(c.AppendName(nil)) }

// AppendName appends the court as [Court.Name] gives it.
func (c Court) AppendName(b []byte) []byte {
	if c.IsMississippi() != Yes {
		return b
	}
	switch c.Level {
	case Municipal:
		return c.appendMunicipal(b)
	case County:
		b = append(b, "County"...)
	case Justice:
		b = append(b, "Justice"...)
	case Youth:
		b = append(b, "Youth"...)
	default:
		b = append(b, "Circuit"...)
	}
	b = append(b, " Court"...)
	if c.County == "" {
		return b
	}
	b = append(append(append(b, " of "...), c.CountyName()...), " County"...)
	if d := c.DistrictOrdinal(); d != "" {
		b = append(append(append(b, ", "...), d...), " Judicial District"...)
	}
	return b
}

func (c Court) appendMunicipal(b []byte) []byte {
	b = append(b, "Municipal Court"...)
	if c.City == "" {
		return b
	}
	if word := c.MunicipalityWord(); word != "" {
		b = append(append(append(b, " of the "...), word...), " of "...)
	} else {
		b = append(b, " of "...)
	}
	return append(b, c.City...)
}

// CountyName returns the county as the table of counties spells it, or as given
// when the table has no such county.
func (c Court) CountyName() string {
	if county, ok := assets.FindCounty(c.County); ok {
		return county.Name
	}
	return c.County
}
