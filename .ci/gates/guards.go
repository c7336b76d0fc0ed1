package main

import "strings"

// listed are the tests that guard the project, by folder, each with what it guards.
const listed = `
rules TestEveryVectorGetsItsAnswer: the vectors
rules TestAChangedAnswerIsNoticed: every question, forced to yes, no and unknown
rules TestEveryElementHasAVectorEachWay: a vector for each way of every question
rules TestForgettingAFactNeverMakesAnAnswerBetter: unknown fails closed
samples TestEverySampleGivesItsPapers: the goldens of the papers
samples TestTheClinicDayGivesItsManifest: the goldens of a batch
samples TestTheRecordingIsTrue: the recording in README
petition/cli TestImportsObeyTheDiagram: the layers
petition/cli TestEveryCommandOfTheDocsRuns: the commands of the documents
petition/cli TestEveryCommandHasAPageOfTheManual: the manual
petition/cli TestAReleaseIsForSixSystemsAndCanBeBuiltAgain: the release
petition/cli TestTheCaskFindsItsFiles: Homebrew
petition/cli TestAReleaseCarriesTheLicensesOfOthers: the licenses in a release
petition/cli TestNothingOfOursReachesTheNetwork: the network, and the list of libraries that bring it
petition/cli TestARowThatSlippedIsNotRepeated: what is printed names nobody
petition/cli TestIdentifiersReachTheConfidentialSheetAlone: the planted identifiers, in all that is written and printed
petition/cli TestBatchSaysNothingOfAPerson: what batch prints names nobody
petition/cli TestScreenSaysNothingOfAPerson: what screen prints names nobody
samples TestIdentifiersStandOnTheConfidentialSheetAlone: the identifiers in the papers
petition/cli TestAFaultOfTheProgramNamesNobody: a crash names nobody
petition/cli TestWhatIsWrittenIsTheOwnersAlone: the modes of files
petition/cli TestADisturbedBatchEndsAsIfItHadNotBeen: the faults
petition/cli TestAnIdThatIsNoFolderIsRefusedAndWritesNothing: hostile ids
petition/cli TestLookAlikesShareNoFolder: hostile ids that look alike
petition/cli TestNothingPrintedCommandsTheTerminal: hostile text on the terminal
petition/cli TestFormulasComeOutAsText: hostile cells
petition/cli TestLinksInTheWayAreNotWrittenThrough: hostile links
petition/intake TestEveryLimitIsAProblemWithAPlace: the limits on what is read
petition/cli TestPurgeAsksAndTakesYesAlone: purge asks
petition/files TestAPurgeRemovesWhatAReceiptListsAndNothingElse: purge removes no more
petition/files TestAPurgeFollowsNoLinkAndLeavesNoFolder: purge follows no link
.ci/licenses TestALicenseIsKnownByItsText: the list of licenses
.ci/licenses TestTheFileHoldsWhatIsLinkedIn: the texts of the licenses
`

// guards reads the list.
func guards() []test {
	var out []test
	for line := range strings.Lines(listed) {
		if name, _, ok := strings.Cut(strings.TrimSpace(line), ":"); ok {
			folder, name, _ := strings.Cut(name, " ")
			out = append(out, test{folder, name})
		}
	}
	return out
}
