package sanitize

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// What [JSON] refuses. The errors tell positions and sizes, never a piece of the data.
var (
	// ErrInvalidJSON: the data is not JSON text, or ends too early. The error says at which byte.
	ErrInvalidJSON = errors.New("sanitize: invalid JSON")
	// ErrTrailingData: something other than white space follows the JSON value.
	ErrTrailingData = errors.New("sanitize: data after the JSON value")
	// ErrTooLarge: the data has more than 32 MiB, or about a million values.
	ErrTooLarge = errors.New("sanitize: JSON too large")
)

// maxJSON is the largest text that JSON takes, many times what any of Customer.io's calls does.
const maxJSON = 32 << 20

// JSON returns the cleaned form of a payload that is one JSON value: an object, or an array of them, is treated as
// [Sanitizer.Attributes] treats a map. Numbers keep every digit. The result is compact, with sorted keys; of keys
// that occur twice in an object the last one counts, and only that one is written.
//
// It returns [ErrInvalidJSON], [ErrTrailingData] or [ErrTooLarge], to be tested with errors.Is, and then no data.
func (s *Sanitizer) JSON(data []byte) ([]byte, error) {
	if len(data) > maxJSON {
		return nil, fmt.Errorf("%w: %d bytes, at most %d", ErrTooLarge, len(data), maxJSON)
	}
	tree, _, err := decode(data)
	if err != nil {
		return nil, err
	}
	w := walker{s: s.orPlain()}
	clean, ok := w.value(tree, scanned)
	w.finish()
	if !ok || w.tooLarge {
		return nil, fmt.Errorf("%w: at most %d values", ErrTooLarge, maxValues)
	}
	return encode(clean)
}

// decode parses one JSON value, numbers as json.Number. It also tells whether some object had a key twice.
func decode(data []byte) (tree any, hasDuplicates bool, err error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	if err := dec.Decode(&tree); err != nil {
		return nil, false, invalidAt(err, len(data))
	}
	end := dec.InputOffset()
	if _, err := dec.Token(); err != io.EOF {
		return nil, false, fmt.Errorf("%w, from byte %d", ErrTrailingData, end)
	}
	return tree, colons(data) != members(tree), nil
}

// invalidAt keeps the position of a syntax error and drops its text, which quotes the data.
func invalidAt(err error, end int) error {
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		return fmt.Errorf("%w at byte %d", ErrInvalidJSON, syntax.Offset)
	}
	return fmt.Errorf("%w: ends after %d bytes", ErrInvalidJSON, end)
}

// encode writes JSON without HTML escapes and without a line feed at the end.
func encode(v any) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, errors.New("sanitize: no JSON form") // the cause may quote the data
	}
	return bytes.TrimSuffix(buf.Bytes(), []byte("\n")), nil
}

// colons counts the members that valid JSON text has, each with its colon outside of strings.
func colons(data []byte) int {
	n, inString := 0, false
	for i := 0; i < len(data); i++ {
		switch {
		case data[i] == '"':
			inString = !inString
		case data[i] == '\\':
			i++ // only strings have these
		case data[i] == ':' && !inString:
			n++
		}
	}
	return n
}

// members counts the members of all objects in a tree.
func members(tree any) int {
	n := 0
	switch x := tree.(type) {
	case map[string]any:
		n = len(x)
		for _, v := range x {
			n += members(v)
		}
	case []any:
		for _, v := range x {
			n += members(v)
		}
	}
	return n
}
