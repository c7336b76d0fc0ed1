package intake

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"expunge/petition"
)

// CheckSettings reports what no settings file may have: text that is not well-formed, a
// second document, or a key given twice in whatever case. Nothing else is looked at; nil
// means that the file can be read.
func CheckSettings(name string, data []byte) *Diagnostic {
	root, wrong := parse(data)
	if wrong == nil && root != nil {
		wrong = keyTwice(root)
	}
	if wrong == nil {
		return nil
	}
	d := wrong.at(name)
	return &d
}

func keyTwice(n *yaml.Node) *fault {
	seen := map[string]int{}
	for i, kid := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			key := strings.ToLower(kid.Value)
			if first, again := seen[key]; again {
				return &fault{kid.Line, kid.Column, petition.Code("key.duplicate"), fmt.Sprintf("a setting is given twice; the first stands on line %d", first), "keep one of the two"}
			}
			seen[key] = kid.Line
		}
		if f := keyTwice(kid); f != nil {
			return f
		}
	}
	return nil
}
