package intake

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"expunge/petition"
)

// Column maps a clinic's own header to a field of the case file. The field [IgnoredField]
// leaves the column out.
type Column struct {
	Header string
	Field  petition.Path
}

// IgnoredField is the field of a [Column] that is not read.
const IgnoredField petition.Path = "ignore"

// use is what the cells under a header are for.
type use int8

const (
	unknownUse use = iota // the header is not known
	noHeader              // there is none: the cells must be empty
	leftOut               // the clinic's settings, or we ourselves, say not to read it
	personUse             // a fact of the person, stated once for all rows of a case
	chargeUse             // a fact of a charge, one for each row
)

// binding is what a header was found to mean.
type binding struct {
	use    use
	header string
	field  *field
	list   petition.Path // "charges", "record.other_convictions"; empty outside lists
	index  int           // of the entry, from 0, among those of the row
	rest   string        // the path of the field under the entry, or in the case
	plan   plan
}

// path returns where a fact of this column goes, given the number of its list entry.
func (b *binding) path(entry int) petition.Path {
	if b.list == "" {
		return petition.Path(b.rest)
	}
	return petition.Path(string(b.list) + "[" + strconv.Itoa(entry) + "]").Join(b.rest)
}

// key tells two headers of one field from headers of two.
func (b *binding) key() string { return string(b.path(b.index)) }

// formColumn heads the column that a web form puts before its own: when it was sent. The
// address of whoever sent it, [senderColumn], may stand behind that. A volunteer may have
// sent it, so it is not taken for the petitioner's.
const (
	formColumn   = "timestamp"
	senderColumn = "email address"
)

// isSender reports whether a column is one that a web form made of its sender's address.
func (t *Table) isSender(i int, own map[string]petition.Path) bool {
	return i > 0 && headerKey(t.header.Cells[i]) == senderColumn && own[senderColumn] == "" && headerKey(t.header.Cells[i-1]) == formColumn
}

// headerKey is a header as headers are compared: without regard to case, to spaces, to
// the shape of its apostrophes, and to a mark at its end.
func headerKey(s string) string {
	s = strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return unicode.IsSpace(r) || r == 0xfeff }), " ")
	s = strings.NewReplacer("’", "'", "‘", "'", "‑", "-", "–", "-").Replace(s)
	return strings.TrimRight(s, " ?:*")
}

// dictionary is every header that is known without the clinic's help.
type dictionary struct {
	fields map[string]petition.Path   // by key, the pattern of the field
	doubt  map[string][]petition.Path // by key, the fields a label could mean
	names  []string                   // the headers as people write them, to suggest
}

var headers = sync.OnceValue(func() dictionary {
	d := dictionary{fields: map[string]petition.Path{}, doubt: map[string][]petition.Path{}}
	byLabel := map[string][]petition.Path{}
	for _, p := range petition.Fields() {
		d.learn(string(p), p)
		if bare, ok := strings.CutSuffix(string(p), "[]"); ok {
			d.learn(bare, p)
		}
		if at := placeOf(p); at != "" {
			d.learn(p.Label()+" ("+at+")", p)
		}
		byLabel[p.Label()] = append(byLabel[p.Label()], p)
	}
	for label, fields := range byLabel {
		if p, ok := plainly(fields); ok {
			d.learn(label, p)
		} else {
			d.doubt[headerKey(label)] = fields
		}
	}
	slices.Sort(d.names)
	return d
})

func (d *dictionary) learn(name string, p petition.Path) {
	d.fields[headerKey(name)] = p
	d.names = append(d.names, name)
}

// plainly returns the field that a bare label means: the only one that has it, or the
// only one that is the petitioner's own or the charge's own. "County" has two such, and
// to take either would be a guess.
func plainly(fields []petition.Path) (petition.Path, bool) {
	if len(fields) == 1 {
		return fields[0], true
	}
	own := slices.DeleteFunc(slices.Clone(fields), func(p petition.Path) bool {
		return !slices.Contains([]string{"petitioner", "charge", "court"}, placeOf(p))
	})
	if len(own) == 1 {
		return own[0], true
	}
	return "", false
}

