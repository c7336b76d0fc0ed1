package petition

import (
	"slices"
	"strings"

	"expunge/assets"
)

// SurelyValid reports that [Case.Validate] finds nothing, in a small part of the time. False says nothing: Validate must then look. It is for those who
// read very many cases, of which nearly all are in order.
func (c *Case) SurelyValid(asOf Date) bool {
	if len(c.Charges) == 0 || len(c.Charges) > 200 || !asOf.Known() {
		return false
	}
	l := look{asOf: asOf, birth: c.Petitioner.DateOfBirth, ssn: c.Petitioner.SSN != "", stateID: c.Petitioner.StateID}
	if !l.person(&c.Petitioner) || !l.around(c) || !l.elsewhere(c) {
		return false
	}
	in := inspection{asOf: asOf}
	for i := range c.Charges {
		ch := &c.Charges[i]
		if c.Record.PublicOfficial == No && ch.OfficialDuty == Yes || !l.charge(ch) {
			return false
		}
		in.sentence(i, ch)
		in.outcome(i, ch)
		in.grade(i, ch)
		for j := range c.Charges[:i] {
			if sameCharge(ch, &c.Charges[j]) {
				return false
			}
		}
	}
	return len(in.found) == 0
}

// look is a first look at a case. Its methods report whether there surely is no problem.
type look struct {
	asOf, birth Date
	ssn         bool   // the petitioner's own is given
	stateID     string // the petitioner's own
}

// person looks at the petitioner.
func (l *look) person(p *Person) bool {
	for _, name := range p.OtherNames {
		if !l.text(name, 120) {
			return false
		}
	}
	return l.capitals(p.Name.First, 80) && l.capitals(p.Name.Middle, 80) && l.capitals(p.Name.Last, 80) && l.capitals(p.Name.Suffix, 20) &&
		len(p.OtherNames) <= 20 && !p.DateOfBirth.After(l.asOf) &&
		l.address(&p.Address) && (p.Address.County == "" || p.Address.State != "" && p.Address.State != "MS" || isCounty(p.Address.County)) &&
		l.phone(p.Phone) && l.email(p.Email) && (p.SSN == "" || plainNumber(p.SSN, "000-00-0000") || plainNumber(p.SSN, "000000000")) &&
		(p.StateID == "" || isStateID(p.StateID) && (&look{birth: l.birth, ssn: l.ssn}).text(p.StateID, 40)) && l.text(p.Race, 60) && l.text(p.Sex, 40) &&
		(p.Counsel == Counsel{} || l.counsel(&p.Counsel))
}

func (l *look) counsel(c *Counsel) bool {
	return l.text(c.Name, 120) && l.text(c.BarNumber, 20) && l.text(c.Firm, 120) && l.address(&c.Address) && l.phone(c.Phone) && l.email(c.Email)
}

func (l *look) address(a *Address) bool {
	return l.text(a.Street, 120) && l.text(a.City, 80) && l.state(a.State) && l.text(a.County, 60) &&
		(a.ZIP == "" || plainNumber(a.ZIP, "00000") || plainNumber(a.ZIP, "00000-0000") && l.text(a.ZIP, 10))
}

func (l *look) state(s string) bool { return s == "" || s == "MS" || isState(s) }

// around looks at what is neither the petitioner nor a charge.
func (l *look) around(c *Case) bool {
	for i := range c.Record.EarlierRelief {
		if r := &c.Record.EarlierRelief[i]; !l.text(r.Event, 40) || !l.section(&r.Section, true) || !l.past(r.Date) {
			return false
		}
	}
	f := &c.Filing
	return len(c.Record.EarlierRelief) <= 200 && (c.ID == "" || IsCaseID(c.ID) && l.id(c.ID, &c.Petitioner)) && l.text(c.Notes, 4000) &&
		l.text(c.Showing.Rehabilitation, 4000) && l.text(c.Showing.GoodConduct, 4000) && l.text(c.Showing.BestInterest, 4000) &&
		l.cause(f.CauseNumber) && l.past(f.FiledOn) && l.past(f.ProsecutorServedOn) && l.lived(f.HearingOn) &&
		!f.HearingOn.Before(f.FiledOn) && !f.HearingOn.Before(f.ProsecutorServedOn)
}

