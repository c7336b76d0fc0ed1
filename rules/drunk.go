package rules

// Words by which records name driving under the influence.
var (
	// someWord is a word without which no name is that of a DUI.
	someWord = wordsOf("dui", "d.u.i", "dwi", "d.w.i", "owi", "o.w.i", "oui", "o.u.i", "implied consent", "under the influence", "driv", "operat", "drunk", "intoxicat")
	driving  = wordsOf("dui", "d.u.i", "dwi", "d.w.i", "o.w.i", "o.u.i", "implied consent", "under the influence")
	short    = wordsOf("owi", "oui") // whole words only: both stand in names, as in Louis
	behind   = wordsOf("driving under", "driving while", "operating under", "operating while")
	license  = wordsOf("licen", "suspen", "revo", "privilege", "disqualif")
	drinking = wordsOf("drunk", "intoxicat")
	impaired = wordsOf("impair")
	inPublic = wordsOf("public", "disorderly", "profan")
	wheels   = wordsOf("driv", "wheel", "vehicle", "operat")
)

// drunk reports whether an offense as written is driving under the influence, whatever
// grade it is given. Drunkenness in public (97-29-47) and driving without a license are
// other offenses.
func drunk(offense string) bool {
	switch {
	case !someWord.in(offense):
		return false
	case driving.in(offense) || short.alone(offense):
		return true
	case behind.in(offense) && !license.in(offense):
		return true
	case drinking.in(offense):
		return !inPublic.in(offense) || wheels.in(offense)
	default:
		return impaired.in(offense) && wheels.in(offense)
	}
}
