package forms

import (
	"slices"
	"strings"
	"testing"

	"expunge/petition"
	"expunge/rules"
)

// paperText is one paper of a case, with plain spaces, and in the words of a petition
// where it is a motion.
func paperText(t *testing.T, c petition.Case, route rules.Pathway, name string) string {
	t.Helper()
	text := dump(paperNamed(t, compose(c, officeFor(route)), name))
	return strings.NewReplacer("\u00a0", " ", "movant", "petitioner", "Movant", "Petitioner").Replace(text)
}

// orderParts are what the order of a case finds and what it orders.
func orderParts(t *testing.T, c petition.Case, route rules.Pathway) (finds, orders string) {
	t.Helper()
	finds, orders, both := strings.Cut(paperText(t, c, route, "order"), "IT IS THEREFORE ORDERED:")
	if !both {
		t.Fatalf("%s: the order has no ordering part", route)
	}
	return finds, orders
}

func TestEveryOrderNamesTheCauseOfTheLowerCourt(t *testing.T) {
	for _, p := range routes() {
		c := routeCases()[p]
		c.Charges[0].LowerCourt = petition.LowerCourt{Court: petition.Court{Level: petition.Justice, County: "Stone"}, CauseNumber: "J-456"}
		finds, orders := orderParts(t, c, p)
		wantEach(t, string(p)+" finds", finds, "The case began in the Justice Court of Stone County under Cause No. J-456 and was bound over to ")
		wantEach(t, string(p)+" orders", orders, ", begun as Cause No. J-456 of the Justice Court of Stone County,", "the Clerk of the Justice Court of Stone County, for Cause No. J-456\n")
		wantEach(t, string(p)+" petition", paperText(t, c, p, "petition"), ", begun as Cause No. J-456 of the Justice Court of Stone County,", "the Clerk of the Justice Court of Stone County, for Cause No. J-456\n")
		c.Charges[0].LowerCourt.CauseNumber = ""
		if _, orders := orderParts(t, c, p); strings.Contains(orders, "begun as") || strings.Contains(orders, "Stone County, for") {
			t.Errorf("%s: orders by a number nobody knows:\n%s", p, orders)
		}
		c.Charges[0].LowerCourt = petition.LowerCourt{CauseNumber: "J-456"}
		if finds, _ := orderParts(t, c, p); !strings.Contains(finds, "under Cause No. J-456") {
			t.Errorf("%s: a number without its court is not named:\n%s", p, finds)
		}
	}
}

func TestAClerkWithTwoFilesIsToldOfBoth(t *testing.T) {
	c := oneEvent()
	for i := range c.Charges {
		c.Charges[i].LowerCourt = petition.LowerCourt{Court: petition.Court{Level: petition.Justice, County: "Hinds"}, CauseNumber: []string{"J-5", "J-6"}[i]}
	}
	_, orders := orderParts(t, c, rules.OneFelony)
	wantEach(t, "two", orders, "the Clerk of the Justice Court of Hinds County, for Cause No. J-5 and Cause No. J-6\n",
		", begun as Cause No. J-5 of the Justice Court of Hinds County and Cause No. J-6 of the Justice Court of Hinds County,")
	c.Charges[1].LowerCourt = c.Charges[0].LowerCourt
	_, orders = orderParts(t, c, rules.OneFelony)
	wantEach(t, "one", orders, "the Clerk of the Justice Court of Hinds County, for Cause No. J-5\n", ", begun as Cause No. J-5 of the Justice Court of Hinds County, with every record")
	c = readyFelony()
	c.Charges[0].LowerCourt = petition.LowerCourt{Court: petition.Court{Level: petition.County, County: "Hinds", District: petition.FirstDistrict}, CauseNumber: "CC-1"}
	_, orders = orderParts(t, c, rules.OneFelony)
	wantEach(t, "one clerk for two courts", orders, "the Circuit Clerk of Hinds County, for this cause and for Cause No. CC-1 of the County Court of Hinds County, First Judicial District\n")
}

