package petition

import "testing"

func TestParseSection(t *testing.T) {
	for text, want := range map[string][2]string{
		"97-17-41":                          {"97-17-41", ""},
		"§ 97-17-41(1)(a)":                  {"97-17-41", "(1)(a)"},
		"Miss. Code Ann. § 63-11-30(2)(a)":  {"63-11-30", "(2)(a)"},
		"Mississippi Code of 1972 § 97-3-7": {"97-3-7", ""},
		"97 17 41":                          {"97-17-41", ""},
		"97–17–41":                          {"97-17-41", ""},
		"97—17—41":                          {"97-17-41", ""},
		"97 - 17 - 41":                      {"97-17-41", ""},
		"97-3-54.1":                         {"97-3-54.1", ""},
		"41-29-139(c)(2)(A)":                {"41-29-139", "(c)(2)(A)"},
		"41-29-139 (c) ( 2 ) (A)":           {"41-29-139", "(c)(2)(A)"},
		"Section 99-15-26.":                 {"99-15-26", ""},
		"sec. 99-15-26":                     {"99-15-26", ""},
		"M.C.A. 99-15-26":                   {"99-15-26", ""},
		"097-03-007":                        {"97-3-7", ""},
		"9-23-23":                           {"9-23-23", ""},
		"MCA 97-17-41":                      {"97-17-41", ""},
		"MCA§97-17-41":                      {"97-17-41", ""},
		"Sec. 97-17-41 (1)(a)":              {"97-17-41", "(1)(a)"},
		"Sec.97-17-41":                      {"97-17-41", ""},
		"97-17-41(1) (a)":                   {"97-17-41", "(1)(a)"},
		"97-17-41, subsection (1)(a)":       {"97-17-41", "(1)(a)"},
		"97‑17‑41":                          {"97-17-41", ""}, // hyphens that do not break
		"97−17−41":                          {"97-17-41", ""}, // minus signs
		"§§ 97-17-41":                       {"97-17-41", ""},
		"§\u00a097-17-41":                   {"97-17-41", ""},
		"97-17-41 as amended":               {"97-17-41", ""},
		"97-17-41(1)(a), as amended":        {"97-17-41", "(1)(a)"},
		"97-17-41 (Rev. 2014)":              {"97-17-41", ""},
		"97-17-41 (Supp. 2019)":             {"97-17-41", ""},
		"97-17-41(Rev)":                     {"97-17-41", ""},
		"97-17-41 (1972)":                   {"97-17-41", ""},
		"97-17-41(1972)":                    {"97-17-41", ""},
		"Miss. Code Ann. § 97-17-41 (1972, as amended)":                {"97-17-41", ""},
		"MISS CODE ANN SECTION 97-17-41":                               {"97-17-41", ""},
		"Section 97-17-41 of the Mississippi Code of 1972, as amended": {"97-17-41", ""},
		"97-17-41, Miss. Code Ann.":                                    {"97-17-41", ""},
		"Miss. Code Ann. § 63-11-30 (2) (a) (Rev. 2013)":               {"63-11-30", "(2)(a)"},
		"99-19-71(2)(a)(viii)":                                         {"99-19-71", "(2)(a)(viii)"},
		"Mississippi Code Annotated 1972 97 17 41":                     {"97-17-41", ""},
	} {
		s := ParseSection(text)
		if !s.Readable() || s.Base() != want[0] || s.Subsections() != want[1] || s.String() != want[0]+want[1] {
			t.Errorf("%q is %q %q", text, s.Base(), s.Subsections())
		}
		if again := ParseSection(s.String()); again != s {
			t.Errorf("%q does not read back", s)
		}
	}
	for _, text := range []string{
		"18 U.S.C. 1344", "TCA 39-14-103", "97-17", "97-17-41, 97-17-43", "97-17-41 and others", "grand larceny", "97-17-41(1", "2021-11-22-1",
		"97-17-41 et seq.", "97-3-7 (2) a", "97-3-7(2a)", "97-3-7(2)a", "97-3-7(", "97-3-7 (", "97-3-7(foo)", "97-17-41(1), (2)", "97-17-41-43", "97-17-41–43",
		"97-17-41 or 97-17-43", "Tenn. Code Ann. § 39-14-103", "97-17-41112014", "97-17-41 1", "97-17-41 attempt",
		"11-22-2021", "123-45-6789", "0-3-7", "97-0-7", "97-3-0", "()", "97-3-7()", "97-3-7(iiiiii)", "97-3-7(1234)",
		"97-17-41 conspiracy (97-1-1)", "197297-17-41",
	} {
		if s := ParseSection(text); s.Readable() || !s.Known() || s.String() != text {
			t.Errorf("%q is %q", text, s.Base())
		}
	}
}

func TestSectionsOfOneMeaningAreEqual(t *testing.T) {
	if ParseSection("§ 97 17 41 (1)") != ParseSection("97-17-41(1)") {
		t.Error("spelling makes a difference")
	}
	if ParseSection(" 18  U.S.C. 1344 ") != ParseSection("18 U.S.C. 1344") {
		t.Error("space makes a difference")
	}
}

// The quick path is only quicker: what it reads, the pattern reads in the same way, and
// what both refuse stays refused.
func TestTheQuickPathReadsWhatThePatternReads(t *testing.T) {
	for _, title := range []string{"9", "97", "097", "100", "0", ""} {
		for _, number := range []string{"3", "1234", "1999", "2021", "12345", "0", "007", "54.1"} {
			for _, subs := range []string{"", "(2)(a)", "(2)(A)(iii)", "(aa)", "(2a)", "(abc)", "(1234)", "(", "()", "(2)a"} {
				text := title + "-3-" + number + subs
				base, marks, quick := plainSection(text)
				slowBase, slowMarks, slow := dressedSection(text)
				if quick && (!slow || base != slowBase || marks != slowMarks) {
					t.Errorf("%q is %q %q, and by the pattern %q %q %v", text, base, marks, slowBase, slowMarks, slow)
				}
			}
		}
	}
}

func TestSectionWithin(t *testing.T) {
	for _, c := range []struct {
		inner, outer string
		want         bool
	}{
		{"97-3-7(2)(a)(i)", "97-3-7(2)(a)", true},
		{"97-3-7(2)(a)", "97-3-7", true},
		{"97-3-7", "97-3-7", true},
		{"97-3-7", "97-3-7(2)", false},
		{"97-3-7(1)", "97-3-7(2)", false},
		{"97-3-71", "97-3-7", false},
		{"41-29-139(C)", "41-29-139(c)", true},
		{"18 U.S.C. 1344", "18 U.S.C. 1344", false},
		{"", "", false},
	} {
		if got := ParseSection(c.inner).Within(ParseSection(c.outer)); got != c.want {
			t.Errorf("%q within %q is %v", c.inner, c.outer, got)
		}
	}
}

func TestSectionStatedUnknownIsNotKnown(t *testing.T) {
	s := ParseSection("97-3-7")
	if err := s.UnmarshalText([]byte("Unknown")); err != nil || s.Known() || s.Readable() || s.String() != "" || !s.StatedUnknown() || s != UnknownSection() {
		t.Errorf("got %q, %v", s, err)
	}
	if (Section{}).StatedUnknown() || ParseSection("97-3-7").StatedUnknown() || s == (Section{}) {
		t.Error("a section left out, or one that is known, reads as stated to be unknown")
	}
}
