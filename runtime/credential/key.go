package credential

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ErrMalformed: the text is there, and can be no key of Customer.io.
var ErrMalformed = errors.New("cannot be a key")

// CheckKey refuses a text that can never be a key: the API would answer 401 to it, or a signature would never match, and
// nothing would say why. Every key of Customer.io is one word of visible ASCII; that is all CheckKey asks for, besides
// that it is not quoted or masked, no JSON, no placeholder and no word for nothing. How long a key is and what letters it
// has is not documented.
//
// The error is [ErrEmpty] or [ErrMalformed]. It says what is in the text, and at which byte, and never the text itself. All
// sources of this package check their keys with it, and so do [Read] and [NewRotating] with those of others.
func CheckKey(key string) error {
	if key == "" {
		return ErrEmpty
	}
	for _, rule := range keyRules {
		if at := rule.find(key); at >= 0 {
			return fmt.Errorf("%w: %s", ErrMalformed, rule.says(key, at))
		}
	}
	return nil
}

// A keyRule finds the first byte that shows that a text is no key, or returns -1.
type keyRule struct {
	find func(key string) int
	says func(key string, at int) string
}

// keyRules go from the most telling to the most general.
var keyRules = []keyRule{
	{isUTF16, always("it is UTF-16; store it as UTF-8 or ASCII")},
	{firstRune(func(r rune) bool { return r == '\ufeff' }), place("a byte order mark")},
	{firstRune(func(r rune) bool { return r == 0 }), place("a NUL byte")},
	{onlySpaces, always("it has nothing but spaces")},
	{isJSON, always("it is JSON; take one field of it, with Field or the parameter field")},
	{firstRune(func(r rune) bool { return r == '\n' || r == '\r' }), place("a line break")},
	{surroundingSpace, always("there are spaces around it")},
	{firstRune(unicode.IsSpace), place("a space")},
	{firstRune(unicode.IsControl), place("a control character")},
	{invalidUTF8, place("a byte that is no text")},
	{firstRune(func(r rune) bool { return unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp) }), place("an invisible character")},
	{firstRune(func(r rune) bool { return r >= utf8.RuneSelf }), place("a character beyond ASCII")},
	{isQuoted, always("it is in quotes; store it without")},
	{isPlaceholder, always("it is a placeholder that nothing was put in for")},
	{isNothing, always("it is what programs write for no value")},
	{isMasked, always("it is masked; copy the key itself")},
}

func always(what string) func(string, int) string {
	return func(string, int) string { return what }
}

// place names a character and where it is. The character is one of a kind that no key has, so naming it tells nothing
// of the key.
func place(what string) func(string, int) string {
	return func(key string, at int) string {
		if r, size := utf8.DecodeRuneInString(key[at:]); r != utf8.RuneError || size > 1 {
			return fmt.Sprintf("it has %s (U+%04X) at byte %d", what, r, at)
		}
		return fmt.Sprintf("it has %s at byte %d", what, at)
	}
}

func firstRune(is func(rune) bool) func(string) int {
	return func(key string) int { return strings.IndexFunc(key, is) }
}

// when turns a verdict on the whole text into a place.
func when(is bool) int {
	if is {
		return 0
	}
	return -1
}

// isUTF16 sees the mark that such a text starts with, or that every other byte is NUL, as in ASCII of two bytes each.
func isUTF16(key string) int {
	if strings.HasPrefix(key, "\xff\xfe") || strings.HasPrefix(key, "\xfe\xff") {
		return 0
	}
	zeros := [2]int{}
	for i := range len(key) {
		if key[i] == 0 {
			zeros[i%2]++
		}
	}
	half := len(key) / 2
	return when(half > 0 && (zeros[0] == 0 && zeros[1] == half || zeros[1] == 0 && zeros[0] >= half))
}

func onlySpaces(key string) int { return when(strings.TrimSpace(key) == "") }

func isJSON(key string) int {
	text := strings.TrimSpace(key)
	return when(strings.HasPrefix(text, "{") && strings.HasSuffix(text, "}") && strings.Contains(text, ":") ||
		strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]"))
}

func surroundingSpace(key string) int { return when(strings.TrimSpace(key) != key) }

func invalidUTF8(key string) int {
	for i, r := range key {
		if _, size := utf8.DecodeRuneInString(key[i:]); r == utf8.RuneError && size == 1 {
			return i
		}
	}
	return -1
}

func isQuoted(key string) int {
	last := key[len(key)-1]
	return when(len(key) > 1 && key[0] == last && strings.IndexByte("\"'`", last) >= 0)
}

// placeholders are how templates and instructions mark the place of a value.
var placeholders = [][2]string{{"<", ">"}, {"${", "}"}, {"{{", "}}"}, {"$(", ")"}, {"%", "%"}}

func isPlaceholder(key string) int {
	for _, p := range placeholders {
		if len(key) > 1 && strings.HasPrefix(key, p[0]) && strings.HasSuffix(key, p[1]) {
			return 0
		}
	}
	return -1
}

// isNothing sees what is left where a program wrote a key that it did not have: jq -r, JavaScript, Python, Go.
func isNothing(key string) int {
	switch key {
	case "null", "undefined", "None", "nil", "%!s(<nil>)":
		return 0
	}
	return -1
}

// isMasked sees what a page shows instead of a key.
func isMasked(key string) int { return when(strings.Trim(key, "*") == "") }
