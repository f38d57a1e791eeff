package keyclass

import (
	"reflect"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/runtime/pii"
)

// A Mark is what the tags of a struct field say of its data.
type Mark struct {
	Class pii.Class // that it has at least
	Allow bool      // the tag pii says that it may be sent
	// Foreign: not the tag pii says so, or only that it is personal, but one that
	// means other readers, of logs say. What must arrive under a reserved key, and
	// what a message delivers, is none of its business.
	Foreign bool
}

// IsNone reports whether the tags say nothing.
func (m Mark) IsNone() bool { return m == Mark{} }

// own are the values of the tag pii. "true" is what most public code writes.
var own = map[string]Mark{
	"never": {Class: pii.NeverSend},
	"hash":  {Class: pii.Hash},
	"allow": {Allow: true},
	"true":  {Class: pii.Hash, Foreign: true},
	"false": {},
	"":      {},
}

// OwnValues are the values of the tag pii, as messages list them.
const OwnValues = "never, hash, allow, true or false"

// UnknownValue returns the value of a tag pii that means nothing. The field is
// taken to be personal: whoever tagged it meant something.
func UnknownValue(tag reflect.StructTag) (value string, ok bool) {
	value, isThere := tag.Lookup("pii")
	_, isKnown := own[value]
	return value, isThere && !isKnown
}

// foreign are tags of others, and what of a value they say. They speak of logs
// and storage: what must not be read there is at least no campaign's as it is.
var foreign = []struct {
	key  string
	says func(value string) pii.Class
}{
	{"sensitive", unlessDenied},
	{"redact", unlessDenied},
	{"mask", unlessDenied},
	{"log", func(v string) pii.Class {
		if slices.Contains([]string{"-", "omit", "redact", "redacted", "mask", "masked", "secret", "sensitive"}, v) {
			return pii.Hash
		}
		return pii.Keep
	}},
	{"masq", func(v string) pii.Class { return anyOf(v, "secret") }},
	{"datapolicy", func(v string) pii.Class { return anyOf(v, "password", "token", "security-key") }},
}

// unlessDenied: any value marks the field but one that says no.
func unlessDenied(value string) pii.Class {
	switch strings.ToLower(value) {
	case "", "false", "no", "off", "0", "none":
		return pii.Keep
	}
	return pii.Hash
}

// anyOf: a secret if one of the listed values is one, personal otherwise.
func anyOf(value string, secrets ...string) pii.Class {
	for v := range strings.FieldsFuncSeq(value, func(r rune) bool { return r == ',' || r == '|' || r == ' ' }) {
		if slices.Contains(secrets, v) {
			return pii.NeverSend
		}
	}
	return unlessDenied(value)
}

// OfTag returns what the tags of a field say. The tag pii decides, if it names a
// class; else the strictest counts.
func OfTag(tag reflect.StructTag) Mark {
	var m Mark
	if tag == "" {
		return m
	}
	if value, ok := tag.Lookup("pii"); ok {
		m, ok = own[value]
		if !ok {
			m = Mark{Class: pii.Hash, Foreign: true}
		}
		if !m.IsNone() && !m.Foreign {
			return m
		}
	}
	for _, f := range foreign {
		if value, ok := tag.Lookup(f.key); ok {
			m.Class = max(m.Class, f.says(value))
		}
	}
	m.Foreign = m.Class != pii.Keep
	return m
}
