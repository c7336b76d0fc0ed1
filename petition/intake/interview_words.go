package intake

import (
	"expunge/assets"
	"expunge/petition"
)

// Yes and no, and the words for not knowing, as they are offered.
const (
	notKnown = "unknown"
	dontKnow = "I don't know"
)

func yesNo() []Option { return []Option{{"yes", "Yes"}, {"no", "No"}} }

func levels() []Option {
	return []Option{
		{"circuit", "Circuit court"},
		{"county", "County court"},
		{"justice", "Justice court"},
		{"municipal", "Municipal (city) court"},
		{"youth", "Youth court"},
		{"federal", "Federal court"},
		{"tribal", "Tribal court"},
		{"military", "Military court"},
		{"out_of_state", "A court of another state"},
	}
}

func grades() []Option {
	return []Option{
		{"felony", "Felony"}, {"misdemeanor", "Misdemeanor"}, {"traffic", "Traffic violation (Title 63, but not DUI)"},
	}
}

func outcomes() []Option {
	return []Option{
		{"convicted", "Convicted (guilty plea, no contest, or verdict)"},
		{"dismissed", "Dismissed"},
		{"nolle_prosequi", "Dropped by the prosecutor (nolle prosequi)"},
		{"acquitted", "Found not guilty at trial"},
		{"no_bill", "The grand jury did not indict (no true bill)"},
		{"retired_to_file", "Retired or passed to the file"},
		{"nonadjudicated", "Nonadjudicated"},
		{"conditional_discharge", "Conditional discharge (drug charge)"},
		{"pretrial_intervention", "Pretrial intervention program"},
		{"intervention_court", "Intervention (drug) court"},
		{"veterans_court", "Veterans treatment court"},
		{"mental_health_court", "Mental health court"},
		{"traffic_school", "Traffic-safety course"},
		{"no_disposition", "Nothing was ever decided"},
		{"uncharged", "Arrested, but never charged in court"},
		{"pending", "Still open"},
		{"not_guilty_insanity", "Not guilty by reason of insanity"},
		{"adjudicated_delinquent", "Youth court: adjudicated delinquent"},
		{"not_delinquent", "Youth court: not adjudicated"},
	}
}

func reliefKinds() []Option {
	return []Option{
		{"expunction", "An expungement"},
		{"nonadjudication", "A nonadjudication"},
		{"conditional_discharge", "A conditional discharge"},
		{"pretrial_intervention", "Pretrial intervention"},
		{"intervention_court", "Intervention (drug) court"},
		{"traffic_school", "A traffic-safety course"},
		{"vacatur", "A conviction that was vacated"},
	}
}

func reliefOf() []Option {
	return []Option{
		{"felony", "A felony"},
		{"misdemeanor", "A misdemeanor"},
		{"dui", "A DUI"},
		{"drug", "A drug charge"},
		{"traffic", "A traffic ticket"},
		{"nonconviction", "A charge that ended without a conviction"},
	}
}

func inHand() []Option {
	return []Option{{"have", "In hand"}, {"need", "Still to be fetched"}, {"none", "There is none"}}
}

// countyChoices lists the 82 counties, the preselected one first, so that the list opens
// on it and a search is not thrown off by it.
func countyChoices(first string) []Option {
	var out []Option
	for _, c := range assets.Counties() {
		if o := (Option{c.Name, c.Name}); c.Name == first {
			out = append([]Option{o}, out...)
		} else {
			out = append(out, o)
		}
	}
	return out
}

// wordChoices offers the words of a closed list as they are.
func wordChoices(words []string) []Option {
	out := make([]Option, len(words))
	for i, w := range words {
		out[i] = Option{w, w}
	}
	return out
}

// diverted reports whether an outcome is a program in place of a conviction.
func diverted(o petition.Outcome) bool {
	switch o {
	case petition.Nonadjudicated, petition.ConditionalDischarge, petition.PretrialIntervention, petition.InterventionCourt,
		petition.VeteransCourt, petition.MentalHealthCourt, petition.TrafficSchool:
		return true
	default:
		return false
	}
}
