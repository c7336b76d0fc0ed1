package intake_test

import (
	"testing"

	"expunge/petition/intake"
)

func TestParseShard(t *testing.T) {
	if s, err := intake.ParseShard("2/8"); err != nil || s != (intake.Shard{Number: 2, Of: 8}) {
		t.Errorf("%v %v", s, err)
	}
	for _, s := range []string{"", "0/8", "9/8", "2", "2/", "/8", "a/b", "2/8x", "2/8/9", " 2/8", "02/8", "+2/8", "-1/8", "1/0", "1/1000001"} {
		if _, err := intake.ParseShard(s); err == nil {
			t.Errorf("%q is taken for a part", s)
		}
	}
	if !(intake.Shard{}).Holds("A") || (intake.Shard{Number: 1, Of: 2}).Holds("A") == (intake.Shard{Number: 2, Of: 2}).Holds("a") {
		t.Error("a case is in one part, whatever the case of its letters")
	}
}