// elsewhere looks at the convictions and charges that stand beside those of the case.
func (l *look) elsewhere(c *Case) bool {
	others, pending := c.Record.OtherConvictions, c.Record.PendingCharges
	for i := range others {
		o := &others[i]
		s := seat{court: o.Court, state: o.State}
		if !l.text(o.Offense, 200) || !l.text(o.Event, 40) || !l.state(o.State) || !l.past(o.Date) || !l.section(&o.Section, s.inMississippi() == No) ||
			!l.court(&o.Court) || o.Court.Level == OutOfState && o.State == "MS" || o.State != "" && o.Court.State != "" && o.State != o.Court.State ||
			o.Grade == Traffic && o.Section.Base() == drunkDriving {
			return false
		}
		if o.Date.Known() && slices.ContainsFunc(others[:i], func(earlier OtherConviction) bool { return earlier.Date == o.Date }) {
			return false // perhaps the same
		}
		for j := range c.Charges {
			if sameConviction(*o, c.Charges[j]) {
				return false
			}
		}
	}
	for i := range pending {
		p := &pending[i]
		if !l.text(p.Offense, 200) || !l.section(&p.Section, p.Court.IsMississippi() == No) || !l.court(&p.Court) || p.Grade == Traffic && p.Section.Base() == drunkDriving {
			return false
		}
	}
	return len(others) <= 200 && len(pending) <= 200
}

// charge looks at a charge by itself.
func (l *look) charge(ch *Charge) bool {
	return l.cause(ch.CauseNumber) && l.capitals(ch.Plaintiff, 120) && l.court(&ch.Court) &&
		(ch.Prosecutor == Prosecutor{} || l.text(ch.Prosecutor.Name, 120) && l.text(ch.Prosecutor.Office, 120) && l.address(&ch.Prosecutor.Address)) &&
		(ch.LowerCourt == LowerCourt{} || l.court(&ch.LowerCourt.Court) && l.cause(ch.LowerCourt.CauseNumber)) &&
		(ch.Appeal == Appeal{} || l.court(&ch.Appeal.Court) && l.cause(ch.Appeal.CauseNumber)) &&
		l.offense(ch) && l.arrest(&ch.Arrest) && l.text(ch.OutcomeWording, 400) && l.text(ch.DUI.Justification, 4000) &&
		l.keepers(ch.Keepers) && l.dates(ch)
}

// offense looks at what was charged, and what for.
func (l *look) offense(ch *Charge) bool {
	foreign := ch.Court.IsMississippi() == No
	return l.text(ch.Offense, 200) && l.text(ch.Ordinance, 120) && l.text(ch.Count, 20) && l.text(ch.Event, 40) && l.text(ch.Charged.Offense, 200) &&
		l.section(&ch.Section, foreign) && l.section(&ch.Charged.Section, foreign) && l.section(&ch.Diversion.Under, foreign) &&
		(ch.Grade != Traffic || ch.Section.Base() != drunkDriving) && (ch.Charged.Grade != Traffic || ch.Charged.Section.Base() != drunkDriving)
}

// section looks at a section, which in another state may be written in any way.
func (l *look) section(s *Section, foreign bool) bool {
	return !s.Known() || s.Readable() && l.text(s.text, 4000) || foreign && l.text(s.text, longestSection)
}

func (l *look) arrest(a *Arrest) bool {
	return l.text(a.Name, 120) && l.text(a.Agency, 120) && l.text(a.AgencyNumber, 60) && l.text(a.TrackingNumber, 60) && l.text(a.Place, 120)
}

func (l *look) keepers(list []string) bool {
	for _, keeper := range list {
		if !l.text(keeper, 120) {
			return false
		}
	}
	return len(list) <= 20
}

// ---- days ----

// past reports whether a day has come, and after the birth.
func (l *look) past(d Date) bool { return !d.After(l.asOf) && l.lived(d) }

// lived reports whether a day is not known, or after the birth as far as that is known.
func (l *look) lived(d Date) bool { return !d.Known() || d.Compare(l.birth) > 0 }

// dates looks at the days of a charge.
func (l *look) dates(ch *Charge) bool {
	s := &ch.Sentence
	for _, d := range [...]Date{
		ch.Appeal.Date, ch.OffenseDate, ch.Arrest.Date, ch.IndictmentDate, ch.OutcomeDate, s.Date, s.TermsCompleted, s.PaymentsCompleted, ch.Diversion.Ended, ch.Pardoned,
	} {
		if d.Known() && !l.past(d) {
			return false
		}
	}
	offense, arrest, outcome := ch.OffenseDate, ch.Arrest.Date, ch.OutcomeDate
	late := func(early Date, days ...Date) bool {
		for _, d := range days {
			if d.Before(early) {
				return false
			}
		}
		return true
	}
	return l.lived(s.SupervisionEnds) &&
		late(offense, arrest, ch.IndictmentDate, outcome, s.Date, ch.Diversion.Ended) && late(arrest, outcome) && late(ch.IndictmentDate, outcome) &&
		late(outcome, s.Date, s.TermsCompleted, s.SupervisionEnds, ch.Pardoned, ch.Appeal.Date) && late(s.Date, s.TermsCompleted)
}

// ---- courts ----

