package sanitize

import (
	"bytes"
	"encoding/json"
	"net/netip"
	"strconv"
	"strings"
	"time"
)

// digestOf returns what stands under "<key>_hash" for a value: the digest of a scalar, the digests of a list's
// elements, one digest of a map or struct, nil for nil. It returns false when the value must be dropped, which it
// has then noted.
func (w *walker) digestOf(v any) (any, bool) {
	if isNil(v) {
		return nil, true
	}
	if w.s.digest.off {
		w.note(Dropped, ReasonNoHashKey)
		return nil, false
	}
	if text, ok := scalarText(v); ok {
		return w.s.digest.of(text), w.affordsText(text)
	}
	switch x := v.(type) {
	case []any:
		return w.list(x, hashed)
	case []string:
		return w.strings(x, hashed)
	case map[string]any:
		return w.digestTree(x)
	case json.RawMessage:
		return w.decoded(x, hashed)
	}
	return w.reflected(v, hashed)
}

// isNil reports whether JSON would write null for an empty box or one of the usual types.
func isNil(v any) bool {
	switch x := v.(type) {
	case nil:
		return true
	case []any:
		return x == nil
	case []byte:
		return x == nil
	case []string:
		return x == nil
	case map[string]any:
		return x == nil
	case json.RawMessage:
		return x == nil
	}
	return false
}

// scalarText is the text of which a scalar's digest is made: strings exactly as they are, numbers in decimal form.
func scalarText(v any) (string, bool) {
	switch x := v.(type) {
	case string:
		return x, true
	case bool:
		return strconv.FormatBool(x), true
	case int:
		return strconv.FormatInt(int64(x), 10), true
	case int64:
		return strconv.FormatInt(x, 10), true
	case int32:
		return strconv.FormatInt(int64(x), 10), true
	case uint64:
		return strconv.FormatUint(x, 10), true
	case uint32:
		return strconv.FormatUint(uint64(x), 10), true
	case float64:
		return decimalFloat(x, 64), true
	case float32:
		return decimalFloat(float64(x), 32), true
	case json.Number:
		return decimalNumber(string(x)), true
	case time.Time:
		return x.Format(time.RFC3339Nano), true
	case []byte:
		return string(x), true
	}
	return "", false
}

// digestTree makes one digest of all that a container holds, in canonical form and without what is never sent: a
// digest of an SSN would be as good as the SSN. The keys go into it too, because under "ips" they may be the
// addresses.
func (w *walker) digestTree(v any) (any, bool) {
	wasExact := w.exact
	w.exact = true
	tree, ok := w.value(v, trusted)
	w.exact = wasExact
	if !ok {
		return nil, false
	}
	text, err := canonical(tree)
	if err != nil {
		w.note(Dropped, ReasonUnsupported)
		return nil, false
	}
	return w.s.digest.of(string(text)), true
}

// digestedValue passes a value that stands under "<key>_hash": digests as they are, and digests of what is obviously
// none.
func (w *walker) digestedValue(v any) (any, bool) {
	switch x := v.(type) {
	case nil, bool, time.Time:
		return v, true
	case string:
		return w.text(x, v, digested)
	case []any:
		return w.list(x, digested)
	case []string:
		return w.strings(x, digested)
	case map[string]any:
		return w.mapValue(x)
	case json.RawMessage:
		return w.decoded(x, digested)
	case []byte:
		if clean := w.digestedText(string(x)); clean != string(x) {
			return clean, true
		}
		return bytes.Clone(x), true
	}
	if _, ok := scalarText(v); ok {
		w.note(Hashed, ReasonRaw)
		return w.digestOf(v)
	}
	return w.reflected(v, digested)
}

// digestedText lets a digest pass, whoever made it and however it is written, and hashes what shows itself as raw.
func (w *walker) digestedText(s string) string {
	if !isRaw(s) {
		return s
	}
	if w.s.digest.off {
		w.note(Redacted, ReasonNoHashKey)
		return redacted
	}
	w.note(Hashed, ReasonRaw)
	return w.s.digest.of(s)
}

// isRaw reports whether a text cannot be a digest: it has a sign that no way to write digests has, is an IP address, or
// has the form and length of a phone number.
func isRaw(s string) bool {
	if s == redacted {
		return false
	}
	digits, others := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			digits++
		case strings.IndexByte("+-.()/", c) >= 0:
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', strings.IndexByte("_=$:,*!~%", c) >= 0:
			others++
		default:
			return true
		}
	}
	if _, err := netip.ParseAddr(s); err == nil {
		return true
	}
	return others == 0 && 7 <= digits && digits <= 15
}
