package sanitize

import (
	"encoding/json"
	"maps"
	"math"
	"reflect"
	"strconv"
	"strings"
	"time"
	"unsafe"

	"github.com/ciolint/ciolint/internal/keyclass"
	"github.com/ciolint/ciolint/runtime/pii"
)

// value returns the cleaned copy of v, or false when it must be dropped, which it has then noted.
// The usual types of attributes are decided here without reflection.
func (w *walker) value(v any, m mode) (any, bool) {
	switch m {
	case hashed:
		return w.digestOf(v)
	case digested:
		return w.digestedValue(v)
	}
	switch x := v.(type) {
	case nil, bool, int8, int16, int32, uint8, uint16, uint32, float32, time.Time:
		return v, true
	case string:
		return w.text(x, v, m)
	case int:
		return w.integer(v, int64(x), m), true
	case int64:
		return w.integer(v, x, m), true
	case float64:
		if math.Abs(x) < firstCard {
			return v, true
		}
		return w.number(v, decimalFloat(x, 64), m), true
	case json.Number:
		if len(x) < cardDigits && !strings.ContainsAny(string(x), "eE") {
			return v, true
		}
		return w.number(v, decimalNumber(string(x)), m), true
	case map[string]any:
		return w.mapValue(x)
	case []any:
		return w.list(x, m)
	case []string:
		return w.strings(x, m)
	case []map[string]any:
		return w.maps(x)
	case json.RawMessage:
		return w.raw(x, m)
	}
	return w.reflected(v, m)
}

func (w *walker) mapValue(m map[string]any) (any, bool) {
	out, ok := w.fields(m)
	if !ok {
		return nil, false
	}
	return out, true
}

// fields cleans a map inside of a payload.
func (w *walker) fields(m map[string]any) (map[string]any, bool) {
	if m == nil {
		return nil, true
	}
	if !w.enter(mapOf(m), len(m)) {
		return nil, false
	}
	out := w.cleaned(m)
	w.leave()
	return out, true
}

// payload is fields for the outermost map, which needs no frame: that spares a flat one an allocation.
func (w *walker) payload(m map[string]any) map[string]any {
	if !w.affords(len(m)) {
		return map[string]any{}
	}
	w.top = mapOf(m)
	return w.cleaned(m)
}

func mapOf(m map[string]any) container { return container{ptr: reflect.ValueOf(m).UnsafePointer()} }

// cleaned is the cleaned copy of the map at hand.
func (w *walker) cleaned(m map[string]any) map[string]any {
	if w.isTop() && len(w.s.rules) == 0 && !w.exact {
		return w.cleanedTop(m)
	}
	out := make(map[string]any, len(m))
	for key, v := range m {
		w.entry(out, key, v, w.judge(key, keyclass.Mark{}))
	}
	return out
}

// cleanedTop is cleaned for what nearly all payloads are: one map, most of whose keys hold harmless scalars. To clone a
// map is much faster than to fill one. So it clones, takes out all that is not proven to be harmless, and puts back what
// remains of that.
func (w *walker) cleanedTop(m map[string]any) map[string]any {
	var some [few]entry
	rest := some[:0]
	for key, v := range m {
		j := known.lookup(key).atTop(w.message)
		if !j.isPlain() || !isPlain(v, j.mode) {
			rest = append(rest, entry{key, v, j})
		}
	}
	out := maps.Clone(m)
	for i := range rest {
		delete(out, rest[i].key)
	}
	for i := range rest {
		if e := &rest[i]; !w.putPlainDigest(out, e) {
			w.entry(out, e.key, e.v, *e.verdict)
		}
	}
	return out
}

// entry is a key of a map and its value.
type entry struct {
	key     string
	v       any
	verdict *verdict
}

// putPlainDigest is entry for what nearly everything is that is hashed: a short text under a key of the dictionary. It
// leaves to entry what is anything else, and whatever has to be reported.
func (w *walker) putPlainDigest(out map[string]any, e *entry) bool {
	text, isText := e.v.(string)
	j := e.verdict
	if !isText || len(text) >= heavyText || j.class != pii.Hash || w.s.digest.off || w.s.report != nil {
		return false
	}
	out[j.leaf.digestKey] = w.s.digest.of(text)
	w.done++
	return true
}