func (l *look) court(c *Court) bool {
	if *c == (Court{}) {
		return true
	}
	if !l.capitals(c.County, 60) || !l.capitals(c.City, 80) || !l.state(c.State) || c.Level == OutOfState && c.State == "MS" {
		return false
	}
	if c.IsMississippi() != Yes {
		return true
	}
	if c.Level != Municipal && (c.City != "" || c.Municipality != "") {
		return false
	}
	if c.County == "" {
		return true
	}
	county, ok := assets.FindCounty(c.County)
	return ok && (c.District == "" || county.TwoDistricts())
}

func isCounty(s string) bool {
	_, ok := assets.FindCounty(s)
	return ok
}

// ---- texts ----

func (l *look) text(s string, limit int) bool { return s == "" || l.words(s, limit, false, false) }

// capitals looks at a text that a paper writes in capitals.
func (l *look) capitals(s string, limit int) bool { return s == "" || l.words(s, limit, true, false) }

// words looks at a text that is not empty. Few have as many figures as an identifier has.
func (l *look) words(s string, limit int, capitals, cause bool) bool {
	if len(s) > limit {
		return false
	}
	figures, wide := 0, false
	for i := range len(s) {
		switch c := s[i]; {
		case c-'0' < 10:
			figures++
		case c >= 0x7f:
			wide = true
		}
	}
	switch {
	case wide && (figures >= leastFigures || !printable(s, capitals)):
		return false
	case figures < leastFigures:
		return true
	case l.stateID != "" && mayHold(s, l.stateID):
		return false
	case figures >= 7 && l.ssn || figures >= 9 && (!cause && mayHoldSSN(s) || holdsNamedSSN(s)):
		return false
	}
	return !l.birth.Known() || !holdsYear(s, l.birth.Year()) || !holdsDay(s, l.birth, vague)
}

// id looks at the id of a case. One of seven figures or more may be a number of the person.
func (l *look) id(s string, p *Person) bool {
	if !l.text(s, 64) {
		return false
	}
	return digitsIn(s) < 7 && p.StateID == "" || p.InID(s) == ""
}

// mayHold reports whether a text has the figures of a number in a row, whatever stands between.
func mayHold(s, number string) bool {
	return strings.Contains(onlyFigures(s), onlyFigures(number))
}

// mayHoldSSN reports whether a text of ASCII has ddd-dd-dddd anywhere.
func mayHoldSSN(s string) bool {
	for i := 0; i+11 <= len(s); i++ {
		if s[i+3] == '-' && s[i+6] == '-' && plainNumber(s[i:i+11], "000-00-0000") {
			return true
		}
	}
	return false
}

// cause looks at a cause number.
func (l *look) cause(s string) bool {
	if s == "" {
		return true
	}
	if !plainCause(s) {
		in := inspection{}
		if in.cause("", s); len(in.found) > 0 {
			return false
		}
	}
	return l.words(s, 60, false, true)
}

// plainCause reports whether a cause number begins with a digit, holds no mark but those
// that dockets use, and no letter beside a digit that looks like one.
func plainCause(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c-'0' < 10 || strings.IndexByte("-/.: ", c) >= 0:
		case c|0x20-'a' >= 26:
			return false
		case (c|0x20 == 'o' || c == 'I' || c == 'l') && (s[i-min(i, 1)]-'0' < 10 || s[min(i+1, len(s)-1)]-'0' < 10):
			return false
		}
	}
	return s[0]-'0' < 10
}

// phone looks at a telephone number. One written 601-555-0123 is too long for a Social
// Security number and has no room for a day.
func (l *look) phone(s string) bool {
	return s == "" || l.stateID == "" && plainNumber(s, "000-000-0000") || isPhone(s) && l.text(s, 60)
}

// plainNumber reports whether a text has digits where the form has zeros, and is the form
// elsewhere.
func plainNumber(s, form string) bool {
	if len(s) != len(form) {
		return false
	}
	for i := range len(s) {
		if s[i] != form[i] && (form[i] != '0' || s[i]-'0' >= 10) {
			return false
		}
	}
	return true
}

// email looks at an e-mail address: letters and digits, single marks between them, one at
// sign, and a name of a domain that ends in letters.
func (l *look) email(s string) bool {
	if s == "" {
		return true
	}
	local, domain, ok := strings.Cut(s, "@")
	dot := strings.LastIndexByte(domain, '.')
	return ok && len(local) <= 64 && len(domain) <= 100 && dot > 0 && len(domain)-dot > 2 && len(domain)-dot < 8 &&
		joined(local, "._-+") && joined(domain, ".-") && strings.Trim(domain[dot+1:], "abcdefghijklmnopqrstuvwxyz") == "" && l.text(s, 200)
}

// joined reports whether a text is of letters and digits of ASCII, with single marks
// between them.
func joined(s, marks string) bool {
	mark := true
	for i := range len(s) {
		c := s[i]
		letter := c|0x20-'a' < 26 || c-'0' < 10
		if !letter && (mark || strings.IndexByte(marks, c) < 0) {
			return false
		}
		mark = !letter
	}
	return !mark
}
