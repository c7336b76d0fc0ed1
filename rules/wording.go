package rules

import (
	"strings"

	"expunge/petition"
)

// wording is what the section and the name of an offense tell by themselves, whatever else
// the file says. The same few come again and again in a docket, so an [Assessor] works each
// of them out once.
type wording struct {
	drunk bool // the offense as written is driving under the influence

	near bool // what follows was worked out; only felonies ask for it

	spoken      bool   // an exclusion names the section or a subsection of it
	registrable bool   // convictions under the section can require registration
	attempted   bool   // the record calls the offense a conspiracy, or an attempt of anything but murder
	doubt       string // of the near miss that the section is, or empty
	large       bool   // of a drug offense: the amount is not plainly far below trafficking
	misnamed    bool   // the name is that of an excluded felony
}

// nearness works out what felonies ask for.
func (w *wording) nearness(s petition.Section, offense string) *wording {
	if w.near {
		return w
	}
	w.near = true
	w.spoken, w.registrable = spokenOf(s), registrableBases[s.Base()] && anyWithin(s, registrable)
	w.attempted = tried.in(offense) && (conspiracy.in(offense) || !murder.in(offense))
	w.doubt = doubtBeside(s)
	w.large = s.Base() == "41-29-139" && (large.in(offense) || !farBelowTrafficking(offense))
	w.misnamed = excludedWords.in(offense) && excludedWords.in(withoutDenial(offense))
	return w
}

// doubtBeside returns the doubt of the near miss that a section is, or the empty string.
func doubtBeside(s petition.Section) string {
	for _, near := range nearMisses {
		for _, text := range near.sections {
			if rest, ok := strings.CutPrefix(s.Base(), text); ok && (rest == "" || rest[0] == '-') {
				return near.doubt
			}
		}
	}
	return ""
}

// wordings are those that were met before, by section and name.
type wordings struct {
	known map[string]*wording
	key   []byte
}

// mostWordings bounds what is remembered: a docket has fewer, but its names are free text.
const mostWordings = 4096

// of returns the wording of an offense. It keeps neither text.
func (l *wordings) of(s petition.Section, offense string) *wording {
	l.key = append(append(append(l.key[:0], s.String()...), 0), offense...)
	if w, ok := l.known[string(l.key)]; ok {
		return w
	}
	if l.known == nil || len(l.known) >= mostWordings {
		l.known = map[string]*wording{} // what the case in hand has of the old ones stays good
	}
	w := &wording{drunk: drunk(offense)}
	l.known[string(l.key)] = w
	return w
}
