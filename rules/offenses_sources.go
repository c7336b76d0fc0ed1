package rules

// The sources of the table of offense names. A line rests on what is read there of the
// name, the number or the grade; none of it is the law of a case.
var (
	fromHeadings   = Source{"General knowledge of the Code; the section was not read for this table", "", "2026-11-23", Low}
	fromViolence   = Source{"Section 97-3-2(1), which names the crime and its sections", "https://codes.findlaw.com/ms/title-97-crimes/ms-code-sect-97-3-2.html", "2026-11-23", High}
	fromExclusions = Source{"Section 99-19-71(2)(a), which names the crime and its section", "https://law.justia.com/codes/mississippi/2019/title-99/chapter-19/in-general/section-99-19-71/", "2026-11-23", High}
	fromAmounts    = Source{"2014 House Bill 585, as sent to the Governor (amounts from July 1, 2014): title of the act", "https://1library.net/document/zgkr1o8y-mississippi-legislature-regular-session.html", "2026-11-23", MediumHigh}
	fromAmounts03  = Source{"2003 House Bill 1121, as sent to the Governor (amounts before 2014): title and section 1", "http://billstatus.ls.state.ms.us/documents/2003/html/HB/1100-1199/HB1121SG.htm", "2026-11-23", High}
	fromTheftBill  = Source{"2014 House Bill 694, as introduced: title, which names each section's offense", "https://billstatus.ls.state.ms.us/documents/2014/html/HB/0600-0699/HB0694IN.htm", "2026-11-23", MediumHigh}
	fromTheftGuide = Source{"Guide to larceny that cites the Code of 2025", "https://www.criminaldefenselawyer.com/resources/criminal-defense/crime-penalties/petty-theft-mississippi-penalties-defense", "2026-11-23", Medium}
	fromCarTheft   = Source{"2024 Senate Bill 2174, as sent to the Governor (section 97-17-42)", "https://billstatus.ls.state.ms.us/documents/2024/html/SB/2100-2199/SB2174SG.htm", "2026-11-23", MediumHigh}
	fromArson      = Source{"1997 House Bill 631, as sent to the Governor (sections 97-17-1, 97-17-3 and 97-17-33)", "http://billstatus.ls.state.ms.us/documents/1997/HB/0600-0699/HB0631SG.htm", "2026-11-23", MediumHigh}
	fromBurglary   = Source{"2021 Senate Bill 2137, as introduced (section 97-17-23)", "https://billstatus.ls.state.ms.us/documents/2021/html/SB/2100-2199/SB2137IN.htm", "2026-11-23", MediumHigh}
	fromLooting    = Source{"Section 97-17-65, page of the district attorney of the 19th district", "http://www.msda19.com/home/crimes/property-crimes/looting/", "2026-11-23", MediumHigh}
	fromTrespass   = Source{"2024 House Bill 1208, as introduced: title, which names each section's offense", "http://billstatus.ls.state.ms.us/documents/2024/html/HB/1200-1299/HB1208IN.htm", "2026-11-23", MediumHigh}
	fromTrespass97 = Source{"1997 House Bill 100, as sent to the Governor (section 97-17-97)", "https://billstatus.ls.state.ms.us/documents/1997/HB/0100-0199/HB0100SG.htm", "2026-11-23", MediumHigh}
	fromCards      = Source{"Summary of section 97-19-21", "https://reggi.ai/posts/banking/msco-97-19-21_f9d0", "2026-11-23", Medium}
	fromChecks     = Source{"Section 97-19-55, public copy", "https://badchecks.uslegal.com/state-laws/mississippi/", "2026-11-23", Medium}
	fromFrauds     = Source{"1998 Senate Bill 2274, as passed by the Senate: title, which names each section's offense", "http://billstatus.ls.state.ms.us/documents/1998/SB/2200-2299/SB2274PS.htm", "2026-11-23", Medium}
	fromAssault    = Source{"2013 Senate Bill 2215, as introduced (section 97-3-7)", "https://amgoa.org/gun-law-texts/Mississippi/2014/SB2215-Introduced-2013-01-21.html", "2026-11-23", Medium}
	fromDomestic   = Source{"Lawyer's page on domestic violence under section 97-3-7", "https://hpattorney.net/charged-with-domestic-violence-in-north-mississippi/", "2026-11-23", Medium}
	fromStalking   = Source{"Section 97-3-107, public copy", "https://www.womenslaw.org/laws/ms/statutes/97-3-107-stalking-and-aggravated-stalking-elements-venue-defenses-penalties", "2026-11-23", MediumHigh}
	fromCyber      = Source{"Section 97-45-15, 2019 Code", "https://www.legalfix.com/statutes/state-codes/mississippi/title-97/chapter-45/section-97-45-15", "2026-11-23", MediumHigh}
	fromProtection = Source{"Section 93-21-21, 2019 Code", "https://law.justia.com/codes/mississippi/2019/title-93/chapter-21/article-1/section-93-21-21/", "2026-11-23", High}
	fromChild      = Source{"Section 97-5-39 as reprinted in 2024 Senate Bill 2611", "http://billstatus.ls.state.ms.us/documents/2024/html/SB/2600-2699/SB2611IN.htm", "2026-11-23", MediumHigh}
	fromVoyeurism  = Source{"Section 97-29-61 as reprinted in 2021 House Bill 81", "https://billstatus.ls.state.ms.us/documents/2021/html/HB/0001-0099/HB0081IN.htm", "2026-11-23", MediumHigh}
	fromFilming    = Source{"Section 97-29-63, public copy", "http://statutes.laws.com/mississippi/title-97/29/97-29-63/", "2026-11-23", MediumHigh}
	fromExposure   = Source{"2012 Senate Bill 2360, committee substitute (sections 97-29-31 and 97-29-45)", "https://billstatus.ls.state.ms.us/documents/2012/html/SB/2300-2399/SB2360CS.htm", "2026-11-23", Medium}
	fromSexBill    = Source{"2010 House Bill 1096, as introduced: sections on sexual offenses", "https://billstatus.ls.state.ms.us/documents/2010/html/HB/1000-1099/HB1096IN.htm", "2026-11-23", Medium}
	fromDrugs      = Source{"Section 41-29-139(a) and (b) as reprinted in 2016 Senate Bill 2169", "http://billstatus.ls.state.ms.us/documents/2016/html/SB/2100-2199/SB2169PS.htm", "2026-11-23", MediumHigh}
	fromMarijuana  = Source{"Section 41-29-139(c)(2), secondary readers", "https://www.recordclearing.org/states/mississippi/expungement-of-mississippi-convictions/", "2026-11-23", Medium}
	fromTraffick   = Source{"Section 41-29-139(f) and (g), firms' summaries of 2025 and 2026", "https://www.coxwelllaw.com/", "2026-11-23", Medium}
	fromCode2020   = Source{"Official Mississippi Code, release of July 8, 2020", "https://github.com/UniCourt/cic-code-ms", "2026-11-23", High}
	fromLicenses   = Source{"Guide to driver's licenses that cites the Code of 2025", "https://www.drivinglaws.org/resources/driving-without-a-license-mississippi.htm", "2026-11-23", Medium}
	fromFleeing    = Source{"Sections 97-9-72 and 97-9-73 as reprinted in 2023 Senate Bill 2101", "http://billstatus.ls.state.ms.us/documents/2023/html/SB/2100-2199/SB2101IN.htm", "2026-11-23", MediumHigh}
	fromObstruct   = Source{"2017 House Bill 1367, as sent to the Governor: title, which names each section's offense", "http://billstatus.ls.state.ms.us/documents/2017/html/HB/1300-1399/HB1367SG.htm", "2026-11-23", MediumHigh}
	fromFalse      = Source{"Section 97-35-47 as reprinted in 2025 House Bill 199", "https://app.legiplex.com/ms/legislature/2025/2025-r/bills/hb199/drafts-latest", "2026-11-23", MediumHigh}
	fromEscape     = Source{"Section 97-9-49, copy current through the 2024 session", "https://d1tvxue8o4w0fl.cloudfront.net/statute/mississippi-code-1972/title-97-crimes/chapter-9-offenses-affecting-administration-of-justice/article-1-in-general/section-97-9-49-escape-of-prisoners-penalties-for-convicts-in-jail-and-persons-under-arrest-or-custody-willful-failure-to-return-to-jail-after-being-entrusted-to-leave", "2026-11-23", MediumHigh}
	fromContempt   = Source{"Guide to contempt of court that cites section 9-1-17", "https://legalclarity.org/contempt-of-court-in-mississippi-laws-and-penalties", "2026-11-23", Low}
	fromDrunk      = Source{"Section 97-29-47, quoted in a student's exercise", "https://usaessays.com/public-profanity-drunkenness", "2026-11-23", Medium}
	fromPeace      = Source{"Guide to street harassment that cites section 97-35-9", "https://paperzz.com/doc/7759087/mississippi---stop-street-harassment", "2026-11-23", Medium}
	fromConcealed  = Source{"Section 97-37-1, copy current through the 2024 session", "https://print.casetext.com/statute/mississippi-code-1972/title-97-crimes/chapter-37-weapons-and-explosives/general-provisions/section-97-37-1-deadly-weapons-carrying-while-concealed-use-or-attempt-to-use-penalties-concealed-defined", "2026-11-23", High}
	fromFirearms   = Source{"Federal list of state firearms law, current through 2018: headings of chapter 97-37", "https://docslib.org/doc/5100486/mississippi-state-laws-and-published-ordinances", "2026-11-23", MediumHigh}
	fromConspiracy = Source{"Section 97-1-1, copy current through 2013", "https://www.law.upenn.edu/faculty/paul-robinson/clrgcodes/Mississippi.html", "2026-11-23", MediumHigh}
	fromAccessory  = Source{"Section 97-1-5, copy current to April 2024", "http://casetext.com/statute/mississippi-code-1972/title-97-crimes/chapter-1-conspiracy-accessories-and-attempts/section-97-1-5-accessories-after-the-fact-punishment", "2026-11-23", High}
)
