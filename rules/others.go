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
		When: Ask("none", "99-19-71", "a court of the state had the case: there is no expunction without a statute (Caldwell v. State, 564 So. 2d 1371 (Miss. 1990)), and each speaks of the court that had the case", func(m *matter) reading {
			return m.citing(caldwell, m.no(whyElsewhere(m), m.path("court.level"), m.path("trafficking_survivor")))
		}),
	}
}

// caldwell is the case by which there is no expunction without a statute.
const caldwell Citation = "Caldwell v. State, 564 So. 2d 1371 (Miss. 1990)"

// whyElsewhere says why there is no route here, and names the federal act for a survivor
// of trafficking whose case was federal.
func whyElsewhere(m *matter) string {
	const why = "there is no expunction without a statute (Caldwell v. State, 564 So. 2d 1371 (Miss. 1990)), and each statute speaks of the court that had the case; ask about that jurisdiction's own law"
	if m.charge.Court.Level == petition.Federal && m.charge.TraffickingSurvivor == petition.Yes {
		return why + ", which for a survivor of trafficking is Pub. L. 119-73 (January 23, 2026), in federal court"
	}
	return why
}

func concernsSurvivor(m *matter) reading {
	survivor := m.charge.TraffickingSurvivor
	return m.when(m.charge.Outcome == petition.Convicted && (survivor == petition.Yes || survivor == petition.Unknown), "the record says or leaves open that the offense was committed while, and because, trafficked", m.path("trafficking_survivor"))
}

func concernsIdentityTheft(m *matter) reading {
	theft := m.charge.IdentityTheft
	return m.when(theft == petition.Yes || theft == petition.Unknown, "the record says or leaves open that someone else was entered in this name", m.path("identity_theft"))
}
