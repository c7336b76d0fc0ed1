package rules

// Code is a word of the public vocabulary, with what it means and what to do about it.
type Code struct {
	Code  string
	Means string
	Do    string
}

// CautionCodes lists every code a [Caution] can carry, in alphabetical order. A code may
// be retired; it is never given another meaning.
func CautionCodes() []Code {
	return []Code{
		{"automatic.confirm", "the section asks for no petition: the record should be expunged of itself", "ask the clerk or the program for the order, and whether the court wants a motion"},
		{"clock.payments", "the waiting period is counted from a payment that came after every other term, which is the cautious reading", "read in the sentencing order whether paying was a term of the sentence; if not, the wait began earlier"},
		{"clock.payments-undated", "the day of the last payment is not known, and the waiting period is counted without it", "obtain the clerk's account, write payments_completed, and read in the sentencing order whether paying was a term of the sentence"},
		{"cov.by-date", "the sentence came before July 1, 2014, so the order cannot carry a crime-of-violence finding", "look at the sentencing order all the same"},
		{"drug.pre-2014", "trafficking in controlled substances was defined otherwise before July 1, 2014", "check the judgment for a trafficking conviction or a large amount"},
		{"dui.spends-the-one", "granting the petition spends the one DUI expunction of a lifetime", "make sure that this is the conviction to spend it on"},
		{"felony.choose-one", "more than one unrelated felony is asked for, and only one can be expunged", "choose one event and write ask: no on the others; charges of one event carry the same event label"},
		{"felony.common-nucleus", "the petition rests on several convictions counting as one, which the court decides in its discretion", "bring the papers that show that they came of one event"},
		{"felony.event-not-whole", "another conviction of the same event cannot be asked for today, and may stay on the record for good", "let a lawyer decide whether to wait and ask for all of them together"},
		{"felony.spends-the-one", "granting the petition spends the one felony expunction of a lifetime", "make sure that this is the conviction to spend it on"},
		{"first.notice", "subsection (1) sets no notice period, and some courts apply the ten days of (2)(b)", "give the prosecutor ten days' notice"},
		{"first.spends-status", "first-offender status is for one time", "make sure that this is the misdemeanor to use it for"},
		{"first.traffic-prior", "a traffic conviction is on the record, and no source treats a minor ticket as defeating first-offender status", "confirm that it was no more than a minor ticket"},
		{"law.2026-ch-430", "the answer rests on Laws 2026 ch. 430, whose enrolled text was not read; under the rule before it the answer differs", "read the enrolled act, or hold it back with the setting law: {hold: [2026-ch-430]}"},
		{"law.text-not-read", "the present official text of the section was not read for this edition; the route is applied as others report it", "read the section itself before relying on the answer"},
		{"lower.notice", "the subsection asks for prior notice to the prosecutor and sets no number of days", "give ten days' notice"},
		{"lower.unfinished", "the sentence or its payment is not known to be finished; the subsection does not ask, but the judge will", "finish it, and obtain a zero balance from the clerk"},
		{"nonconviction.retired", "the charge was retired to the file, which is treated as dropped", "confirm with the clerk that it is not open"},
		{"nonconviction.reversal", "the case ended this way after a reversal on appeal; reading that as a dismissal is an inference", "let a lawyer read the mandate and the order that followed it"},
		{"notice.closed-day", "a hearing is set on a Saturday, a Sunday or a legal holiday", "ask the clerk for another day; orders entered on a Sunday were held void in Wactor v. Moon (Miss. 1987)"},
		{"notice.holidays", "the legal holidays of the year were computed from the list read in 2020", "confirm with the clerk that the court is open"},
		{"notice.short", "a hearing is set before ten days' notice to the district attorney has run", "serve at once, and ask for the day the caution names or a later one; after a hearing that was short of notice, ask for a new one"},
		{"pardon.not-expunction", "a pardon does not by itself allow an expunction", "go by the other routes"},
		{"record.pending", "a charge is pending; subsection (1) does not speak of it, but the court will want to know", "tell the lawyer what it is and when it will be heard"},
		{"route.choice", "another route may be the better one, and would not ask for the record as the person's own", "let a lawyer choose between the route of the answer and the alternatives before anything is filed"},
	}
}

// StatusCodes lists the statuses, the best answer first.
func StatusCodes() []Code {
	return []Code{
		{string(Eligible), "every element the record can show is met on the day: a petition may be filed, and the court decides", "let a lawyer read the petition that is drafted"},
		{string(Incomplete), "a fact that decides is not known", "find out what is listed as missing, write it into the case file, and check again"},
		{string(NotYet), "a condition is unmet that a day or an act can mend", "check again on the day given, or when what is unmet has been done"},
		{string(Review), "the facts are known, but the law is unsettled or the choice is a lawyer's", "show the reason that is named to a lawyer"},
		{string(Ineligible), "a statute rules it out, or no Mississippi court can hear it", "look at the alternatives; no day and no act mends this route under the law of this edition"},
	}
}
