package forms

import (
	"expunge/forms/doc"
	"expunge/rules"
)

// What the order says of the records that stay and of its effect. Each section is given
// its own words and nothing more; where a section says nothing, the order says nothing.

// retained are the records that stay, and the copy that a section sends to the office
// that keeps one.
func (b brief) retained() []doc.Item {
	switch {
	case b.generalSection():
		return []doc.Item{item("As ", sec("99-19-71(3)"), " provides, the Mississippi Criminal Information Center shall keep a nonpublic record solely to determine whether, in later proceedings, the petitioner is a first offender, and the district attorney's office may keep a nonpublic record for law enforcement purposes only.")}
	case b.anyOrAll():
		return []doc.Item{item("As ", sec(string(b.p.Pathway)), " provides, this order does not apply to the confidential records of law enforcement agencies, and has no effect on the driving record under Title 63 of the Code.")}
	case b.p.Pathway == rules.DrugDischarge:
		return []doc.Item{item("As ", sec("41-29-150(d)"), " provides, the Mississippi Bureau of Narcotics shall keep its nonpublic record, solely to determine whether, in later proceedings, the petitioner has had such a discharge before.")}
	case b.p.Pathway == rules.FirstDUI:
		return []doc.Item{
			item("The clerk shall forward this order to the Mississippi Department of Public Safety within five days of its entry, as ", sec("63-11-30(13)(c)"), " requires."),
			item("As ", sec("63-11-30(13)"), " provides, the Department of Public Safety shall keep a permanent confidential registry of such orders."),
		}
	default:
		return nil
	}
}

// effect is what a section says of the person after the order.
func (b brief) effect() []doc.Item {
	switch {
	case b.generalSection():
		return []doc.Item{
			b.restored("the arrest or indictment"),
			item(b.noPerjury("99-19-71(3)", "the arrest, indictment or conviction"), ", except one made to determine whether the petitioner is a first offender. If called as a prospective juror, the petitioner shall, on request, tell the court of the conviction and of this order in camera. An employer may still ask a prospective employee whether an order of expunction has been entered."),
		}
	case b.restsOnNonConviction():
		return []doc.Item{
			b.restored("the arrest"),
			item(b.noPerjury("99-19-71(3)", "the arrest or the charge"), ", except one made to determine whether the petitioner is a first offender."),
		}
	case b.p.Pathway == rules.DrugDischarge:
		return []doc.Item{
			b.restored("the arrest or indictment"),
			item(b.noPerjury("41-29-150(d)(2)", "the arrest, indictment or trial"), "."),
		}
	case b.anyOrAll():
		return []doc.Item{item("As ", sec(string(b.p.Pathway)), " provides, the petitioner legally stands as though never convicted of ", b.one("the offense", "the offenses"), ", and may lawfully so respond to any query of prior convictions.")}
	default:
		return nil
	}
}

func (b brief) restored(before string) doc.Item {
	return item("The petitioner is restored, in the contemplation of the law, to the status occupied before ", before, ".")
}

func (b brief) noPerjury(section, what string) []doc.Span {
	return words("As ", sec(section), " provides, the petitioner shall not be held guilty of perjury or of giving a false statement for not reciting or acknowledging ", what, " in answer to an inquiry")
}
