package forms

import (
	"slices"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// exhibit is a kind of paper attached to the petition.
type exhibit string

const (
	disposition   exhibit = "disposition"
	chargingPaper exhibit = "charging"
	indictment    exhibit = "indictment"
	account       exhibit = "account"
	discharge     exhibit = "discharge"
	testPaper     exhibit = "test"
	drivingRecord exhibit = "driving"
	agencyPapers  exhibit = "agency"
	ownRecord     exhibit = "record"    // the state's, of the petitioner
	affidavit     exhibit = "affidavit" // of the petitioner
)

// exhibits are the papers attached, in the order of their letters, which is that in which
// the petition speaks of them: the charge, how it ended, and what came after. A felony is
// paid before its terms are done, in the order of subsection (2)(a).
func (b brief) exhibits() []exhibit {
	after := []exhibit{discharge, account, testPaper, drivingRecord, ownRecord}
	switch b.p.Pathway {
	case rules.OneFelony:
		after = []exhibit{account, discharge}
	case rules.FirstMisdemeanor: // its first offender comes before the sentence
		after = []exhibit{ownRecord, discharge, account}
	default:
	}
	order := slices.Concat([]exhibit{chargingPaper, indictment, disposition}, after, []exhibit{agencyPapers, affidavit})
	return slices.DeleteFunc(order, func(x exhibit) bool { return !b.attaches(x) })
}

// attaches reports whether the petition has the exhibit. A paper that is known not to
// exist for any of the charges is none.
func (b brief) attaches(x exhibit) bool {
	exists := func(paper func(petition.Papers) petition.Paper) bool {
		return b.anyCharge(func(ch petition.Charge) bool { return paper(ch.Papers) != petition.PaperNone })
	}
	switch x {
	case disposition:
		return b.anyCharge(disposed) && exists(func(p petition.Papers) petition.Paper { return p.Disposition }) ||
			b.conviction() && exists(func(p petition.Papers) petition.Paper { return p.SentencingOrder })
	case indictment:
		return b.theIndictment() != "" && b.p.Pathway != rules.YouthDismissed
	case chargingPaper:
		return b.theIndictment() == "" && b.anyCharge(wasCharged) && exists(func(p petition.Papers) petition.Paper { return p.Charging })
	case account:
		return exists(func(p petition.Papers) petition.Paper { return p.DocketSheet }) ||
			b.zeroBalance() && exists(func(p petition.Papers) petition.Paper { return p.ZeroBalance })
	case discharge:
		return (waitOf(b.p.Pathway) != "" || b.program()) && exists(func(p petition.Papers) petition.Paper { return p.Discharge })
	case testPaper:
		return b.p.Pathway == rules.FirstDUI && b.anyCharge(func(ch petition.Charge) bool { return !ch.DUI.BAC.NoResult })
	case drivingRecord:
		return b.p.Pathway == rules.FirstDUI
	case agencyPapers:
		return b.p.Pathway == rules.Survivor
	case ownRecord:
		return showsRecord(b.p.Pathway)
	case affidavit:
		return b.rehabilitated()
	default:
		return false
	}
}

// showsRecord reports whether a route turns on what else is, or is not, on the record of
// the petitioner: a first offender, or good conduct since the last conviction in any court.
func showsRecord(p rules.Pathway) bool {
	return p == rules.FirstMisdemeanor || p == rules.MunicipalAny || p == rules.JusticeAny
}

// recordFiled points to the petitioner's own record. Whether it is filed is for the
// petitioner, for it lists every case and no section asks for it.
func (b brief) recordFiled() []doc.Span {
	return b.attached(ownRecord, " The petitioner's own state record, if it is filed with this petition, is ")
}

// disposed reports whether a disposition of the charge can be on paper at all. Where
// there was none, the docket sheet is what shows it.
func disposed(ch petition.Charge) bool {
	return ch.Outcome != petition.NoDisposition && ch.Outcome != petition.Uncharged
}

func wasCharged(ch petition.Charge) bool { return ch.Outcome != petition.Uncharged }

// anyCharge reports whether something holds of a charge of the petition.
func (b brief) anyCharge(is func(petition.Charge) bool) bool {
	return slices.ContainsFunc(b.p.Charges, func(i int) bool { return is(b.c.Charges[i]) })
}

// attached points to an exhibit, where the petition has it.
func (b brief) attached(x exhibit, lead string) []doc.Span {
	n := slices.Index(b.exhibits(), x)
	if n < 0 {
		return nil
	}
	return words(lead, "Exhibit ", letter(n), ".")
}

// ifFiled reports whether nobody knows yet that there will be such an exhibit: the
// petitioner chooses to swear to an affidavit and to file the whole record, and the case file
// does not say whether an agency gave a paper. Its letter is kept for it, and no paper says
// that it is there.
func ifFiled(x exhibit) bool { return x == affidavit || x == agencyPapers || x == ownRecord }

// openDocket points to the paper that shows that nothing ended the charge, or that none
// was filed.
func (b brief) openDocket() []doc.Span {
	if b.neverFiled() {
		return b.attached(account, " A statement of the clerk that no charge was filed is attached as ")
	}
	return b.attached(account, " A certified copy of the clerk's docket sheet is attached as ")
}

func letter(n int) string { return string(rune('A' + n)) }

// exhibitName is how the list of exhibits calls one.
func (b brief) exhibitName(x exhibit) string {
	switch x {
	case disposition:
		return b.dispositionName()
	case indictment:
		return "Indictment"
	case chargingPaper:
		return b.chargingName()
	case account:
		return b.accountName()
	case discharge:
		if b.program() {
			return "Certificate or other paper that shows completion of the program"
		}
		return "Discharge or other paper that shows completion of the sentence"
	case testPaper:
		return "Result of the test of blood or breath"
	case drivingRecord:
		return "Driving record from the Mississippi Department of Public Safety"
	case agencyPapers:
		return "Agency documentation, if any is filed"
	case ownRecord:
		return "The petitioner's own state record, redacted, if it is filed"
	case affidavit:
		return b.affidavitTitle() + ", if it is filed"
	default:
		return string(x)
	}
}

// chargingName is the paper that began the case: in youth court a petition, and nobody is
// charged with a crime there.
func (b brief) chargingName() string {
	if b.minor() {
		return "Petition or other paper that began the case"
	}
	return "Charging paper"
}

func (b brief) dispositionName() string {
	switch {
	case b.conviction():
		return "Certified copy of the judgment and sentencing order"
	case b.program():
		return "Certified copy of the order that ended the case"
	default:
		return "Certified copy of the disposition"
	}
}

// zeroBalance reports whether the account must show that nothing is owed: where the section
// or practice asks for payment, and where the petition says that all is paid.
func (b brief) zeroBalance() bool {
	switch b.p.Pathway {
	case rules.FirstMisdemeanor, rules.OneFelony, rules.FirstDUI, rules.InterventionCourt:
		return true
	case rules.MunicipalAny, rules.JusticeAny, rules.UnderageAlcohol:
		return !b.anyCharge(func(ch petition.Charge) bool { return ch.Sentence.FinesCostsPaid != petition.Yes })
	default:
		return false
	}
}

func (b brief) accountName() string {
	switch {
	case b.zeroBalance():
		return "Clerk's docket sheet or statement of account, showing a zero balance"
	case b.neverFiled():
		return "Statement of the clerk that no charge was filed"
	case !b.anyCharge(disposed):
		return "Certified copy of the clerk's docket sheet"
	default:
		return "Clerk's docket sheet"
	}
}

func (b brief) exhibitList() doc.Block {
	each := ""
	if len(b.causes()) > 1 {
		each = ", in each cause"
	}
	blocks := []doc.Block{heading(2, "EXHIBITS")}
	for n, x := range b.exhibits() {
		blocks = append(blocks, doc.Para{Align: doc.Left, Spans: words("Exhibit ", letter(n), " – ", b.exhibitName(x), each)})
	}
	blocks = append(blocks, doc.Para{Align: doc.Left, Spans: words("Further exhibits: ", open(40))})
	return doc.Keep{Blocks: blocks}
}
