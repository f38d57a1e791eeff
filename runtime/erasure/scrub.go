package erasure

import (
	"errors"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMessage bounds what an error repeats of an answer, in bytes.
const maxMessage = 200

// What an API's message might name a person by, apart from the identifier that was sent.
var (
	addresses = regexp.MustCompile(`[^\s"'<>(){}\[\],;=]+(?:@|%40)[^\s"'<>(){}\[\],;]+`)
	numbers   = regexp.MustCompile(`\+?\d[\d .()-]{5,}\d`)
)

// scrub takes the person out of a message: the identifier in every form it is sent in, e-mail addresses, and numbers
// that are long enough for a telephone. It also takes out control characters, and cuts what is long.
func scrub(message, id string) string {
	message = withoutID(strings.ToValidUTF8(message, "?"), id)
	message = addresses.ReplaceAllString(message, "[address]")
	message = numbers.ReplaceAllString(message, "[number]")
	message = strings.Join(strings.FieldsFunc(message, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r)
	}), " ")
	return cut(message, maxMessage)
}

// withoutID replaces an identifier in every form in which it is sent.
func withoutID(text, id string) string {
	for _, form := range []string{id, url.PathEscape(id), url.QueryEscape(id), strings.TrimPrefix(id, cioPrefix)} {
		text = without(text, form)
	}
	return text
}

// without replaces one form of an identifier wherever it occurs, in upper or lower case. A very short one is replaced only as a
// word of its own: "a" is in every message.
func without(message, id string) string {
	pattern := `(?i)` + regexp.QuoteMeta(id)
	if len(id) < 4 {
		pattern = `(?i)\b` + regexp.QuoteMeta(id) + `\b`
	}
	return regexp.MustCompile(pattern).ReplaceAllLiteralString(message, "[person]")
}

// cut shortens a text to at most n bytes, between two characters.
func cut(text string, n int) string {
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}

// scrubbed takes the person out of a network error. A *url.Error prints the whole URL, so its cause stands for it; if even
// the cause names the person, only its text is left of it.
func scrubbed(err error, id string) error {
	var inURL *url.Error
	if errors.As(err, &inURL) {
		err = inURL.Err
	}
	text := err.Error()
	if clean := withoutID(text, id); clean != text {
		return errors.New(clean)
	}
	return err
}
