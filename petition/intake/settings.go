package intake

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"expunge/petition"
)

// CheckSettings reports what no settings file may have: text that is not well-formed, a
// second document, what a case file may not have either (too many values, or nested too
// deep; anchors, aliases, merge keys and tags), or a key given twice in whatever case.
// Nothing else is looked at; without a diagnostic the file can be read, and keys are those
// it has at its top, empty ones too.
func CheckSettings(name string, data []byte) (keys []string, wrong *Diagnostic) {
	root, fault := parse(data)
	if fault == nil && root != nil {
		w := walker{file: name}
		if w.screen(root, 1); len(w.diagnostics) > 0 {
			return nil, &w.diagnostics[0]
		}
	}
	if fault == nil && root != nil {
		fault = keyTwice(root)
	}
	if fault != nil {
		d := fault.at(name)
		return nil, &d
	}
	if root != nil && root.Kind == yaml.MappingNode {
		for i := 0; i < len(root.Content); i += 2 {
			keys = append(keys, strings.ToLower(root.Content[i].Value))
		}
	}
	return keys, nil
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
