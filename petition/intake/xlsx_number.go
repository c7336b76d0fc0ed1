package intake

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"expunge/petition"
)

// numberFormat is what matters here of the way a workbook shows a number.
type numberFormat struct {
	day  bool   // as a day or a time
	mask string // digits in place of its zeros, "00000-0000"; empty when the number stands for itself
	word bool   // with letters before or at the number, which are no unit: "CR-"0000
}

// readFormats reads the number formats that the styles of cells refer to.
func (w *workbook) readFormats(name string) error {
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := w.read(name, &styles); err != nil {
		return err
	}
	if len(styles.Cells) > maxFormats {
		return badWorkbook("it has too many formats of cells")
	}
	own := map[int]numberFormat{}
	for _, f := range styles.Formats {
		own[f.ID] = readFormat(f.Code)
	}
	for _, c := range styles.Cells {
		f, custom := own[c.Format]
		if !custom {
			f.day = isDayFormat(c.Format)
		}
		w.formats = append(w.formats, f)
	}
	return nil
}

// isDayFormat reports whether a format that every workbook has shows days or times.
func isDayFormat(id int) bool {
	return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58
}

var (
	formatText = regexp.MustCompile(`"[^"]*"|\\.|_.|\*.`)
	formatNote = regexp.MustCompile(`\[[^\]]*\]`)
	elapsed    = regexp.MustCompile(`(?i)\[(h+|m+|s+)\]`)
	general    = regexp.MustCompile(`(?i)general`)
	whole      = regexp.MustCompile(`^[0#?() -]+$`)
	lettered   = regexp.MustCompile(`^[^0#?]*\pL|[0#?][()/.-]*\pL`) // not `0 "months"`
	figure     = regexp.MustCompile(`[0-9]`)
	maskText   = regexp.MustCompile(`^[0() -]*00[0() -]*$`)
)

// readFormat reads the part of a format that is for positive numbers.
func readFormat(code string) numberFormat {
	code, _, _ = strings.Cut(code, ";")
	bare := formatNote.ReplaceAllString(elapsed.ReplaceAllString(formatText.ReplaceAllString(code, ""), "h"), "")
	bare = general.ReplaceAllString(bare, "0")
	if strings.ContainsAny(strings.ToLower(bare), "dmyhs") {
		return numberFormat{day: true}
	}
	letters := func(literal string) string { return figure.ReplaceAllString(literal, "D") } // its figures are no places
	shown := strings.NewReplacer(`"`, "", `\`, "").Replace(formatText.ReplaceAllStringFunc(formatNote.ReplaceAllString(code, ""), letters))
	if maskText.MatchString(shown) {
		return numberFormat{mask: shown}
	}
	return numberFormat{word: whole.MatchString(bare) && lettered.MatchString(general.ReplaceAllString(shown, "0"))}
}

// number returns a number as the sheet shows it where that is more than the number: a day,
// or one with zeros before it, such as a ZIP code. One of more than 15 digits before the
// point is left as the file has it, and marked: those typed may be gone, and two that differ
// become one. One shown with letters or figures of its format is marked, too.
func (w *workbook) number(style, s string) held {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(f, 0) || math.IsNaN(f) {
		return held{text: s}
	}
	if math.Abs(f) >= 1e15 {
		return held{text: s, mark: longCell}
	}
	var format numberFormat
	if n, err := strconv.Atoi(style); err == nil && n >= 0 && n < len(w.formats) {
		format = w.formats[n]
	}
	if format.day {
		return held{text: w.day(f), mark: dayCell}
	}
	if format.word {
		return held{text: s, mark: shownCell}
	}
	if format.mask != "" && f >= 0 && f == math.Trunc(f) {
		return held{text: masked(format.mask, strconv.FormatInt(int64(f), 10))}
	}
	exact, _ := strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64) // a sheet keeps 15 digits
	return held{text: strconv.FormatFloat(exact, 'f', -1, 64)}
}

// masked puts digits in place of the zeros of a mask, from the right; those left over
// stand before it.
func masked(mask, digits string) string {
	out := []byte(mask)
	for i := len(out) - 1; i >= 0; i-- {
		if out[i] == '0' && digits != "" {
			out[i] = digits[len(digits)-1]
			digits = digits[:len(digits)-1]
		}
	}
	return digits + string(out)
}

// day returns the day and, unless it is midnight, the time that a number stands for.
// Without a day it is the time alone. A workbook that counts from 1900 takes that for a
// leap year: its day 60 never was.
func (w *workbook) day(f float64) string {
	whole, part := math.Modf(f)
	if f < 0 || whole > 200_000 {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	seconds := int(math.Round(part * 86_400))
	days := int(whole) + seconds/86_400
	seconds %= 86_400
	clock := (time.Duration(seconds) * time.Second)
	at := strings.TrimSpace(strconv.Itoa(100 + int(clock.Hours()))[1:] + ":" + strconv.Itoa(100 + int(clock.Minutes())%60)[1:] + ":" + strconv.Itoa(100 + seconds%60)[1:])
	first := petition.NewDate(1899, time.December, 31)
	switch {
	case w.from1904:
		first = petition.NewDate(1904, time.January, 1)
	case days == 0:
		return at
	case days == 60:
		return "1900-02-29"
	case days > 60:
		days--
	}
	text := first.AddDays(days).String()
	if seconds != 0 {
		text += " " + at
	}
	return text
}
