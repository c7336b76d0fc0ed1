package cli

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// mostSetting is how many characters a setting may have: more than any path a system takes
// without asking for special names.
const mostSetting = 1024

// mostEchoed is how much of a value an error repeats.
const mostEchoed = 60

// shortened is the beginning of a value, for an error.
func shortened(s string) string {
	runes := []rune(printable(s))
	if len(runes) > mostEchoed {
		return string(runes[:mostEchoed]) + "…"
	}
	return string(runes)
}

// looksLikeKey reports whether a key may be repeated: letters, dots and underscores, and no
// more of them than a name of a setting has.
func looksLikeKey(key string) bool {
	odd := func(r rune) bool {
		return r != '.' && r != '_' && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z')
	}
	return key != "" && len(key) <= mostEchoed && !strings.ContainsFunc(key, odd)
}

// paths are the settings that name files and folders.
func paths() []string { return []string{"clinic.logo", "encrypt.recipients_file", "out"} }

// checked says why a value of the right shape cannot be that of its key, without repeating
// it. from is where it was given.
func checked(from, key string, value any) error {
	switch {
	case strings.HasPrefix(key, "encrypt.") && namesNobody(value):
		return usage("name a recipient, age1..., or remove the line; what an empty one would turn off stays on. For one run without encryption, name other settings with --config FILE",
			"%s names nobody to encrypt to", from)
	case tooLong(value):
		return usage("shorten it", "%s is longer than %d characters", from, mostSetting)
	default:
		return nil
	}
}

// namesNobody reports whether a setting of encryption was given and names no recipient and
// no file: an empty text, or a list of nothing but empty lines and comments. A key that was
// left without a value was not given.
func namesNobody(value any) bool {
	blank := func(item any) bool {
		text, ok := item.(string)
		text = strings.TrimSpace(text)
		return ok && (text == "" || strings.HasPrefix(text, "#"))
	}
	if items, ok := value.([]any); ok {
		return !slices.ContainsFunc(items, func(item any) bool { return !blank(item) })
	}
	text, ok := value.(string)
	return ok && strings.TrimSpace(text) == ""
}

// tooLong reports whether a text, or one of a list, has more than [mostSetting] characters.
func tooLong(value any) bool {
	switch x := value.(type) {
	case string:
		return utf8.RuneCountInString(x) > mostSetting
	case []any:
		return slices.ContainsFunc(x, tooLong)
	default:
		return false
	}
}

// share reports whether a path leads to another machine by its own words, as Windows reads
// it: \\host\share, its long forms \\?\UNC\ and \??\UNC\, and there also //host/share, which
// elsewhere is a folder of this machine. A drive or folder that the system has connected to
// another machine looks like any other.
func share(path string, windows bool) bool {
	path = strings.TrimSpace(path)
	if windows {
		path = strings.ReplaceAll(path, "/", `\`)
	}
	return strings.HasPrefix(path, `\\`) || strings.HasPrefix(path, `\??\`)
}
