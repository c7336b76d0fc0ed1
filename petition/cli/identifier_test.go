package cli

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"expunge/petition"
)

// TestAStateNumberWhereOthersReadItIsAProblemOfItsPlace has the number as the id of a case
// and in texts that reach papers.
func TestAStateNumberWhereOthersReadItIsAProblemOfItsPlace(t *testing.T) {
	const number = "MS01239876"
	for _, place := range []petition.Path{"case", "notes", "charges[0].arrest.agency_number"} {
		dir, given := t.TempDir(), facts()
		given["petitioner.state_id"], given[place] = number, number
		for name, text := range map[string]string{"case.yaml": asYAML(t, given), "clients.csv": asCSV(t, asRows(given))} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		for _, line := range []string{"packet case.yaml", "batch clients.csv -o day", "screen clients.csv", "check case.yaml"} {
			want := exitProblems
			if strings.HasPrefix(line, "batch ") {
				want = exitWithheld // the other cases of a batch are done
			}
			code, out, errs := run(t, dir, strings.Fields(line)...)
			if code != want || strings.Contains(out+errs, number) {
				t.Errorf("%s in %s: exit code %d\n%s%s", line, place, code, out, errs)
			}
		}
		_ = filepath.WalkDir(dir, func(path string, _ fs.DirEntry, _ error) error {
			b, _ := os.ReadFile(path)
			if name := filepath.Base(path); strings.Contains(name, number) || strings.Contains(string(b), number) && name != "case.yaml" && name != "clients.csv" && name != "problems.csv" {
				t.Errorf("%s: %s tells the number", place, path)
			}
			return nil
		})
	}
}

func TestAFileNamedByANumberOfThePersonNamesNoFolder(t *testing.T) {
	given := facts()
	maps.Copy(given, map[petition.Path]string{"petitioner.ssn": "000-12-9876", "petitioner.date_of_birth": "1957-08-29", "petitioner.state_id": "MS01239876"})
	delete(given, "case")
	for _, name := range []string{"000-12-9876", "000129876", "1957-08-29", "MS01239876"} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, name+".yaml"), []byte(asYAML(t, given)), 0o600); err != nil {
			t.Fatal(err)
		}
		code, _, errs := run(t, dir, "packet", name+".yaml")
		if _, err := os.Stat(filepath.Join(dir, "packets")); code != exitUsage || err == nil || strings.Contains(errs, name) {
			t.Errorf("%s: exit code %d, %v\n%s", name, code, err, errs)
		}
	}
}
