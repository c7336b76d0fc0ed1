package forms

import (
	"expunge/forms/doc"
	"expunge/rules"
)

// What is pleaded in the alternative, where subsection 99-19-71(4) holds beside the section
// of the petition: a case dismissed in municipal court after an arrest is one of both.

// alternatively states each element of the subsection, for the section of the petition need
// not have asked for them all.
func alternatively(b brief, _ int) []doc.Span {
	if !b.alternative() {
		return nil
	}
	return words("In the alternative, the petitioner asks for the same relief under ", code(string(rules.NonConviction)),
		". The petitioner was arrested and released, the case ended as stated above, and the petitioner was not convicted of any charge in it. That subsection provides that, upon petition, the Court “shall expunge” the record of such a case.")
}

func alternativelyFound(b brief, _ int) []doc.Span {
	if !b.alternative() {
		return nil
	}
	return words("The petitioner was arrested and released, and the case is also one whose record, upon petition, the Court “shall expunge” under ", sec(string(rules.NonConviction)), ".")
}
