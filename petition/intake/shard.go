package intake

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// Shard is one part of a clients file that is divided among runs. The zero value is all
// of it.
type Shard struct{ Number, Of int } // Number from 1

// ParseShard reads "2/8", the second of eight parts.
func ParseShard(s string) (Shard, error) {
	var k Shard
	var rest string
	n, _ := fmt.Sscanf(s+"\n", "%d/%d%s", &k.Number, &k.Of, &rest)
	if n != 2 || k.Number < 1 || k.Of > 1_000_000 || k.Number > k.Of || s != fmt.Sprintf("%d/%d", k.Number, k.Of) {
		return Shard{}, errors.New("not a part such as 2/8: the first number from 1 to the second")
	}
	return k, nil
}

// Holds reports whether the part has the case with the given id. It goes by the id alone,
// without regard to case, so that a case stays in its part whatever else the file holds.
func (s Shard) Holds(id string) bool {
	if s.Of < 2 {
		return true
	}
	h := fnv1a(strings.ToLower(id))
	return int(h%uint64(s.Of)) == s.Number-1 //nolint:gosec // less than Of
}

// HoldsClient reports whether the part has a case of a clients file, by the number of its
// row when it has no id.
func (s Shard) HoldsClient(c Client) bool {
	if c.ID == "" && len(c.Rows) > 0 {
		return s.Holds(loneID(c.Rows[0].Number))
	}
	return s.Holds(c.ID)
}

// loneID is the name of a row that belongs to no case.
func loneID(number int) string { return "row-" + strconv.Itoa(number) }

// fnv1a is the 64-bit FNV-1a hash.
func fnv1a(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}
