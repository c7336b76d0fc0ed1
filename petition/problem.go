package petition

import (
	"fmt"
	"strings"
)

// Code names a kind of problem. It is public and stable: wording may improve, a code
// may be retired, but it is never given another meaning.
type Code string

// Problem is one thing that is wrong with a case, and with which field. Its text
// never repeats a value that could be a person's name, date or number: what stands in a
// field need not be what belongs there.
type Problem struct {
	Path    Path
	Code    Code
	Message string
	Hint    string
}

// String returns "path: message".
func (p Problem) String() string {
	if p.Path == "" {
		return p.Message
	}
	return fmt.Sprintf("%s: %s", p.Path, p.Message)
}

// Problems is everything that is wrong with a case, in the order of the case file.
type Problems []Problem

// Error makes Problems an error that lists every one of them, a line each.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// ValueError is what a field's type says of a text it refuses. It does not repeat the
// text, which may be a name or a birth date that slipped into the wrong place, unless it
// is a word of a closed list but for a slip of the hand.
type ValueError struct {
	Code    Code
	Message string
	Hint    string
}

func (e *ValueError) Error() string { return e.Message }