// placeOf says in words whose field it is: "County (lower court)". It is empty where
// there is only the case itself.
func placeOf(p petition.Path) string {
	for _, at := range []struct {
		under petition.Path
		words string
	}{
		{"petitioner.counsel", "lawyer"},
		{"petitioner", "petitioner"},
		{"record.other_convictions[].court", "court of other conviction"},
		{"record.other_convictions[]", "other conviction"},
		{"record.earlier_relief[]", "earlier relief"},
		{"record.pending_charges[].court", "court of pending charge"},
		{"record.pending_charges[]", "pending charge"},
		{"charges[].court", "court"},
		{"charges[].lower_court", "lower court"},
		{"charges[].appeal", "appeal"},
		{"charges[].prosecutor", "prosecutor"},
		{"charges[]", "charge"},
	} {
		if within(p, at.under) {
			return at.words
		}
	}
	return ""
}

// HeaderOf returns the plainest header that means the field with the given pattern:
// "Cause number", or "County (court)" where the label alone would not tell.
func HeaderOf(p petition.Path) string {
	label := p.Label()
	if headers().fields[headerKey(label)] == p {
		return label
	}
	return label + " (" + placeOf(p) + ")"
}

var (
	numberedPath  = regexp.MustCompile(`\[([0-9]{1,4})\]`)
	numberedLabel = regexp.MustCompile(` ([0-9]{1,4})\)$`)
)

// splitNumber takes the number of a list entry out of a key: "charges[2].offense" and
// "offense (charge 2)" are the second entry of "charges[].offense" and "offense
// (charge)". Without a number the index is 0, and so it is for number 1. A number of 0
// gives -1.
func splitNumber(key string) (bare string, index int) {
	for _, form := range []struct {
		is   *regexp.Regexp
		with string
	}{{numberedPath, "[]"}, {numberedLabel, ")"}} {
		at := form.is.FindStringSubmatchIndex(key)
		if at == nil {
			continue
		}
		n, _ := strconv.Atoi(key[at[2]:at[3]])
		return key[:at[0]] + form.with + key[at[1]:], n - 1
	}
	return key, 0
}

// read finds what a header means. The fields are those it could mean when that is in
// doubt.
func (d dictionary) read(header string, own map[string]petition.Path) (b binding, doubt []petition.Path) {
	key := headerKey(header)
	switch {
	case key == "":
		return binding{use: noHeader}, nil
	case slices.Contains(addedColumns(), key), key == formColumn && own[key] == "":
		return binding{use: leftOut}, nil
	}
	if p, ok := own[key]; ok {
		if p == IgnoredField {
			return binding{use: leftOut}, nil
		}
		key = headerKey(string(p))
	}
	bare, index := splitNumber(key)
	if p, ok := d.fields[bare]; ok && index >= 0 && index < maxEntries {
		return bind(p, index, bare != key), nil
	}
	return binding{}, d.doubt[key]
}

// bind finds the place of a field. Only an entry of a list may have a number.
func bind(p petition.Path, index int, numbered bool) binding {
	b := binding{use: personUse, rest: string(p), index: index}
	if list, rest, ok := strings.Cut(string(p), "[]."); ok {
		b.list, b.rest = petition.Path(list), rest
		if list == "charges" {
			b.use = chargeUse
		}
	} else if numbered {
		return binding{}
	}
	b.rest = strings.TrimSuffix(b.rest, "[]")
	b.field = locate(&petition.Case{}, b.path(0)).field
	b.plan = planFor(b)
	return b
}

