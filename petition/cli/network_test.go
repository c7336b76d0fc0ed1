package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fetchers are the packages of other people in the binary that import a package of the
// network, with what they import, on any of the three systems. Each has a reason that is
// not a connection. A new one needs such a reason, and a line here.
func fetchers() map[string][]string {
	return map[string][]string{
		"github.com/charmbracelet/x/ansi":        {"net/url"},                     // links on a terminal
		"github.com/go-playground/validator/v10": {"net", "net/mail", "net/url"},  // kinds of text that look like an address
		"github.com/go-viper/mapstructure/v2":    {"net", "net/netip", "net/url"}, // values that are addresses
		"github.com/spf13/afero":                 {"net/http"},                    // offers a file system to a web server
		"github.com/spf13/pflag":                 {"net"},                         // flags that are addresses
		"golang.org/x/sys/windows":               {"net"},                         // socket addresses of the system's calls
	}
}

// listed is a package as go list tells of it.
type listed struct {
	ImportPath string
	Imports    []string
	Standard   bool
}

// binary lists every package that goes into the program on a system.
func binary(t *testing.T, system string) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Imports,Standard", ".")
	cmd.Dir = house
	cmd.Env = append(os.Environ(), "GOOS="+system, "GOARCH=amd64", "CGO_ENABLED=0")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []listed
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		err := d.Decode(&p)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	if len(all) < 100 {
		t.Fatalf("only %d packages go into the program", len(all))
	}
	return all
}

func network(imports []string) []string {
	var out []string
	for _, p := range imports {
		if p == "net" || strings.HasPrefix(p, "net/") || strings.HasPrefix(p, "golang.org/x/net/") || p == "crypto/tls" {
			out = append(out, p)
		}
	}
	return out
}

// TestNothingOfOursReachesTheNetwork holds our packages to no network package at all, and
// the libraries to those that are listed.
func TestNothingOfOursReachesTheNetwork(t *testing.T) {
	found := map[string][]string{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		for _, p := range binary(t, system) {
			reached := network(p.Imports)
			switch {
			case p.Standard || len(reached) == 0:
			case p.ImportPath == module || strings.HasPrefix(p.ImportPath, module+"/"):
				t.Errorf("%s imports %v", p.ImportPath, reached)
			default:
				all := append(found[p.ImportPath], reached...)
				slices.Sort(all)
				found[p.ImportPath] = slices.Compact(all)
			}
		}
	}
	if d := cmp.Diff(fetchers(), found); d != "" {
		t.Errorf("libraries that bring the network into the program (- known, + now):\n%s", d)
	}
}

func TestNetworkPackagesAreKnownByName(t *testing.T) {
	got := network([]string{"os", "net/http", "internal/nettrace", "network", "net", "golang.org/x/net/html", "crypto/tls"})
	if want := []string{"net/http", "net", "golang.org/x/net/html", "crypto/tls"}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}
