package forms

import (
	"slices"

	"expunge/forms/doc"
	"expunge/petition"
)

// A case can have been in more than one court, with a number in each. The clerk who is
// told to expunge the file must be told under which number it lies.

// clerkOf is a clerk among the keepers, with the numbers of the files, besides this cause,
// that the clerk has.
type clerkOf struct {
	name   []doc.Span
	causes [][]doc.Span
}

// clerks are the clerk of this Court and of every court the case was in before, each once.
func (b brief) clerks() [][]doc.Span {
	list := []clerkOf{{name: b.clerk(b.p.Court, petition.ChargePath(b.first(), "court"))}}
	for _, i := range b.p.Charges {
		ch := b.c.Charges[i]
		var cause []doc.Span
		if b.fromAnotherCourt(i) && ch.CauseNumber != "" {
			cause = words("Cause No. ", b.fact(i, "cause_number", ch.CauseNumber))
		}
		list = withClerk(list, b.clerk(ch.Court, petition.ChargePath(i, "court")), cause, words(b.fact(i, "court.level", ch.Court.Name())))
		if lower := ch.LowerCourt.Court; lower.Level != "" {
			list = withClerk(list, b.clerk(lower, petition.ChargePath(i, "lower_court.court")), b.lowerCause(i), words(b.fact(i, "lower_court.court.level", lower.Name())))
		}
	}
	out := make([][]doc.Span, len(list))
	for n, c := range list {
		out[n] = c.withCauses(n == 0)
	}
	return out
}

// withClerk adds a clerk, and the number of a file. The clerk of this Court, who stands
// first, is told which court that file is of: a circuit clerk has those of county court too.
func withClerk(list []clerkOf, name, cause, court []doc.Span) []clerkOf {
	n := slices.IndexFunc(list, func(c clerkOf) bool { return key(c.name) == key(name) })
	if n < 0 {
		n = len(list)
		list = append(list, clerkOf{name: name})
	}
	if n == 0 && len(cause) > 0 {
		cause = words(cause, " of the ", court)
	}
	known := slices.ContainsFunc(list[n].causes, func(c []doc.Span) bool { return key(c) == key(cause) })
	if len(cause) > 0 && !known {
		list[n].causes = append(list[n].causes, cause)
	}
	return list
}

// withCauses is the clerk in a list of keepers: "the Clerk of the Justice Court of Rankin
// County, for Cause No. 16-0456".
func (c clerkOf) withCauses(own bool) []doc.Span {
	out := c.name
	for n, cause := range c.causes {
		switch {
		case n > 0:
			out = words(out, " and ", cause)
		case own:
			out = words(out, ", for this cause and for ", cause)
		default:
			out = words(out, ", for ", cause)
		}
	}
	return out
}

// lowerCause is the number of the case in the court it began in, where it is known.
func (b brief) lowerCause(i int) []doc.Span {
	no := b.c.Charges[i].LowerCourt.CauseNumber
	if no == "" {
		return nil
	}
	return words("Cause No. ", b.fact(i, "lower_court.cause_number", no))
}

// begunAs names the causes of the lower courts in which the charges began, each once.
func (b brief) begunAs() []doc.Span {
	var out []doc.Span
	var seen []string
	for _, i := range b.p.Charges {
		cause := b.lowerCause(i)
		if len(cause) == 0 {
			continue
		}
		cause = words(cause, " of the ", b.fact(i, "lower_court.court.level", b.c.Charges[i].LowerCourt.Court.Name()))
		lead := " and "
		if len(seen) == 0 {
			lead = ", begun as "
		}
		if !slices.Contains(seen, key(cause)) {
			seen = append(seen, key(cause))
			out = words(out, lead, cause)
		}
	}
	return out
}
