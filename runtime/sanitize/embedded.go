package sanitize

import (
	"encoding/json"
	"strings"
)

// Text may hold JSON: metadata columns do, log lines, payloads that somebody cut off or encoded twice. What is JSON is
// cleaned as the tree it stands for. In what is left, `"key": value` pairs are judged one by one, see tokens.

// byteOrderMark may stand before JSON text, which it does not belong to.
const byteOrderMark = "\ufeff"

// mayHoldJSON reports whether a text begins as JSON objects and arrays do, or has a quoted key somewhere.
func mayHoldJSON(s string) bool {
	return opensJSON(strings.TrimPrefix(s, byteOrderMark)) || hasKey(s)
}

// opensJSON reports whether a text begins as JSON objects and arrays do.
func opensJSON(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case ' ', '\t', '\r', '\n':
		default:
			return s[i] == '{' || s[i] == '['
		}
	}
	return false
}

// embedded cleans text that may hold JSON. It gives the text back letter for letter when nothing in it had to change.
// What stands beside a change may look different now, so it ends with a text in which it finds nothing.
func (w *walker) embedded(s string, m mode) string {
	for range maxRedactions {
		if clean, isJSON := w.wholeJSON(s, m); isJSON {
			return clean
		}
		if !hasKey(s) {
			return w.plainText(s, m)
		}
		clean := w.pieces(s, m)
		if clean == s {
			return s
		}
		s = clean
	}
	return redacted
}

// wholeJSON cleans text that is one JSON value: an object, an array, or a string that holds more JSON. It returns false
// for all other text.
func (w *walker) wholeJSON(s string, m mode) (string, bool) {
	tree, hasDuplicates, err := decode([]byte(strings.TrimPrefix(s, byteOrderMark)))
	if err != nil {
		return s, false
	}
	switch tree.(type) {
	case map[string]any, []any, string:
	default:
		return s, false
	}
	before := w.done
	clean, ok := w.value(tree, m)
	if ok && w.done == before && !hasDuplicates {
		return s, true
	}
	data, err := encode(clean)
	if !ok || err != nil {
		return redacted, true
	}
	return string(data), true
}

// pieces cleans text in which JSON values may stand one after another, or among words.
func (w *walker) pieces(s string, m mode) string {
	var b strings.Builder
	words := 0 // where the text begins that is not written yet
	for i := 0; i < len(s); {
		next := strings.IndexAny(s[i:], "{[")
		if next < 0 {
			break
		}
		i += next
		end, isClosed := extent(s, i, '"', 0)
		if !isClosed {
			break
		}
		if piece := s[i:end]; hasKey(piece) {
			if clean, isJSON := w.wholeJSON(piece, m); isJSON {
				b.WriteString(w.words(s[words:i], m))
				b.WriteString(clean)
				words = end
			}
		}
		i = end
	}
	if words == 0 {
		return w.words(s, m)
	}
	b.WriteString(w.words(s[words:], m))
	return b.String()
}

// words cleans what is not JSON.
func (w *walker) words(s string, m mode) string {
	if hasKey(s) {
		s = w.tokens(s)
	}
	return w.plainText(s, m)
}

// raw cleans JSON text inside a payload.
func (w *walker) raw(data json.RawMessage, m mode) (any, bool) {
	if data == nil {
		return nil, true
	}
	clean, ok := w.decoded(data, m)
	if !ok {
		return nil, false
	}
	out, err := encode(clean)
	if err != nil {
		w.note(Dropped, ReasonUnsupported)
		return nil, false
	}
	return json.RawMessage(out), true
}

// decoded cleans what JSON text stands for.
func (w *walker) decoded(data []byte, m mode) (any, bool) {
	tree, _, err := decode(data)
	if err != nil {
		w.note(Dropped, ReasonJSON)
		return nil, false
	}
	return w.value(tree, m)
}
