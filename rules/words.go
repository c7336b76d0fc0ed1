package rules

import (
	"strings"
	"unicode/utf8"
)

// words are the words by which records name a kind of offense, in lower case and kept
// by their first letter, so that a text is read once for all of them.
type words ['z' - 'a' + 1][]string

// wordsOf keeps words, each of which begins with a letter from a to z.
func wordsOf(list ...string) *words {
	var w words
	for _, word := range list {
		w[word[0]-'a'] = append(w[word[0]-'a'], word)
	}
	return &w
}

// in reports whether one of the words stands in a text, in capitals or not.
func (w *words) in(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			text = strings.ToLower(text)
			break
		}
	}
	for i := range len(text) {
		first := small(text[i])
		if first < 'a' || first > 'z' {
			continue
		}
		for _, word := range w[first-'a'] {
			if begins(text[i:], word) {
				return true
			}
		}
	}
	return false
}

func begins(text, word string) bool {
	if len(text) < len(word) {
		return false
	}
	for i := range len(word) {
		if small(text[i]) != word[i] {
			return false
		}
	}
	return true
}

func small(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}
