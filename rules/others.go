package rules

import (
	"expunge/petition"
)

// elsewhere is the answer for what a federal, tribal, military or other state's court
// decided: no court of Mississippi can expunge it (Caldwell v. State, 564 So. 2d 1371
// (Miss. 1990): no expunction without a statute, and each statute speaks of the court
// that had the case).
func elsewhere() Provision {
	return Provision{
		Pathway: None, Title: "no Mississippi court can hear it",
		Concerns: Ask("none.concerns", "99-19-71", "the case was outside the state courts of Mississippi", func(m *matter) reading {
			return m.when(m.charge.Court.IsMississippi() == petition.No, "the court is not a state court of Mississippi", m.path("court.level"))
		}),
		When: Ask("none", "99-19-71", "a Mississippi court had the case: the statutes speak of the court that did", func(m *matter) reading {
			return m.no("no Mississippi court can expunge what another jurisdiction entered; ask about that jurisdiction's own law", m.path("court.level"))
		}),
	}
}

func dui(m *matter) bool { return m.charge.Section.Base() == "63-11-30" }

func concernsSurvivor(m *matter) reading {
	survivor := m.charge.TraffickingSurvivor
	return m.when(m.charge.Outcome == petition.Convicted && (survivor == petition.Yes || survivor == petition.Unknown), "the record says or leaves open that the offense was committed while, and because, trafficked", m.path("trafficking_survivor"))
}

func concernsIdentityTheft(m *matter) reading {
	theft := m.charge.IdentityTheft
	return m.when(theft == petition.Yes || theft == petition.Unknown, "the record says or leaves open that someone else was entered in this name", m.path("identity_theft"))
}
