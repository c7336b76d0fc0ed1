package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/viper"

	"expunge/assets"
	"expunge/forms"
	"expunge/petition"
	"expunge/petition/intake"
	"expunge/petition/packet"
	"expunge/rules"
)

// settings is what a clinic chooses once: flags, then EXPUNGE_ variables, then
// expunge.yaml in the working folder, then the user's configuration folder. They never
// supply a fact of a case.
type settings struct {
	Office        forms.Office
	DefaultCounty string
	Out           string
	Formats       []packet.Format
	Language      petition.Language
	Hold          []string
	Columns       []intake.Column
	Encrypt       encryption
}

// shape is the kind of value a key takes.
type shape int8

const (
	words shape = iota
	listOf
	yesNo
	columnList
)

// keys are the settings there are.
func keys() map[string]shape {
	return map[string]shape{
		"clinic.name": words, "clinic.address": words, "clinic.logo": words, "clinic.place": words, "clinic.date": words,
		"attorney.name": words, "attorney.bar_number": words, "attorney.phone": words, "attorney.email": words,
		"default_county": words, "out": words, "formats": listOf, "language": words, "law.hold": listOf,
		"papers.verification": yesNo, "papers.approved_as_to_form": yesNo, "papers.fingerprint_exception": yesNo, "papers.pauper_affidavit": yesNo, "papers.exhibit_covers": yesNo, "papers.extras": yesNo,
		"encrypt.recipients": listOf, "encrypt.recipients_file": words,
		"columns": columnList,
	}
}

// settingsFile is the name settings are looked for under.
const settingsFile = "expunge.yaml"

// settings gathers and checks the settings of a run.
func (a *app) settings(cmd *cobra.Command) (settings, error) {
	v := viper.New()
	papers := forms.DefaultPapers()
	for key, value := range map[string]any{
		"language":                     string(petition.English),
		"papers.verification":          papers.Verification,
		"papers.approved_as_to_form":   papers.ApprovedAsToForm,
		"papers.fingerprint_exception": papers.FingerprintException,
		"papers.pauper_affidavit":      papers.PauperAffidavit,
		"papers.exhibit_covers":        papers.ExhibitCovers,
		"papers.extras":                papers.Extras,
	} {
		v.SetDefault(key, value)
	}
	for _, key := range []string{"out", "formats"} { // their defaults are those of the flags of packet
		if err := v.BindPFlag(key, cmd.Flags().Lookup(key)); err != nil {
			return settings{}, machine(err, "")
		}
	}
	layers, err := a.settingsFiles(cmd)
	if err != nil {
		return settings{}, err
	}
	environment, err := a.environment()
	if err != nil {
		return settings{}, err
	}
	from := origin{}
	for _, layer := range append(layers, environment) {
		if err := v.MergeConfigMap(layer.values); err != nil {
			return settings{}, machine(err, "")
		}
		maps.Copy(from, layer.from)
	}
	for _, key := range []string{"out", "formats"} {
		if cmd.Flags().Changed(key) {
			from[key] = "--" + key
		}
	}
	return a.settle(v, from)
}

// layer is what one place says: the values by key, and how an error names each.
type layer struct {
	values map[string]any
	from   origin
}

// origin says where the value of a setting that counts was given: "expunge.yaml: out",
// "EXPUNGE_OUT" or "--out".
type origin map[string]string

// of names a setting for an error.
func (o origin) of(key string) string {
	if name := o[key]; name != "" {
		return name
	}
	return key
}