// bindAll reads a row of headers. A header that is not known or that could mean two fields
// is a problem, and so are two columns of case ids. Of other columns of one field each row
// may fill one. A row without any header that is known is no header row.
func (t *Table) bindAll(columns []Column) {
	own := ownFields(columns)
	first := map[string]int{}
	known, likely, given := 0, 0, 0
	wrong := map[int]Diagnostic{}
	var doubled []int
	for i, header := range t.header.Cells {
		b, doubt := headers().read(header, own)
		if t.isSender(i, own) {
			b = binding{use: leftOut}
			t.notes = append(t.notes, t.columnCalled(i, true)+", is not read: a form puts it there, with the address of whoever sent it; to take it for the client's, map it to petitioner.email under columns: in expunge.yaml")
		}
		b.header = printableHeader(header)
		if b.use != noHeader {
			given++
		}
		switch {
		case b.use == unknownUse:
			if doubt != nil || t.isNearly(header) {
				likely++
			}
			wrong[i] = t.strange(i, header, doubt)
		case b.use == leftOut:
			known++
			if key := headerKey(header); key == formColumn && own[key] == "" {
				t.notes = append(t.notes, t.columnCalled(i, true)+", is not read: a form puts it there")
			}
		case b.use >= personUse:
			known++
			switch j, again := first[b.key()]; {
			case !again:
				first[b.key()] = i
			case b.rest == "case":
				wrong[i] = t.headerProblem(i, petition.Path(b.key()), "header.duplicate", "this header is given twice; the first stands in column "+columnName(j), "keep one of the two columns")
				b = binding{header: b.header}
			default:
				doubled = append(doubled, i)
				t.alike.add(j, i)
			}
		}
		if b.rest == "case" {
			t.idColumn = i
		}
		t.columns = append(t.columns, b)
	}
	if known == 0 {
		t.problems = append(t.problems, t.headerProblem(0, "", "header.none", "the first row has no header that is known", "put the headers into the first row, as \"expunge template clients\" shows them; a clinic's own go under columns: in expunge.yaml"))
		t.source = nil
		return
	}
	for _, i := range slices.Sorted(maps.Keys(wrong)) {
		d := wrong[i]
		d.Message = t.columnCalled(i, 2*(known+likely) >= given) + ": " + d.Message
		t.problems = append(t.problems, d)
	}
	for _, i := range doubled {
		t.notes = append(t.notes, t.columnCalled(i, true)+", means the same as column "+columnName(t.alike[i].first)+": a row may fill one of the two, and is a problem where they differ")
	}
}

// columnCalled names a column of the header row and, where that may be said, what stands
// there. A first row of which little is known may be no headers at all but a person: then
// only what is nearly a header is repeated.
func (t *Table) columnCalled(i int, mostlyKnown bool) string {
	header, where := printableHeader(t.header.cell(i)), fmt.Sprintf("row %d, column %s", t.header.Number, columnName(i))
	private := manyDigits(header) || strings.Contains(header, "@")
	if private || !mostlyKnown && !t.isNearly(t.header.cell(i)) {
		return where
	}
	return where + ", " + strconv.Quote(header)
}

// isNearly reports whether a header is one that is known, but for a slip of the hand, or
// another word for it.
func (t *Table) isNearly(header string) bool {
	key := headerKey(header)
	if otherWords()[key] != "" {
		return true
	}
	near, compared := t.near[key]
	if compared || len(key) >= maxLikeness || len(t.near) == maxCompared {
		return near
	}
	if t.near == nil {
		t.near = map[string]bool{}
	}
	t.near[key] = petition.IsSlipOf(key, headers().names)
	return t.near[key]
}

// maxLikeness is how long a header may be to be compared with those that are known: none
// of them is nearly so long, and comparing takes its time.
const maxLikeness = 80

// maxCompared is how many headers of a file are compared with those that are known.
const maxCompared = 100

// nearestHeader returns the known header that is most like a key, or nothing.
func (t *Table) nearestHeader(key string) string {
	if _, compared := t.near[key]; !compared {
		return ""
	}
	return petition.Nearest(key, headers().names)
}

