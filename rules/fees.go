package rules

import "expunge/petition"

// Fee is a charge a court or an office may make, with how settled it is.
type Fee struct {
	Cite   Citation
	What   string
	Amount string // in words for paper: "$150", "up to $50"; empty when no figure was read
	Cents  int    // 0 when the statute fixes no figure for certain
	// Settled is true when the section's own words fix the fee for this kind of petition.
	Settled bool
	Note    string
	Source  Source
}

var (
	feeReprints   = Source{"Section 99-19-72 as printed in 2017 House Bill 897 and 2022 House Bill 809", "https://billstatus.ls.state.ms.us/documents/2022/html/HB/0800-0899/HB0809IN.htm", "2026-11-23", High}
	officialCode  = Source{"Official Mississippi Code, release of July 8, 2020", "https://github.com/UniCourt/cic-code-ms", "2026-11-23", High}
	clearinghouse = Source{"Clean Slate Clearinghouse, non-conviction records", "https://cleanslateclearinghouse.org/policies/ms-nc-2/", "2026-11-23", Low}
)

// Fees lists what the statutes say of the cost of filing a petition by a route in a
// court of the level. What is not settled says so; nothing goes beyond the sources.
// See fees.md.
func Fees(p Pathway, level petition.Level) []Fee {
	circuitClerk := level == petition.Circuit || level == petition.County
	switch {
	case p != FirstMisdemeanor && p != OneFelony && p != NonConviction:
		return append([]Fee{{
			Cite: "99-19-72", What: "filing fee", Source: feeReprints,
			Note: "By its words the $150 levy is on petitions under section 99-19-71, not on this route. Ask the clerk what is charged.",
		}}, lowerCourtFees(p, level)...)
	case circuitClerk && p != NonConviction:
		return []Fee{{
			Cite: "99-19-72(1)", What: "filing fee for a petition to expunge an offense under section 99-19-71", Amount: "$150", Cents: 15000, Settled: true, Source: feeReprints,
			Note: "Collected by the circuit clerk. Bills to raise it were not enacted as far as was found; confirm the amount with the clerk.",
		}}
	case circuitClerk:
		return []Fee{{
			Cite: "99-19-72(1)", What: "filing fee for a petition to expunge an offense under section 99-19-71", Source: clearinghouse,
			Note: "Not settled for a case that ended without a conviction: the $150 levy is on petitions “to expunge an offense”, and local practice differs. Confirm with the clerk before bringing money.",
		}}
	case level == petition.Justice || level == petition.Municipal:
		return append([]Fee{{
			Cite: "99-19-72(1)", What: "the $150 levy on petitions under section 99-19-71", Source: feeReprints,
			Note: "Not settled for this court: the section has the circuit clerk collect it, and this court has its own clerk. Confirm with the clerk.",
		}}, lowerCourtFees(p, level)...)
	default:
		return []Fee{{Cite: "99-19-72", What: "filing fee", Source: feeReprints, Note: "The court is not known yet, and the fee depends on it. Ask the clerk."}}
	}
}

// lowerCourtFees are what justice and municipal courts may impose for themselves. The two
// sections speak of no route, so they reach every petition filed there; that of a first
// DUI is filed in circuit court.
func lowerCourtFees(p Pathway, level petition.Level) []Fee {
	switch {
	case p == FirstDUI || p == None:
		return nil
	case level == petition.Justice:
		return []Fee{{
			Cite: "25-7-25(2)", What: "justice court fee for an expungement or dismissal", Amount: "up to $50", Source: officialCode,
			Note: "The court may impose it (text of 2020). Confirm with the justice court clerk.",
		}}
	case level == petition.Municipal:
		return []Fee{{
			Cite: "21-23-7(11)", What: "municipal court costs", Amount: "up to $50; certified copy $5", Source: officialCode,
			Note: "The list of costs allows up to $50 for items it does not name, and $5 for a certified copy (text of 2020). Confirm with the municipal court clerk.",
		}}
	default:
		return nil
	}
}
