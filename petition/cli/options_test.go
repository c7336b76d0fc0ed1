package cli

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"

	"expunge/petition"
	"expunge/petition/packet"
)

// parse runs a command's parser alone. The command under test stands in for the one of
// the same name.
func parse(t *testing.T, s Streams, with func(*app) *cobra.Command, args ...string) error {
	t.Helper()
	s.Dir = t.TempDir()
	a := &app{streams: s, today: petition.DateOf(clock())}
	root := newRoot(a)
	cmd := with(a)
	for _, c := range root.Commands() {
		if c.Name() == cmd.Name() {
			root.RemoveCommand(c)
		}
	}
	root.AddCommand(cmd)
	root.SetArgs(args)
	return root.ExecuteContext(t.Context())
}

func TestCheckParses(t *testing.T) {
	for _, c := range []struct {
		args  []string
		files []string
		why   bool
		json  bool
		quiet bool
		asOf  petition.Date
	}{
		{[]string{"check", "a.yaml"}, []string{"a.yaml"}, false, false, false, petition.DateOf(clock())},
		{[]string{"check", "--why", "a", "-"}, []string{"a", "-"}, true, false, false, petition.DateOf(clock())},
		{[]string{"check", "a", "--json", "--as-of=2020-02-29"}, []string{"a"}, false, true, false, petition.NewDate(2020, time.February, 29)},
		{[]string{"--quiet", "check", "a"}, []string{"a"}, false, false, true, petition.DateOf(clock())},
	} {
		var got checkOptions
		err := parse(t, Streams{}, func(a *app) *cobra.Command {
			return newCheck(a, func(_ context.Context, o checkOptions) error { got = o; return nil })
		}, c.args...)
		if err != nil {
			t.Errorf("%v: %v", c.args, err)
		}
		if d := cmp.Diff(c.files, got.files); d != "" || got.why != c.why || got.json != c.json || got.quiet != c.quiet || got.asOf != c.asOf || got.today != petition.DateOf(clock()) {
			t.Errorf("%v: %+v", c.args, got)
		}
	}
}

func TestPacketParses(t *testing.T) {
	for _, c := range []struct {
		args    []string
		only    []string
		split   bool
		force   bool
		reason  string
		out     string
		formats []packet.Format
		noInput bool
	}{
		{args: []string{"packet"}, out: "packets", formats: []packet.Format{packet.PDF, packet.DOCX}},
		{args: []string{"packet", "a", "-o", "x", "--force", "--no-input"}, force: true, noInput: true, out: "x", formats: []packet.Format{packet.PDF, packet.DOCX}},
		{args: []string{"packet", "a", "--only", "Petition, ORDER", "--split"}, only: []string{"petition", "order"}, split: true, out: "packets", formats: []packet.Format{packet.PDF, packet.DOCX}},
		{args: []string{"packet", "a", "--draft-review", " memo "}, reason: "memo", out: "packets", formats: []packet.Format{packet.PDF, packet.DOCX}},
		{args: []string{"packet", "a", "--formats", "MD,md , pdf"}, out: "packets", formats: []packet.Format{packet.Markdown, packet.PDF}},
	} {
		var got packetOptions
		err := parse(t, Streams{}, func(a *app) *cobra.Command {
			return newPacket(a, func(_ context.Context, o packetOptions) error { got = o; return nil })
		}, c.args...)
		if err != nil {
			t.Errorf("%v: %v", c.args, err)
			continue
		}
		if d := cmp.Diff(c.only, got.only) + cmp.Diff(c.formats, got.settings.Formats); d != "" || got.split != c.split || got.force != c.force || got.draftReview != c.reason || got.settings.Out != c.out || got.noInput != c.noInput {
			t.Errorf("%v: %s%+v", c.args, d, got)
		}
	}
}

func TestWrongUsageIsRefusedBeforeAnythingRuns(t *testing.T) {
	for _, args := range [][]string{
		{"check"},
		{"check", "a", "--as-of", "tomorrow"},
		{"check", "a", "--as-of", "unknown"},
		{"check", "a", "--bogus"},
		{"check", "a", "--json=perhaps"},
		{"packet", "a", "--only", "all"},
		{"packet", "a", "--only", ""},
		{"packet", "a", "--formats", ""},
		{"packet", "a", "--out", " "},
		{"packet", "a", "--draft-review", ""},
		{"packet", "a", "--draft-review", strings.Repeat("x", 301)},
		{"packet", "a", "--draft-review", "a\tb"},
		{"packet", "a", "--config", "nowhere.yaml"},
		{"packet", "a", "--out"},
		{"bogus"},
	} {
		ran := false
		with := func(a *app) *cobra.Command {
			return newPacket(a, func(context.Context, packetOptions) error { ran = true; return nil })
		}
		if len(args) > 0 && args[0] == "check" {
			with = func(a *app) *cobra.Command {
				return newCheck(a, func(context.Context, checkOptions) error { ran = true; return nil })
			}
		}
		if err := parse(t, Streams{}, with, args...); codeOf(err) != exitUsage || ran {
			t.Errorf("%v: code %d (%v), ran: %v", args, codeOf(err), err, ran)
		}
	}
}

func TestAnErrorWithoutACodeIsTheMachines(t *testing.T) {
	err := parse(t, Streams{}, func(a *app) *cobra.Command {
		return newCheck(a, func(context.Context, checkOptions) error { return errors.New("disk on fire") })
	}, "check", "a")
	if codeOf(err) != exitMachine {
		t.Errorf("code %d: %v", codeOf(err), err)
	}
}

func TestSettingsReachTheOffice(t *testing.T) {
	var got packetOptions
	s := Streams{Environ: []string{
		"EXPUNGE_CLINIC_NAME=Invented Clinic", "EXPUNGE_ATTORNEY_BAR_NUMBER=0123", "EXPUNGE_LAW_HOLD=2026-ch-430, 2026-ch-430",
		"EXPUNGE_PAPERS_VERIFICATION=no", "EXPUNGE_DEFAULT_COUNTY=hinds", "EXPUNGE_FORMATS=pdf,md", "EXPUNGE_OUT=", "HOME=x",
	}}
	err := parse(t, s, func(a *app) *cobra.Command {
		return newPacket(a, func(_ context.Context, o packetOptions) error { got = o; return nil })
	}, "packet", "a")
	if err != nil {
		t.Fatal(err)
	}
	o := got.settings
	if o.Office.Clinic.Name != "Invented Clinic" || o.Office.Attorney.BarNumber != "0123" || o.Office.Papers.Verification || !o.Office.Papers.ApprovedAsToForm ||
		o.DefaultCounty != "Hinds" || len(o.Formats) != 2 || o.Out != "packets" || len(o.Hold) != 1 {
		t.Errorf("%+v", o)
	}
}