// settingsFiles reads the settings files that apply, the weakest first.
func (a *app) settingsFiles(cmd *cobra.Command) ([]layer, error) {
	if file, _ := cmd.Flags().GetString("config"); cmd.Flags().Changed("config") {
		found, err := readSettings(cmd.Context(), source{a.streams.path(file), file, false})
		if errors.Is(err, fs.ErrNotExist) {
			return nil, usage("check the name given to --config", "there is no settings file %s", printable(file))
		}
		return []layer{found}, err
	}
	if why := a.streams.ConfigError; why != nil {
		a.say("note: your own settings were passed over, since nothing says where they are: %s; set it, or name the file with --config", printable(why.Error()))
	}
	var layers []layer
	here := a.streams.path(settingsFile)
	for _, path := range []string{filepath.Join(a.streams.ConfigDir, settingsFile), here} {
		if path != here && a.streams.ConfigDir == "" {
			continue
		}
		found, err := readSettings(cmd.Context(), source{path, path, path == here})
		switch _, there := os.Lstat(path); {
		case errors.Is(err, fs.ErrNotExist) && there == nil:
			return nil, usage("mend the link, or remove it", "%s is a link to a file that is not there", printable(path))
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return nil, err
		default:
			layers = append(layers, found)
		}
	}
	return layers, nil
}

// source is one settings file: where it is, what errors call it, and whether it was found in
// the working folder, where anybody may have put it, and not named by anyone.
type source struct {
	path, name string
	stray      bool
}

// readSettings reads one settings file into the shapes of [keys].
func readSettings(ctx context.Context, file source) (layer, error) {
	name := printable(file.name)
	if info, err := os.Stat(file.path); err == nil && info.IsDir() {
		return layer{}, usage("name a settings file, or move the folder away", "%s is a folder, not a settings file", name)
	}
	b, err := small(ctx, file.path, file.name)
	if err != nil {
		return layer{}, machine(err, "settings")
	}
	given, wrong := intake.CheckSettings(file.name, b)
	if wrong != nil {
		return layer{}, unreadableSettings(*wrong)
	}
	v := viper.New()
	v.SetConfigType("yaml")
	if err := v.ReadConfig(bytes.NewReader(b)); err != nil {
		return layer{}, usage(quoteHint, "%s: the settings cannot be read as YAML", name)
	}
	known := keys()
	found := v.AllKeys()
	slices.Sort(found)
	out := layer{map[string]any{}, origin{}}
	for _, key := range found {
		if _, ok := known[key]; !ok && v.Get(key) == nil && isGroup(key) {
			continue // left empty
		}
		value, err := file.setting(key, v.Get(key))
		if err != nil {
			return layer{}, err
		}
		if value != nil {
			put(out.values, key, value)
			out.from[key] = name + ": " + key
		}
	}
	for _, key := range given { // a group that is empty has no keys of its own
		if _, ok := known[key]; !ok && !isGroup(key) {
			return layer{}, unknownSetting(name, key)
		}
	}
	return out, nil
}

// setting checks one setting of the file and returns its value, or nil when it was left
// empty.
func (file source) setting(key string, given any) (any, error) {
	name := printable(file.name)
	shape, ok := keys()[key]
	if !ok {
		return nil, unknownSetting(name, key)
	}
	value, err := shaped(shape, given)
	if err != nil {
		return nil, usage(err.Error(), "%s: %s has a value of the wrong kind", name, key)
	}
	if err := checked(name+": "+key, key, value); err != nil {
		return nil, err
	}
	if !slices.Contains(paths(), key) {
		return value, nil
	}
	if text, _ := value.(string); file.stray && share(text, runtime.GOOS == "windows") {
		return nil, usage("a settings file that merely lies in the working folder reaches no other machine: name the place in your own settings, or name this file with --config",
			"%s: %s is on another machine", name, key)
	}
	if key == "out" { // starts from the working folder
		return value, nil
	}
	return besideSettings(file.path, value), nil
}

const quoteHint = "put text that holds [ ] { } : # in quotes"

// unreadableSettings says what is wrong with a settings file as a whole.
func unreadableSettings(d intake.Diagnostic) error {
	hint := d.Hint
	switch {
	case d.Code == "yaml.documents":
		hint = "keep all settings in one document, and remove the line ---"
	case d.Code == "yaml.size", d.Code == "yaml.depth", d.Code == "yaml.nodes":
		hint = "a settings file is a few lines long; is this the right file?"
	case strings.HasPrefix(d.Message, "a key is longer"):
		hint = "begin each line with the name of a setting, a colon and a space"
	case d.Code == "yaml.syntax" && !strings.Contains(d.Message, "space"):
		hint = quoteHint
	}
	return usage(hint, "%s: %s", printable(d.Position.String()), d.Message)
}

