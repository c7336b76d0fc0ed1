package intake

import "io"

// Limits are what [ReadTableWithin] takes of a clients file.
type Limits struct {
	KeptRows, KeptBytes int
	Blank               int
	Unpacked, Part      int64
	Rows, Slots, Tokens int
}

// ReadTableWithin is [ReadTable] with smaller limits, those that are not 0, so that a test
// passes them with a small file.
func ReadTableWithin(name string, r io.Reader, less Limits) (*Table, error) {
	most := usualLimits()
	set(&most.keptRows, less.KeptRows)
	set(&most.keptBytes, less.KeptBytes)
	set(&most.blank, less.Blank)
	set(&most.unpacked, less.Unpacked)
	set(&most.part, less.Part)
	set(&most.rows, less.Rows)
	set(&most.slots, less.Slots)
	set(&most.tokens, less.Tokens)
	return readTable(name, r, nil, most)
}

func set[T int | int64](limit *T, less T) {
	if less != 0 {
		*limit = less
	}
}
