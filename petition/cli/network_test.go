package cli

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fetchers are the packages of other people in the binary that import a package of the
// network, with what they import, on any system of a release. Each has a reason that is
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
	Deps       []string
	Standard   bool
}

// targets are the systems that releases are built for, and the one of this test as its C
// compiler would have it.
func targets() [][]string {
	out := [][]string{{"CGO_ENABLED=1"}}
	for _, system := range []string{"linux", "darwin", "windows"} {
		for _, processor := range []string{"amd64", "arm64"} {
			out = append(out, []string{"GOOS=" + system, "GOARCH=" + processor, "CGO_ENABLED=0"})
		}
	}
	return out
}

// binary lists every package that goes into the program on a system.
func binary(t *testing.T, target []string) []listed {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Imports,Deps,Standard", ".")
	cmd.Dir = house
	cmd.Env = append(os.Environ(), target...)
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

// carriers are the packages of the language itself that bring net with them, as log/syslog
// and expvar do.
func carriers(all []listed) map[string]bool {
	out := map[string]bool{}
	for _, p := range all {
		if p.Standard && slices.Contains(p.Deps, "net") {
			out[p.ImportPath] = true
		}
	}
	return out
}

func network(imports []string, carriers map[string]bool) []string {
	var out []string
	for _, p := range imports {
		if carriers[p] || p == "net" || strings.HasPrefix(p, "net/") || strings.HasPrefix(p, "golang.org/x/net/") || p == "crypto/tls" {
			out = append(out, p)
		}
	}
	return out
}

// TestNothingOfOursReachesTheNetwork holds our packages to no network package at all, and
// the libraries to those that are listed.
func TestNothingOfOursReachesTheNetwork(t *testing.T) {
	found := map[string][]string{}
	for _, target := range targets() {
		all := binary(t, target)
		carriers := carriers(all)
		for _, p := range all {
			reached := network(p.Imports, carriers)
			switch {
			case p.Standard || len(reached) == 0:
			case p.ImportPath == module || strings.HasPrefix(p.ImportPath, module+"/"):
				t.Errorf("%s imports %v", p.ImportPath, reached)
			default:
				sum := append(found[p.ImportPath], reached...)
				slices.Sort(sum)
				found[p.ImportPath] = slices.Compact(sum)
			}
		}
	}
	if d := cmp.Diff(fetchers(), found); d != "" {
		t.Errorf("libraries that bring the network into the program (- known, + now):\n%s", d)
	}
}

func TestNetworkPackagesAreKnownByName(t *testing.T) {
	carriers := carriers([]listed{
		{ImportPath: "expvar", Deps: []string{"fmt", "net", "net/http"}, Standard: true},
		{ImportPath: "log/syslog", Deps: []string{"net"}, Standard: true},
		{ImportPath: "text/template", Deps: []string{"net/url"}, Standard: true},
		{ImportPath: "example.org/x", Deps: []string{"net"}},
	})
	got := network([]string{"os", "net/http", "internal/nettrace", "network", "net", "golang.org/x/net/html", "crypto/tls", "expvar", "text/template", "log/syslog", "example.org/x"}, carriers)
	if want := []string{"net/http", "net", "golang.org/x/net/html", "crypto/tls", "expvar", "log/syslog"}; !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

// sockets are the ways to the network that need no package of it.
var sockets = regexp.MustCompile(`\b(syscall|unix|windows)\.(Socket|Socketpair|Connect|Bind|Listen|Accept4?|Sendto|Sendmsg|WSA\w+|ConnectEx|SYS_SOCKET|SYS_CONNECT|RawSyscall6?|Syscall[0-9]*|SyscallN)\b|import "C"|go:linkname`)

// TestNothingOfOursOpensASocket reads every source of ours, whatever system it is for.
func TestNothingOfOursOpensASocket(t *testing.T) {
	read := 0
	err := filepath.WalkDir(house, func(path string, e fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case e.IsDir() && path != house && strings.HasPrefix(e.Name(), "."):
			return fs.SkipDir
		case e.IsDir(), filepath.Ext(path) == ".s", filepath.Ext(path) == ".c":
			if !e.IsDir() {
				t.Errorf("%s is not written in Go", path)
			}
			return nil
		case filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		text, err := os.ReadFile(path)
		if found := sockets.Find(text); found != nil {
			t.Errorf("%s: %s", path, found)
		}
		read++
		return err
	})
	if err != nil || read < 100 {
		t.Errorf("%d sources were read: %v", read, err)
	}
	for _, bad := range []string{"syscall.Socket(a, b, c)", "unix.Connect(f, to)", "syscall.RawSyscall(41, 0, 0, 0)", "import \"C\""} {
		if !sockets.MatchString(bad) {
			t.Errorf("%s is not seen", bad)
		}
	}
}
