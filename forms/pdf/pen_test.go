package pdf

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"
)

// Places are written as strconv writes them, in the middle between two as well.
func TestCentsAreThoseOfStrconv(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	numbers := []float64{0, math.Copysign(0, -1), 0.005, 0.015, 1.005, 2.675, 0.995, 9.995, 99.995, 611.999, 792, -0.004, -1.5, 1e6, 1e300, math.NaN(), math.Inf(1)}
	for range 200_000 {
		numbers = append(numbers, r.Float64()*800, float64(r.IntN(160_000))/200, r.NormFloat64()*1000)
	}
	for _, v := range numbers {
		if got, want := string(appendCents(nil, v)), strconv.FormatFloat(v, 'f', 2, 64); got != want {
			t.Fatalf("%v is written %s, not %s", v, got, want)
		}
	}
}

// What fpdf would write is tested where whole packets are drawn both ways; here is what no
// packet has.
func TestSignsThatCloseATextAreWrittenSo(t *testing.T) {
	var p pen
	p.codes(`a(b)\\c`)
	p.ink = append(p.ink, '|')
	p.unicode("(\u0128\u0d29")
	want := "a\\(b\\)" + `\\\\` + "c|\x00\\(\x01\\(\\r\\)"
	if string(p.ink) != want {
		t.Errorf("%q, not %q", p.ink, want)
	}
}
