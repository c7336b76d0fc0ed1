package rules

import (
	"slices"
	"sync"
	"time"

	"expunge/petition"
)

// Changes lists every dated change of the law that the rules know, the oldest first: the
// acts behind the texts they decide by, and what became of those texts before and since.
func Changes() []Change { return slices.Clone(changes()) }

var changes = sync.OnceValue(func() []Change {
	out := slices.Concat(changesTo2003(), changesTo2013(), changesTo2018(), changesSince2019())
	slices.SortStableFunc(out, func(a, b Change) int { return a.Day.Compare(b.Day) })
	return out
})

var (
	officialNotes = Source{"Official Mississippi Code, release of July 8, 2020, history notes", "https://github.com/UniCourt/cic-code-ms", "2026-11-23", High}
	sourceNote71  = Source{"Source note of section 99-19-71", "https://statutes.laws.com/mississippi/title-99/19/99-19-71/", "2026-11-23", High}
	bill2010      = Source{"2010 House Bill 160, text as reproduced", "https://answers.uslegal.com/criminal/expungement-of-criminal-records/22933/", "2026-11-23", High}
	feeBill2010   = Source{"2010 House Bill 1758 (section 99-19-72)", "http://billstatus.ls.state.ms.us/documents/2010/html/HB/1700-1799/HB1758PS.htm", "2026-11-23", High}
	reprint2017   = Source{"2017 House Bill 637, which reprints the text then current", "https://billstatus.ls.state.ms.us/", "2026-11-23", High}
	violence2021  = Source{"Section 97-3-2 as reprinted in 2021 Senate Bill 2379", "https://billstatus.ls.state.ms.us/documents/2021/html/SB/2300-2399/SB2379IN.htm", "2026-11-23", High}
	trafficking14 = Source{"Section 41-29-139, summaries by practitioners; the earlier text was not read", "https://www.coxwelllaw.com/", "2026-11-23", Medium}
	readers2021   = Source{"2020 House Bill 917 and 2021 House Bill 354, enrolled, as one reader reports them", "https://billstatus.ls.state.ms.us/", "2026-11-23", MediumHigh}
	voyeurism2022 = Source{"2022 Senate Bill 2245, as reported; the section was not read again", "https://billstatus.ls.state.ms.us/", "2026-11-23", Medium}
	federal2026   = Source{"Public Law 119-73, 139 Stat. 2003; the title was read, and no more", "https://www.govinfo.gov/content/pkg/PLAW-119publ73/uslm/PLAW-119publ73.xml", "2026-11-23", Medium}
	// unreadAct is what is known of a day that no source gave.
	unreadAct = Source{"The text was read as the route's own sources say; the act that made it was not", "https://github.com/UniCourt/cic-code-ms", "2026-11-23", Low}
)

func july(year int) petition.Date { return petition.NewDate(year, time.July, 1) }

// floor is a day from which this program applies a text whose own first day was not read.
func floor(day petition.Date, sections string, pathways ...Pathway) Change {
	return Change{
		Day: day, Floor: true, Pathways: pathways, Sources: []Source{unreadAct},
		What: "From this day this program applies the text it read of " + sections + ". The act that made the text, and the day it took effect, were not read; an earlier petition is for a lawyer.",
	}
}

func changesTo2003() []Change {
	return []Change{
		{
			Day: petition.NewDate(1983, time.March, 31), Act: "Section 99-15-57", Pathways: []Pathway{LegacyPlea},
			Sources: []Source{{"Section 99-15-57, from annotations to the official Code, Caldwell v. State and Polk v. State", "https://github.com/UniCourt/cic-code-ms", "2026-11-23", Medium}},
			What:    "Reaches pleas of guilty within the six months before this day, in circumstances to which 99-15-26 could apply.",
		},
		{
			Day: july(1986), YearOnly: true, Background: true, Act: "Laws 1986 ch. 412", Pathways: []Pathway{FirstMisdemeanor}, Sources: []Source{sourceNote71},
			What: "Section 99-19-71 is created. Laws 1987 ch. 380 and Laws 1996 ch. 454 amend it.",
		},
		{
			Day: july(1998), Act: "1998 House Bill 1158", Pathways: []Pathway{UnchargedOrCitation}, Sources: []Source{bill1998},
			What: "Section 99-15-59 in the form read: a misdemeanor or citation not charged within twelve months of arrest, or dismissed, may be expunged on application.",
		},
		{
			Day: july(2000), YearOnly: true, Act: "An act of 2000 (chapter not read)", Pathways: []Pathway{MunicipalDismissed}, Sources: []Source{officialNotes},
			What: "Section 21-23-7(13): where a municipal judge might expunge what ended without a conviction, the judge now shall.",
		},
		floor(july(2000), "21-23-7(6), 63-9-11(3), 67-3-70(6), 41-29-139(c)(2)(A), 43-21-159 and 43-21-263",
			MunicipalAny, TrafficCourse, UnderageAlcohol, SmallMarijuana, YouthDismissed, YouthSealing),
		{
			Day: petition.NewDate(2003, time.April, 24), Act: "Laws 2003 ch. 557, section 4", Pathways: []Pathway{FirstMisdemeanor, NonConviction}, Sources: []Source{sourceNote71},
			What: "Section 99-19-71: the age limit of 23 is dropped from (1), and a petition for what ended without a conviction, then numbered (2) and now (4), stands in the section.",
		},
		{
			Day: july(2003), YearOnly: true, Act: "Laws 2003 ch. 515", Pathways: []Pathway{InterventionCourt}, Sources: []Source{officialNotes},
			What: "Section 9-23-23: completing the program of a drug court, now intervention court, results in expunction, a DUI excepted.",
		},
	}
}

