package rules

import "testing"

func TestNamesOfDrivingUnderTheInfluence(t *testing.T) {
	for name, want := range map[string]bool{
		"DUI first offense": true, "D.U.I. 1st": true, "DWI": true, "D.W.I.": true, "OWI": true, "O.W.I.": true, "OUI, second": true, "O.U.I.": true, "1st owi/careless": true,
		"driving under the influence": true, "Operating a motor vehicle under the influence": true, "operating while impaired": true, "operating while intoxicated": true, "operating under the influence": true,
		"driving while drinking": true, "driving while impaired": true, "impaired driving": true, "operating a vehicle while impaired": true,
		"violation of the implied consent law": true, "Implied Consent": true, "drunk driving": true, "drunk": true, "public drunk while driving": true, "drunk at the wheel, disorderly": true,

		"": false, "larceny": false, "theft from Louis Goui": false, "threat to Louis": false, "Growing marijuana": false, "kowing": false, "ouija": false,
		"driving while license suspended": false, "driving under suspension": false, "driving under revocation": false, "driving while disqualified": false, "operating while privilege revoked": false, "reckless driving": false,
		"public drunkenness": false, "drunk, disorderly": false, "public intoxication": false, "exploitation of an impaired person": false, "profane and drunk": false,
	} {
		if got := drunk(name); got != want {
			t.Errorf("%q is a DUI: %v, want %v", name, got, want)
		}
	}
}