// unknownSetting names the key that was meant, or says that a group needs keys under it. What
// does not look like the name of a setting is not repeated: where a case file is given in the
// place of settings it may be a number of the person.
func unknownSetting(name, key string) error {
	known := slices.Sorted(maps.Keys(keys()))
	hint := "the settings are: " + strings.Join(known, ", ")
	if near := petition.Nearest(key, known); near != "" {
		hint = fmt.Sprintf("did you mean %s?", near)
	} else if isGroup(key) {
		hint = fmt.Sprintf("%s has settings of its own under it, indented on the next lines", key)
	}
	if !looksLikeKey(key) {
		return usage(hint, "%s: a key is not the name of a setting", printable(name))
	}
	return usage(hint, "%s: there is no setting %s", printable(name), key)
}

// isGroup reports whether settings stand under the key.
func isGroup(key string) bool {
	for k := range keys() {
		if strings.HasPrefix(k, key+".") {
			return true
		}
	}
	return false
}

// put sets a value at a key with dots.
func put(m map[string]any, key string, value any) {
	head, rest, nested := strings.Cut(key, ".")
	if !nested {
		m[key] = value
		return
	}
	inner, ok := m[head].(map[string]any)
	if !ok {
		inner = map[string]any{}
		m[head] = inner
	}
	put(inner, rest, value)
}

// shaped returns a value of a settings file in the one form its shape has, or nil when
// the key was left empty. The error is the hint.
func shaped(s shape, value any) (any, error) {
	if value == nil {
		return nil, nil
	}
	switch s {
	case listOf:
		return shapedList(value)
	case yesNo:
		return shapedYesNo(value)
	case columnList:
		return shapedColumns(value)
	default:
		return shapedWords(value)
	}
}

// shapedWords takes text alone: a number would already have lost its leading zeros.
func shapedWords(value any) (any, error) {
	switch x := value.(type) {
	case string:
		return strings.TrimSpace(x), nil
	case time.Time:
		return petition.DateOf(x).String(), nil
	default:
		return nil, errors.New("write text, and put numbers in quotes so that no zero is lost")
	}
}

func shapedList(value any) (any, error) {
	hint := errors.New("write a list, for example [pdf, md]")
	switch x := value.(type) {
	case string:
		return split(x), nil
	case []any:
		out := make([]any, len(x))
		for i, item := range x {
			text, ok := item.(string)
			if !ok {
				return nil, hint
			}
			out[i] = strings.TrimSpace(text)
		}
		return out, nil
	default:
		return nil, hint
	}
}

func shapedYesNo(value any) (any, error) {
	hint := errors.New("write true or false")
	switch x := value.(type) {
	case bool:
		return x, nil
	case string:
		var answer petition.Answer
		if answer.UnmarshalText([]byte(x)) != nil || !answer.Known() {
			return nil, hint
		}
		return answer == petition.Yes, nil
	default:
		return nil, hint
	}
}

func shapedColumns(value any) (any, error) {
	hint := errors.New(`write a list, for example [{header: "Docket No.", field: "charges[].cause_number"}]`)
	items, ok := value.([]any)
	if !ok {
		return nil, hint
	}
	for _, item := range items {
		entry, ok := item.(map[string]any)
		if !ok || len(entry) != 2 {
			return nil, hint
		}
		for _, key := range []string{"header", "field"} {
			if text, ok := entry[key].(string); !ok || strings.TrimSpace(text) == "" {
				return nil, hint
			}
		}
	}
	return items, nil
}

