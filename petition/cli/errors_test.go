package cli

import (
	"strings"
	"testing"

	"expunge/petition"
	"expunge/petition/files"
)

// TestABusyFolderIsSaid with what to do, and is nobody's fault but the moment's.
func TestABusyFolderIsSaid(t *testing.T) {
	var said strings.Builder
	code := report(&said, writing(&files.BusyError{Dir: "packets/A-1"}, petition.Date{}))
	want := "expunge: another run is writing into packets/A-1; nothing was written\n    hint: wait for it to end, then run this again\n"
	if code != exitUsage || said.String() != want {
		t.Errorf("exit code %d: %s", code, said.String())
	}
}
