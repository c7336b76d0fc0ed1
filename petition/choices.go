package petition

import (
	"reflect"
	"sync"
)

// Choices lists the words a field takes, in the order a person should be offered them:
// those of its closed list, or yes, no and unknown. It is nil for a field that takes
// any text, a date or a number.
func (p Path) Choices() []string { return choices()[p.Pattern()] }

var choices = sync.OnceValue(func() map[Path][]string {
	out := map[Path][]string{}
	walkFields(reflect.TypeFor[Case](), "", func(p Path, f reflect.StructField) {
		switch v := reflect.Zero(f.Type).Interface().(type) {
		case interface{ Values() []string }:
			out[p] = v.Values()
		case Answer:
			out[p] = []string{Yes.String(), No.String(), Unknown.String()}
		}
	})
	return out
})