// split takes a list apart at its commas.
func split(text string) []any {
	out := []any{}
	for part := range strings.SplitSeq(text, ",") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// environment reads the EXPUNGE_ variables. One that is not a setting is spoken of and
// passed over: it may be meant for another version of the program.
func (a *app) environment() (layer, error) {
	known := map[string]string{}
	for key := range keys() {
		known["EXPUNGE_"+strings.ToUpper(strings.ReplaceAll(key, ".", "_"))] = key
	}
	out := layer{map[string]any{}, origin{}}
	for _, entry := range slices.Sorted(slices.Values(a.streams.Environ)) {
		name, text, _ := strings.Cut(entry, "=")
		if !strings.HasPrefix(name, "EXPUNGE_") || name == accessible || strings.TrimSpace(text) == "" {
			continue
		}
		key, ok := known[name]
		if !ok {
			a.strangeVariable(name, slices.Sorted(maps.Keys(known)))
			continue
		}
		shape := keys()[key]
		if shape == columnList {
			return layer{}, usage("put columns into "+settingsFile, "%s cannot be given in the environment", name)
		}
		value, err := shaped(shape, text)
		if err != nil {
			return layer{}, usage(err.Error(), "%s has a value of the wrong kind", name)
		}
		if err := checked(name, key, value); err != nil {
			return layer{}, err
		}
		put(out.values, key, value)
		out.from[key] = name
	}
	return out, nil
}

// accessible is the variable that asks the interview for plain prompts. It is a choice of
// the terminal, not a setting.
const accessible = "EXPUNGE_ACCESSIBLE"

func (a *app) strangeVariable(name string, known []string) {
	hint := ""
	if near := petition.Nearest(name, known); near != "" {
		hint = "; did you mean " + near + "?"
	}
	a.say("note: the environment variable %s is not a setting and was passed over%s", shortened(name), hint)
}

// settle checks the merged settings and turns them into values.
func (a *app) settle(v *viper.Viper, from origin) (settings, error) {
	if err := printed(v, from); err != nil {
		return settings{}, err
	}
	s := settings{Office: office(v)}
	var err error
	if s.Office.Clinic.Logo, err = a.logo(v.GetString("clinic.logo"), from.of("clinic.logo")); err != nil {
		return s, err
	}
	if s.Out, err = a.home(v.GetString("out"), from.of("out")); err != nil {
		return s, err
	}
	if s.Formats, err = formats(from.of("formats"), v.GetStringSlice("formats")); err != nil {
		return s, err
	}
	if s.Hold, err = holds(from.of("law.hold"), v.GetStringSlice("law.hold")); err != nil {
		return s, err
	}
	if err := choose(from.of("language"), v.GetString("language"), petition.Language("").Values()); err != nil {
		return s, err
	}
	s.Language = petition.Language(v.GetString("language"))
	s.Office.Language = s.Language
	if s.DefaultCounty, err = county(from.of("default_county"), v.GetString("default_county")); err != nil {
		return s, err
	}
	s.Encrypt = encryption{v.GetStringSlice("encrypt.recipients"), v.GetString("encrypt.recipients_file"), from}
	s.Columns, err = columns(v.Get("columns"))
	return s, err
}

func office(v *viper.Viper) forms.Office {
	return forms.Office{
		Clinic:   forms.Clinic{Name: v.GetString("clinic.name"), Address: v.GetString("clinic.address"), Place: v.GetString("clinic.place"), Date: v.GetString("clinic.date")},
		Attorney: forms.Attorney{Name: v.GetString("attorney.name"), BarNumber: v.GetString("attorney.bar_number"), Phone: v.GetString("attorney.phone"), Email: v.GetString("attorney.email")},
		Papers: forms.PaperOptions{
			Verification:         v.GetBool("papers.verification"),
			ApprovedAsToForm:     v.GetBool("papers.approved_as_to_form"),
			FingerprintException: v.GetBool("papers.fingerprint_exception"),
			PauperAffidavit:      v.GetBool("papers.pauper_affidavit"),
			ExhibitCovers:        v.GetBool("papers.exhibit_covers"),
			Extras:               v.GetBool("papers.extras"),
		},
	}
}

// printed checks the settings that stand on papers.
func printed(v *viper.Viper, from origin) error {
	for _, key := range slices.Sorted(maps.Keys(keys())) {
		onPaper := strings.HasPrefix(key, "clinic.") && key != "clinic.logo" || strings.HasPrefix(key, "attorney.")
		if onPaper {
			if err := fitForPaper(from.of(key), v.GetString(key), 200); err != nil {
				return err
			}
		}
	}
	return nil
}

// fitForPaper refuses a text that the papers cannot print or have no room for.
func fitForPaper(name, text string, most int) error {
	control := func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\r' }
	switch {
	case strings.ContainsFunc(text, control):
		return usage("type the text again instead of pasting it", "%s holds a character that cannot be printed", name)
	case !petition.CanPrint(text):
		return usage("write it in Latin letters, without pictures", "%s holds a character that the papers cannot print", name)
	case utf8.RuneCountInString(text) > most:
		return usage("shorten it", "%s is longer than %d characters", name, most)
	default:
		return nil
	}
}

// home checks the folder for packets, and writes out a leading ~ as the user's own folder.
func (a *app) home(out, name string) (string, error) {
	if strings.TrimSpace(out) == "" {
		return "", usage("name a folder, for example --out packets", "%s: the folder to write packets to has no name", name)
	}
	return a.expand(out, name)
}

// expand writes out a leading ~ as the user's own folder.
func (a *app) expand(path, name string) (string, error) {
	rest, ok := strings.CutPrefix(path, "~")
	if !ok || rest != "" && !os.IsPathSeparator(rest[0]) {
		return path, nil
	}
	for _, variable := range []string{"HOME", "USERPROFILE"} {
		if dir := a.variable(variable); dir != "" {
			return filepath.Join(dir, rest), nil
		}
	}
	return "", usage("write the folder out in full", "%s: nothing says which folder ~ is", name)
}

// holds checks the enactments to hold back; the result is sorted and has each once.
func holds(name string, ids []string) ([]string, error) {
	for _, id := range ids {
		if err := choose(name, id, rules.Holdable()); err != nil {
			return nil, err
		}
	}
	return slices.Compact(slices.Sorted(slices.Values(ids))), nil
}

// formatNames are the formats of this release.
func formatNames() []string {
	return []string{string(packet.PDF), string(packet.DOCX), string(packet.Markdown)}
}

func formats(from string, names []string) ([]packet.Format, error) {
	var out []packet.Format
	for _, name := range names {
		name = strings.ToLower(strings.TrimSpace(name))
		if err := choose(from, name, formatNames()); err != nil {
			return nil, err
		}
		if f := packet.Format(name); !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		return nil, usage("choose from: "+strings.Join(formatNames(), ", "), "%s names no format", from)
	}
	return out, nil
}

func county(from, name string) (string, error) {
	if name == "" {
		return "", nil
	}
	if c, ok := assets.FindCounty(name); ok {
		return c.Name, nil
	}
	var names []string
	for _, c := range assets.Counties() {
		names = append(names, c.Name)
	}
	hint := "check the spelling"
	if near := petition.Nearest(name, names); near != "" {
		hint = fmt.Sprintf("did you mean %q?", near)
	}
	return "", usage(hint, "%s: Mississippi has no county %q", from, shortened(name))
}

// columns checks the headers a clinic maps. The field "ignore" leaves a column out, and a
// charge may have its number: charges[2].offense.
func columns(value any) ([]intake.Column, error) {
	items, _ := value.([]any) // its shape was checked when it was read
	var out []intake.Column
	for i, item := range items {
		entry, _ := item.(map[string]any)
		header, _ := entry["header"].(string)
		field, _ := entry["field"].(string)
		path := petition.Path(strings.TrimSpace(field))
		if path != intake.IgnoredField && !slices.Contains(petition.Fields(), path.Pattern()) {
			names := []string{string(intake.IgnoredField)}
			for _, p := range petition.Fields() {
				names = append(names, string(p))
			}
			hint := "\"expunge template case\" shows every field; a field of a charge is written charges[].offense, and a column that is not needed is for the field ignore"
			if near := petition.Nearest(field, names); near != "" {
				hint = fmt.Sprintf("did you mean %s?", near)
			}
			return nil, usage(hint, "columns[%d]: there is no field %q", i, shortened(field))
		}
		out = append(out, intake.Column{Header: strings.TrimSpace(header), Field: path})
	}
	return out, nil
}