func changesTo2013() []Change {
	return []Change{
		floor(july(2004), "97-45-27, as others report it", IdentityTheft),
		{
			Day: july(2006), YearOnly: true, Background: true, Act: "Laws 2006 ch. 490", Pathways: []Pathway{FirstMisdemeanor}, Sources: []Source{officialNotes},
			What: "Section 45-27-21: expunctions and nonadjudications go to a confidential database, so that a person is eligible for first-offender status one time only.",
		},
		{
			Day: july(2008), Act: "Laws 2008 ch. 444", Pathways: []Pathway{Intervention}, Sources: []Source{copy123},
			What: "Section 99-15-123(3): upon petition the court shall expunge what ended in pretrial intervention.",
		},
		floor(july(2008), "99-15-26(5)", Nonadjudication),
		{
			Day: july(2008), YearOnly: true, Background: true, Act: "An act of 2008 (chapter not read)", Pathways: []Pathway{FirstMisdemeanor, NonConviction}, Sources: []Source{officialNotes},
			What: "Section 25-7-25(2): the justice court's fee of up to $50 for a dismissal reaches an expungement.",
		},
		{
			Day: july(2010), YearOnly: true, Background: true, Act: "2010 House Bill 160", Pathways: []Pathway{OneFelony}, Sources: []Source{bill2010},
			What: "Section 99-19-71: first relief for a felony. One conviction, five years, and six felonies only: bad check, possession, false pretense, larceny, malicious mischief, shoplifting. Ten days' notice to the district attorney and a finding of rehabilitation. Long repealed, and still found on the web.",
		},
		{
			Day: july(2010), YearOnly: true, Background: true, Act: "2010 House Bill 1758", Pathways: []Pathway{FirstMisdemeanor, OneFelony}, Sources: []Source{feeBill2010},
			What: "Section 99-19-72: a filing fee of $150 on each petition to expunge an offense under section 99-19-71.",
		},
		{
			Day: july(2010), YearOnly: true, Act: "Laws 2010 ch. 460, section 2", Pathways: []Pathway{DrugDischarge}, Sources: []Source{readers150},
			What: "Section 41-29-150(d), conditional discharge, in the form reported.",
		},
		floor(july(2013), "63-11-30(13), with its wait of five years, and of 97-3-54.6(5)", FirstDUI, SurvivorVacatur),
	}
}

func changesTo2018() []Change {
	return []Change{
		{
			Day: july(2014), Act: "2014 House Bill 585", Pathways: []Pathway{OneFelony, Survivor}, Sources: []Source{violence2021},
			What: "Section 97-3-2: the list of crimes of violence, and the finding a judge may put into a sentencing order. No order made before this day can carry one.",
		},
		{
			Day: july(2014), Act: "Section 41-29-139 (chapter not read)", Pathways: []Pathway{OneFelony}, Sources: []Source{trafficking14},
			What: "Trafficking in controlled substances is defined by amount, (f) and (g). Before this day it was defined otherwise.",
		},
		{
			Day: july(2014), Background: true, Act: "Section 99-15-26(1)(a) (chapter not read)", Pathways: []Pathway{Nonadjudication}, Sources: []Source{code2024},
			What: "On a plea of guilty made on or after this day the court may withhold acceptance of the plea and sentence.",
		},
		{
			Day: july(2014), YearOnly: true, Background: true, Act: "Acts of 2012 to 2014 (chapters not read)", Pathways: []Pathway{OneFelony}, Sources: []Source{reprint2017},
			What: "Section 99-19-71: a paragraph of its own for felonies committed under the age of 21, once, after five years, and the bar of public officials. The paragraph was repealed in 2019; an expunction under it is not one under (2)(a), or so it is argued.",
		},
		floor(july(2014), "63-11-30(14) and 9-25-1", DUINonadjudication, VeteransCourt),
		{
			Day: july(2016), Act: "Laws 2016 ch. 406", Pathways: []Pathway{JusticeAny}, Sources: []Source{officialNotes},
			What: "Section 9-11-15(3): a justice court may expunge any or all misdemeanors in that court after two years of good conduct since the last conviction in any court, as municipal courts could.",
		},
		{
			Day: july(2017), YearOnly: true, Background: true, Act: "Laws 2017, First Extraordinary Session, ch. 7, section 12", Pathways: []Pathway{FirstMisdemeanor, OneFelony},
			Sources: []Source{{"Section 99-19-72(2), source note; the text of (2) was not seen", "https://billstatus.ls.state.ms.us/documents/2022/html/HB/0800-0899/HB0809IN.htm", "2026-11-23", Low}},
			What:    "Section 99-19-72(2) is added. Its text was not seen, and no waiver of the fee is read into it.",
		},
	}
}

