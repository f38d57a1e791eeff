package erasure

import (
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxID is the API's limit on an identifier, in bytes (https://docs.customer.io/files/journeys-track.json).
const maxID = 150

// cioPrefix marks Customer.io's own identifier of a person.
const cioPrefix = "cio_"

// personPath is a person's address in the Track API. The identifier is one path segment, whatever is in it.
func personPath(id string) string { return "/api/v1/customers/" + url.PathEscape(id) }

// checkID refuses an identifier that could not name a person in a URL path, or not the one meant. The error does not
// show it.
func checkID(id string) error {
	for _, rule := range idRules {
		if rule.broken(id) {
			return fmt.Errorf("%w: it %s", ErrInvalidID, rule.says)
		}
	}
	return nil
}

var idRules = []struct {
	says   string
	broken func(id string) bool
}{
	{"is empty", func(id string) bool { return id == "" || id == cioPrefix }},
	{"has more than 150 bytes", func(id string) bool { return len(id) > maxID }},
	{"is not valid UTF-8", func(id string) bool { return !utf8.ValidString(id) }},
	{"has spaces around it", func(id string) bool { return strings.TrimSpace(id) != id }},
	{"has a control or invisible character", func(id string) bool { return strings.ContainsFunc(id, isInvisible) }},
	{"is or has a path segment of dots", func(id string) bool { return climbs(id) || climbs(strings.TrimPrefix(id, cioPrefix)) }},
}

// isInvisible finds what a person cannot have typed and a file can have left behind: control characters, byte order
// marks, zero-width and direction marks, line separators.
func isInvisible(r rune) bool {
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
}

// climbs reports whether a path segment of the identifier is "." or "..": PathEscape leaves dots as they are, and a
// server or proxy on the way would take the segments before them away. It looks through percent-encoding as long as
// there is any, as something on the way might decode more than once.
func climbs(id string) bool {
	for {
		segments := strings.FieldsFunc(id, func(r rune) bool { return r == '/' || r == '\\' })
		for _, segment := range segments {
			if segment == "." || segment == ".." {
				return true
			}
		}
		decoded, err := url.PathUnescape(id)
		if err != nil || decoded == id {
			return false
		}
		id = decoded
	}
}