func TestEveryOrderIdentifiesThePersonTheArrestAndTheCharge(t *testing.T) {
	for _, p := range routes() {
		c := routeCases()[p]
		ch := &c.Charges[0]
		ch.Arrest.AgencyNumber, ch.Arrest.Name = "AG-77", "Joey Sample"
		finds, _ := orderParts(t, c, p)
		wantEach(t, string(p), finds, ch.Offense, "§ "+ch.Section.String(), ch.Arrest.Date.Long(), " by the "+strings.ReplaceAll(ch.Arrest.Agency, "'", "’"), "agency case number AG-77")
		if ch.Outcome != petition.Uncharged {
			wantEach(t, string(p), finds, "alleged to have been committed on "+ch.OffenseDate.Long())
		}
		for fact, kept := range map[string][]rules.Pathway{
			"born in 1988":    {rules.Survivor},
			"Joe Sample":      {rules.Survivor, rules.YouthDismissed},
			"the name Joey S": {rules.Survivor, rules.YouthDismissed},
		} {
			if strings.Contains(finds, fact) == slices.Contains(kept, p) {
				t.Errorf("%s: %q stands in the order, or should: \n%s", p, fact, finds)
			}
		}
		c.Petitioner.OtherNames, c.Petitioner.DateOfBirth, ch.Arrest.Agency = nil, petition.Date{}, "The Harbor Police"
		finds, _ = orderParts(t, c, p)
		wantEach(t, string(p)+" without", finds, " by The Harbor Police, agency case number")
		if p != rules.YouthDismissed {
			wantEach(t, string(p)+" without", finds, "The petitioner was "+arrestWord(*ch)+" on ")
		}
	}
}

func TestTheClerkIsNotToldToSendACopyToTheClerk(t *testing.T) {
	for _, p := range routes() {
		_, orders := orderParts(t, routeCases()[p], p)
		wantEach(t, string(p)+" order", orders, "and to each other office named above.")
		wantEach(t, string(p)+" petition", paperText(t, routeCases()[p], p, "petition"), "and to each other office named; and")
	}
}

// Counts that one arrest was for are told of once; an arrest of its own stands by itself.
func TestTheOrderTellsOfOneArrestOnce(t *testing.T) {
	c := oneEvent()
	for i := range c.Charges {
		c.Charges[i].Arrest = petition.Arrest{Kind: petition.ArrestMade, Date: date(2014, 5, 9), Agency: "Tupelo Police Department"}
	}
	c.Charges[0].OffenseDate, c.Charges[1].OffenseDate = date(2014, 5, 2), date(2014, 5, 3)
	order := func() string { return paperText(t, c, rules.OneFelony, "order") }
	wantEach(t, "one arrest", order(), "was arrested on May 9, 2014 by the Tupelo Police Department, for offenses alleged to have been committed on May 2, 2014 and May 3, 2014.")
	if n := strings.Count(order(), "was arrested on"); n != 1 {
		t.Errorf("the order tells of one arrest %d times", n)
	}
	c.Charges[1].OffenseDate = c.Charges[0].OffenseDate
	wantEach(t, "one day", order(), "for offenses alleged to have been committed on May 2, 2014.")
	c.Charges[1].Arrest.Date = date(2014, 5, 11)
	wantEach(t, "two arrests", order(), "was arrested on May 9, 2014", "was arrested on May 11, 2014", "for an offense alleged")
}

// The opening asks for what the title names.
func TestTheOpeningNamesAnArrestOrACitation(t *testing.T) {
	c := routeCases()[rules.UnchargedOrCitation]
	for kind, want := range map[petition.ArrestKind]string{
		petition.ArrestMade: "to expunge the record of a misdemeanor arrest. In support", petition.CitationIssued: "to expunge the record of a misdemeanor citation. In support",
	} {
		c.Charges[0].Arrest.Kind = kind
		wantEach(t, string(kind), paperText(t, c, rules.UnchargedOrCitation, "petition"), want)
	}
}