func changesSince2019() []Change {
	return []Change{
		{
			Day: july(2019), Act: "Laws 2019 ch. 466 (House Bill 1352)", Pathways: []Pathway{OneFelony, NonConviction, MunicipalDismissed, InterventionCourt},
			Sources: []Source{code2019, officialNotes},
			part:    func(ch petition.Charge) bool { return ch.Outcome == petition.Acquitted },
			What:    "Section 99-19-71(2): any felony but those of (i) to (x), once, five years after every term of the sentence, with fines and costs paid; convictions of a common nucleus of operative facts count as one; the paragraph for offenses under the age of 21 is repealed. Sections 99-19-71(4) and 21-23-7(13): a person found not guilty at trial is reached. Section 9-23-23: drug courts become intervention courts.",
		},
		{
			Day: july(2019), YearOnly: true, Act: "Acts of 2019 (chapters not read)", Pathways: []Pathway{YouthDismissed, MentalHealthCourt}, Sources: []Source{officialNotes},
			part: func(ch petition.Charge) bool { return ch.Outcome == petition.NotDelinquent },
			What: "Section 43-21-159(1): a child found not delinquent is reached. Section 9-27-19: the payment of fines and fees is no longer a condition; the text before it was not read.",
		},
		{
			Day: july(2019), YearOnly: true, Background: true, Act: "Laws 2019 ch. 368", Pathways: []Pathway{OneFelony, FirstMisdemeanor}, Sources: []Source{officialNotes},
			What: "Section 43-47-19: causing mental anguish to a vulnerable person becomes a felony, which exclusion (ix) names.",
		},
		{
			Day: july(2020), YearOnly: true, Background: true, Act: "Laws 2020 ch. 314 (House Bill 917)", Pathways: []Pathway{UnderageAlcohol}, Sources: []Source{readers2021, officialNotes},
			What: "Section 67-3-70 reaches light spirit products; (6), the expunction, continues.",
		},
		{
			Day: july(2021), YearOnly: true, Background: true, Act: "2021 House Bill 354", Pathways: []Pathway{MunicipalAny, MunicipalDismissed}, Sources: []Source{readers2021},
			What: "Section 21-23-7 is amended; (6) is reported to be the same.",
		},
		{
			Day: july(2022), YearOnly: true, Background: true, Act: "Laws 2022 ch. 303 (Senate Bill 2095)", Pathways: []Pathway{FirstDUI}, Sources: []Source{enrolled2022},
			What: "Section 63-11-30 is set out again; (13) is reported unchanged, its five years included.",
		},
		{
			Day: july(2022), YearOnly: true, Background: true, Act: "2022 Senate Bill 2245", Pathways: []Pathway{OneFelony}, Sources: []Source{voyeurism2022},
			What: "Section 97-29-61, voyeurism, which exclusion (vii) names: an age of the victim is reported to go from 21 to 18.",
		},
		{
			Day: petition.NewDate(2026, time.January, 23), Background: true, Act: "Public Law 119-73", Pathways: []Pathway{None}, Sources: []Source{federal2026},
			What: "Federal courts may clear federal records of survivors of trafficking. No court of Mississippi can, and this program does not read that law.",
		},
		{
			Day: july(2026), Act: "Laws 2026 ch. 430 (House Bill 1546)", Hold: string(chapter430), Pathways: []Pathway{OneFelony, Survivor, SurvivorVacatur}, Sources: []Source{act2026, survivorAct},
			What: "Section 99-19-71(2)(a): the wait of five years becomes three, and two exclusions are added, (xi) felony procuring prostitution and (xii) promoting prostitution, both 97-29-51. Section 97-3-54.6(6): a survivor of trafficking may ask the sentencing court to expunge a misdemeanor, or a felony that is no crime of violence, at any time; (5) reaches delinquency adjudications too. The act has no clause on pending petitions. Its enrolled text was not read for this edition.",
		},
	}
}