// few is how many keys of a usual payload are not plain.
const few = 6

// isPlain reports whether a kept value is a scalar that passes unchanged. In doubt it says no.
func isPlain(v any, m mode) bool {
	switch x := v.(type) {
	case string:
		return len(x) < heavyText && !mayHoldJSON(x) && (m == literal || !hasMatch(x))
	case nil, bool, int8, int16, int32, uint8, uint16, uint32, float32, time.Time:
		return true
	case int:
		return -firstCard < x && x < firstCard
	case int64:
		return -firstCard < x && x < firstCard
	case float64:
		return -firstCard < x && x < firstCard
	}
	return false
}

// entry puts into out what remains of a key and its value.
func (w *walker) entry(out map[string]any, key string, v any, j verdict) {
	w.at = step{key: key, kind: keyStep, opaque: j.mode == literal || j.mode == trusted}
	if j.class != pii.Keep && (w.exact && j.class == pii.Hash || j.why == dictionary && w.isPreference(key, v)) {
		j.class, j.mode = pii.Keep, trusted
	}
	switch j.class {
	case pii.NeverSend:
		w.note(Dropped, j.reason())
	case pii.Hash:
		w.putDigest(out, j, v)
	default:
		w.put(out, key, j.mode, v)
	}
}

// put keeps a value. One that claims to be the digest of a neighbour gives way to the digest made of it, in whatever
// order they come.
func (w *walker) put(out map[string]any, key string, m mode, v any) {
	kept, ok := w.value(v, m)
	if !ok || m == digested && out[key] != nil {
		return
	}
	out[key] = kept
}

// putDigest replaces a value by its digest. A nil says that there is none, which must not undo a digest that is
// there.
func (w *walker) putDigest(out map[string]any, j verdict, v any) {
	d, ok := w.value(v, hashed)
	if !ok {
		return
	}
	if d == nil {
		if _, isThere := out[j.leaf.digestKey]; !isThere {
			out[j.leaf.digestKey] = nil
		}
		w.done++
		return
	}
	out[j.leaf.digestKey] = d
	w.note(Hashed, j.reason())
}

// list cleans the elements of a slice. What must be dropped becomes nil, so that the others keep their places.
func (w *walker) list(l []any, m mode) (any, bool) {
	if l == nil {
		return l, true
	}
	if !w.enter(container{ptr: unsafe.Pointer(unsafe.SliceData(l)), len: len(l)}, len(l)) {
		return nil, false
	}
	out := make([]any, 0, len(l))
	for i, v := range l {
		w.element(i)
		kept, _ := w.value(v, m.inList())
		out = append(out, kept)
	}
	w.leave()
	return out, true
}

func (w *walker) strings(l []string, m mode) (any, bool) {
	if l == nil {
		return l, true
	}
	if !w.enter(container{}, len(l)) { // for the path: strings make no cycle
		return nil, false
	}
	out := make([]string, 0, len(l))
	for i, s := range l {
		w.element(i)
		if w.affordsText(s) {
			s = w.textString(s, m.inList())
		} else {
			s = ""
		}
		out = append(out, s)
	}
	w.leave()
	return out, true
}

// maps keeps the type that a broadcast's data per person has. A hash or digest mode never gets here.
func (w *walker) maps(l []map[string]any) (any, bool) {
	if l == nil {
		return l, true
	}
	if !w.enter(container{typ: reflect.TypeFor[map[string]any](), ptr: unsafe.Pointer(unsafe.SliceData(l)), len: len(l)}, len(l)) {
		return nil, false
	}
	out := make([]map[string]any, 0, len(l))
	for i, v := range l {
		w.element(i)
		kept, _ := w.fields(v)
		out = append(out, kept)
	}
	w.leave()
	return out, true
}

const (
	cardDigits = 13   // as few digits as a card number can have
	firstCard  = 1e12 // the smallest number with so many
)

func (w *walker) integer(v any, n int64, m mode) any {
	if -firstCard < n && n < firstCard {
		return v
	}
	return w.number(v, strconv.FormatInt(n, 10), m)
}
