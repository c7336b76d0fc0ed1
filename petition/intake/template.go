package intake

import _ "embed"

//go:embed template.yaml
var templateCase string

// TemplateCase returns a case file to fill in: every field, empty, in the order of the
// case file, each with a comment. The entries of lists are commented out, on lines that
// begin with "#  "; without that # they are part of the file.
func TemplateCase() string { return templateCase }
