package petition

import "unicode/utf8"

// longestSection is more than a citation of any state has.
const longestSection = 80

// sectionLengths looks at every section, also at those of other states and of earlier
// relief, which may be cited in any way.
func (in *inspection) sectionLengths(c Case) {
	for i, o := range c.Record.OtherConvictions {
		in.sectionLength(entry("record.other_convictions", i, "section"), o.Section)
	}
	for i, r := range c.Record.EarlierRelief {
		in.sectionLength(entry("record.earlier_relief", i, "section"), r.Section)
	}
	for i, p := range c.Record.PendingCharges {
		in.sectionLength(entry("record.pending_charges", i, "section"), p.Section)
	}
	for i, ch := range c.Charges {
		in.sectionLength(ChargePath(i, "section"), ch.Section)
		in.sectionLength(ChargePath(i, "charged.section"), ch.Charged.Section)
		in.sectionLength(ChargePath(i, "diversion.under"), ch.Diversion.Under)
	}
}

func (in *inspection) sectionLength(path Path, s Section) {
	if !s.Readable() && utf8.RuneCountInString(s.String()) > longestSection {
		in.add(path, "text.long", "shorten it", "the text is longer than %d characters", longestSection)
	}
}
