package packet_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"expunge/forms/doc/doctest"
	"expunge/petition"
	"expunge/petition/files"
	"expunge/petition/packet"
)

// FuzzReadReceipt reads whatever bytes as a receipt. They are one or they are not; what is
// read can be compared with a case, names no more charges than there are, and is the same
// when it is written and read again.
func FuzzReadReceipt(f *testing.F) {
	good := packet.Receipt{
		Schema: packet.ReceiptSchema, Program: "expunge", AsOf: "2026-11-23", Held: []string{"2026-ch-430"},
		Charges: []packet.ReceiptCharge{{Index: 1 << 40, Status: "eligible"}, {Index: -1}}, Files: []files.Sum{{Name: "packet.pdf", SHA256: "00"}},
	}
	add := func(r packet.Receipt) {
		b, err := json.Marshal(r)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
		f.Add(b[:len(b)/2])
	}
	add(good)
	for _, text := range doctest.Naughty() {
		f.Add([]byte(text))
		r := good
		r.Program, r.LawEdition, r.Held, r.Files = text, text, []string{text}, []files.Sum{{Name: text, SHA256: text}}
		add(r)
		r.AsOf = text
		add(r)
	}
	f.Add([]byte(strings.Repeat(`{"charges":[`, 5_000)))
	f.Add([]byte(`{"schema":"expunge/receipt/1","as_of":"2026-11-23","charges":[{"index":1e400}]}`))
	f.Add([]byte(`{"schema":"expunge/receipt/1","as_of":"0001-01-01","charges":null,"files":[null],"encryption":{}}`))
	c := petition.Case{Charges: []petition.Charge{{Outcome: petition.Acquitted}}}
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := packet.ReadReceipt(b)
		if err != nil {
			if !errors.Is(err, packet.ErrNoReceipt) || !cmp.Equal(r, packet.Receipt{}) {
				t.Fatalf("%v, and %v", err, r)
			}
			return
		}
		if n := len(r.Changes(c)); n > max(len(r.Charges), len(c.Charges)) || n > len(b) {
			t.Errorf("%d charges changed of %d", n, len(r.Charges))
		}
		text, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		again, err := packet.ReadReceipt(text)
		if err != nil || !cmp.Equal(r, again) {
			t.Errorf("%v\n%s", err, cmp.Diff(r, again))
		}
	})
}