// otherWords are headers that sign-up sheets often have, with the one that may be meant.
// They are only ever suggested: a sheet's "Phone" may be the lawyer's.
var otherWords = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for p, words := range map[petition.Path][]string{
		"case":                                {"id", "case #", "client id", "client #", "client number"},
		"petitioner.name.first":               {"first", "given name", "fname"},
		"petitioner.name.last":                {"last", "surname", "family name", "lname"},
		"petitioner.date_of_birth":            {"dob", "d.o.b.", "birthday", "birthdate", "birth date"},
		"petitioner.ssn":                      {"ssn", "ss#", "ss #", "social security", "social security #"},
		"petitioner.phone":                    {"phone", "phone number", "telephone number", "cell", "cell phone", "mobile"},
		"petitioner.email":                    {"email", "email address", "e-mail address"},
		"petitioner.address.street":           {"address", "street address", "mailing address"},
		"petitioner.address.zip":              {"zip", "zipcode", "postal code"},
		"charges[].cause_number":              {"docket", "docket #", "docket no.", "docket number", "cause", "cause #", "cause no."},
		"charges[].offense":                   {"charge", "charges", "crime"},
		"charges[].section":                   {"statute", "code", "section"},
		"charges[].court.level":               {"court", "court type", "type of court"},
		"charges[].outcome":                   {"outcome", "disposition", "result"},
		"charges[].outcome_date":              {"disposition date", "date of disposition", "outcome date", "conviction date", "date of conviction"},
		"charges[].offense_date":              {"offense date", "date of offense"},
		"charges[].sentence.fines_costs_paid": {"fines paid", "fees paid"},
	} {
		for _, word := range words {
			out[headerKey(word)] = HeaderOf(p)
		}
	}
	return out
})

// manyDigits reports whether a text has as many digits as a date or a number of a person.
func manyDigits(s string) bool {
	digits := 0
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			digits++
		}
	}
	return digits > 4
}

// ownFields is a clinic's own headers by key.
func ownFields(columns []Column) map[string]petition.Path {
	own := map[string]petition.Path{}
	for _, c := range columns {
		own[headerKey(c.Header)] = c.Field
	}
	return own
}

// strange says that a header is not known. It is not repeated: where the first row is no
// header at all it is a person's name.
func (t *Table) strange(i int, header string, doubt []petition.Path) Diagnostic {
	if doubt != nil {
		var choices []string
		for _, p := range doubt {
			choices = append(choices, strconv.Quote(p.Label()+" ("+placeOf(p)+")"))
		}
		return t.headerProblem(i, "", "header.ambiguous", "this header could mean more than one field", "write one of: "+strings.Join(choices, ", "))
	}
	t.isNearly(header)
	hint := "use a header of \"expunge template clients\"; map the clinic's own under columns: in expunge.yaml, with field: ignore for what is not needed"
	key := headerKey(header)
	if label := otherWords()[key]; label != "" {
		hint = "did you mean " + strconv.Quote(label) + "?"
	} else if near := t.nearestHeader(key); near != "" {
		hint = "did you mean " + strconv.Quote(near) + "?"
	} else if bare, n := splitNumber(key); n != 0 {
		if _, ok := headers().fields[bare]; ok || n < 0 {
			hint = "entries of lists are numbered from 1, and nothing else is"
		}
	}
	return t.headerProblem(i, "", "header.unknown", "this header is not known", hint)
}

func (t *Table) headerProblem(i int, path petition.Path, code petition.Code, message, hint string) Diagnostic {
	return Diagnostic{t.headerAt(i), petition.Problem{Path: path, Code: code, Message: message, Hint: hint}}
}

func (t *Table) headerAt(i int) Position {
	at := t.At(t.header, i)
	at.Header = ""
	return at
}

// printableHeader is a header as a position shows it.
func printableHeader(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) }), " ")
	if r := []rune(s); len(r) > 60 {
		s = string(r[:60]) + "…"
	}
	return s
}
