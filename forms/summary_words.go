package forms

import "expunge/petition"

func summaryEnglish() summaryWords {
	return summaryWords{
		title:      "Your summary",
		intro:      "This page tells you in plain words what was found about each charge, from what the clinic knows of your record. It is not legal advice. A lawyer should read your papers before you sign or file anything.",
		noOffense:  "offense not yet known",
		chargeWord: "Charge",
		eligible:   "This charge appears eligible.",
		incomplete: "We cannot answer yet: something is missing.",
		notYet:     "Not yet.",
		notYetDay:  "Not yet. The first safe day to file is %s.",
		review:     "A lawyer needs to look at this one.",
		ineligible: "This charge is not available for expungement.",

		meansEligible:   "It means that you may ask the court to expunge it: to clear it from the public record. It does not mean that the court will say yes.",
		meansIncomplete: "When we know what is missing, we can look again. Ask the clinic how to find it out.",
		aDraft:          "A draft is in your packet so that you can see the blanks. Do not sign or file it.",
		meansNotYet:     "Something must happen first, or more time must pass. The sheet “Why not, and what would help” says what.",
		meansReview:     "The law on this point is not clear, or there is a choice that a lawyer should make with you.",
		meansNo:         "A law rules it out, or no court in Mississippi can do it. The sheet “Why not, and what would help” says which. If a paper is wrong, the answer can change.",

		getPapers: "Papers that will help:",
		owedSome:  "Fines or court costs are still owed. Ask the clerk how to pay them.",
		owedSum:   "By your papers you still owe %s in fines or court costs. Ask the clerk how to pay it.",
		paper: map[clerkPaper]string{
			judgmentPaper:   "the judgment of conviction (ask the clerk for a certified copy)",
			sentencingPaper: "the sentencing order (ask the clerk for a certified copy)",
			endingPaper:     "the order that ended the case (ask the clerk for a certified copy)",
			chargePaper:     "the charging paper (ask the clerk)",
			docketPaper:     "the docket sheet (ask the clerk)",
			noChargePaper:   "a letter from the clerk that says that no charge was filed",
			accountPaper:    "a paper from the clerk that shows you owe nothing",
		},

		oneFelony:    "You can have one felony expunged in your life. If the court says yes to this one, it is used.",
		chooseFelony: "You can have one felony expunged in your life, and there is more than one in your record. Choose with a lawyer which one to ask for. The petition is made after that.",
		oneDUI:       "You can have one DUI expunged in your life. If the court says yes to this one, it is used.",

		alreadyDone: "The law speaks of expunging this record without a petition, and the court may have entered the order already. Ask the clerk, or the program if there was one, before you file. If there is an order, you need a certified copy of it and not these papers.",

		nextTitle: "What to do next",
		nextReady: []string{
			"Read the papers to file. If something in them is not true, do not sign; tell the clinic.",
			"Sign where they say so. Where a paper asks for a notary, sign it in front of one, and bring photo ID.",
			"Take them to the clerk of the court, with the fee. Ask first how much it is, and how many copies the clerk wants.",
			"Give the prosecutor a copy, as the cover page says.",
			"If there is a hearing, go. Bring ID, your papers, and people who will speak for you.",
			"When the judge has signed, ask for certified copies and keep one for good.",
		},
		nextCounsel: []string{
			"Read the papers to file with your lawyer. If something in them is not true, say so; it can be mended.",
			"Sign only what your lawyer asks you to sign. Where a paper asks for a notary, sign it in front of one, and bring photo ID.",
			"Your lawyer signs the other papers, files them and gives the prosecutor a copy. You need not take them to the clerk. Ask how much the fee is, and who pays it.",
			"If there is a hearing, go. Bring ID, and people who will speak for you.",
			"When the judge has signed, ask your lawyer for certified copies and keep one for good.",
		},
		nextNothing: []string{
			"There is nothing to sign or file today.",
			"Do what stands under each charge above, and keep this page.",
			"Come back with the papers, or when the day has come. The papers are then made again.",
		},
		knowTitle: "Good to know",
		know: []string{
			"Until a judge has signed and the clerk has entered the order, nothing has changed.",
			"What is filed is a public paper in most courts. Anyone may be able to read it.",
			"If your address stands on a paper to file, and it is not safe for you that others read it, ask a lawyer which address to give.",
			"If you are not a citizen of the United States, talk to an immigration lawyer before you sign anything.",
			"Nobody can promise you what the court will do. Do not pay anyone who does.",
		},
		date: petition.Date.Long,
		asOf: "as of %s",
	}
}
