package sanitize

import (
	"strings"

	"github.com/ciolint/ciolint/runtime/pii"
)

// redacted stands where a detector found something.
const redacted = "[redacted]"

// maxRedactions bounds how often a text is searched again: what stands beside a redaction may look different now.
const maxRedactions = 8

// text cleans a string. It takes the string boxed as well, to give it back without a new allocation.
func (w *walker) text(s string, boxed any, m mode) (any, bool) {
	if !w.affordsText(s) {
		return nil, false
	}
	if clean := w.textString(s, m); clean != s {
		return clean, true
	}
	return boxed, true
}

func (w *walker) textString(s string, m mode) string {
	if w.exact {
		return s
	}
	switch m {
	case digested:
		return w.digestedText(s)
	case hashed:
		return w.s.digest.of(s)
	}
	if mayHoldJSON(s) {
		return w.embedded(s, m)
	}
	return w.plainText(s, m)
}

// plainText is textString for what holds no JSON.
func (w *walker) plainText(s string, m mode) string {
	if m == literal || m == trusted {
		return s
	}
	return w.redact(s, m)
}

// shortest is from how many bytes on a text is searched. All numbers, tokens and keys that package pii detects are longer;
// only a URL with a user and password of a letter each could be as short. Many names and plans are shorter.
const shortest = 8

func hasMatch(s string) bool { return len(s) >= shortest && pii.Detect(s) != nil }

// redact cuts what the detectors find out of a string. It ends with a text in which they find nothing.
func (w *walker) redact(s string, m mode) string {
	if len(s) < shortest {
		return s
	}
	for range maxRedactions {
		matches := pii.Detect(s)
		if w.message {
			matches = undelivered(s, matches, m)
		}
		if len(matches) == 0 {
			return s
		}
		s = w.cut(s, matches)
	}
	return redacted
}

func (w *walker) cut(s string, matches []pii.Match) string {
	var b strings.Builder
	end := 0
	for _, match := range matches {
		b.WriteString(s[end:match.Start])
		b.WriteString(redacted)
		end = match.End
		w.note(Redacted, match.Kind.String())
	}
	b.WriteString(s[end:])
	return b.String()
}

// undelivered leaves out the matches that a transactional message exists to deliver: signed tokens under a key that
// is for them, and in a link under any key.
func undelivered(s string, matches []pii.Match, m mode) []pii.Match {
	var out []pii.Match
	for _, match := range matches {
		if match.Kind != pii.JWT || m != delivered && !isInURL(s[:match.Start]) {
			out = append(out, match)
		}
	}
	return out
}

// isInURL reports whether what follows this text belongs to a web address.
func isInURL(before string) bool {
	word := before[strings.LastIndexAny(before, " \t\r\n\"'<>")+1:]
	return strings.HasPrefix(word, "https://") || strings.HasPrefix(word, "http://")
}

// number cleans a number whose decimal form is long enough for a card number.
func (w *walker) number(v any, decimal string, m mode) any {
	if m == literal || m == trusted || w.exact || len(decimal) < cardDigits {
		return v
	}
	matches := pii.Detect(strings.TrimPrefix(decimal, "-"))
	if matches == nil {
		return v
	}
	w.note(Redacted, matches[0].Kind.String())
	return redacted
}
