package sanitize

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/ciolint/ciolint/internal/keyclass"
)

// field is a struct field that encoding/json writes.
type field struct {
	name      string
	index     []int // through embedded structs
	tagged    bool  // the name comes from the tag
	omitEmpty bool
	omitZero  bool
	quoted    bool          // `json:",string"`
	mark      keyclass.Mark // what tags demand at least
}

// fieldCache holds []field by reflect.Type. A program has only so many types.
var fieldCache sync.Map

// fieldsOf lists the fields of a struct type under the names that encoding/json gives them.
func fieldsOf(t reflect.Type) []field {
	if cached, ok := fieldCache.Load(t); ok {
		return cached.([]field)
	}
	fields := dominant(collect(t, nil, nil))
	fieldCache.Store(t, fields)
	return fields
}

// collect gathers the candidates of a struct and of those embedded in it; within is the chain of types above, which a
// type that embeds a pointer to itself comes back to.
func collect(t reflect.Type, index []int, within []reflect.Type) []field {
	if slices.Contains(within, t) {
		return nil
	}
	within = append(within, t)
	var out []field
	for i := range t.NumField() {
		f := t.Field(i)
		tag := f.Tag.Get("json")
		if tag == "-" || !f.IsExported() && !isEmbeddedStruct(f) {
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		if !isName(name) {
			name = ""
		}
		at := append(slices.Clone(index), i)
		if f.Anonymous && name == "" && structType(f.Type) != nil {
			out = append(out, collect(structType(f.Type), at, within)...)
			continue
		}
		out = append(out, newField(f, name, strings.Split(options, ","), at))
	}
	return out
}

func newField(f reflect.StructField, name string, options []string, index []int) field {
	out := field{
		name:      name,
		index:     index,
		tagged:    name != "",
		omitEmpty: slices.Contains(options, "omitempty"),
		omitZero:  slices.Contains(options, "omitzero"),
		quoted:    slices.Contains(options, "string") && isQuotable(f.Type),
		mark:      keyclass.OfTag(f.Tag),
	}
	if name == "" {
		out.name = f.Name
	}
	return out
}

// structType is the struct behind an embedded field, nil if it is none.
func structType(t reflect.Type) reflect.Type {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	return t
}

func isEmbeddedStruct(f reflect.StructField) bool { return f.Anonymous && structType(f.Type) != nil }

// isName reports whether encoding/json takes a tag's name.
func isName(s string) bool {
	for _, r := range s {
		if !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", r) && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return s != ""
}

func isQuotable(t reflect.Type) bool {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return isScalar(t) || t.Kind() == reflect.Uintptr
}

// dominant keeps of the fields with one name the one that Go's and encoding/json's rules choose: the least deep; if
// there are several, the tagged one; if that does not decide either, none.
func dominant(candidates []field) []field {
	byName := map[string][]field{}
	var names []string
	for _, f := range candidates {
		if byName[f.name] == nil {
			names = append(names, f.name)
		}
		byName[f.name] = append(byName[f.name], f)
	}
	var out []field
	for _, name := range names {
		group := byName[name]
		slices.SortStableFunc(group, compareFields)
		if len(group) == 1 || compareFields(group[0], group[1]) < 0 {
			out = append(out, group[0])
		}
	}
	return out
}

// compareFields is negative if a dominates b.
func compareFields(a, b field) int {
	if d := len(a.index) - len(b.index); d != 0 {
		return d
	}
	switch {
	case a.tagged && !b.tagged:
		return -1
	case b.tagged && !a.tagged:
		return 1
	}
	return 0
}

// in returns the field's value, and false if encoding/json would leave it out.
func (f field) in(v reflect.Value) (reflect.Value, bool) {
	for _, i := range f.index {
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				return v, false
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	if f.omitEmpty && isEmpty(v) || f.omitZero && isZero(v) {
		return v, false
	}
	return v, true
}

// box returns the field's value as encoding/json would take it.
func (f field) box(v reflect.Value) any {
	if f.quoted {
		return quote(v)
	}
	return addressed(v)
}

// quote writes a scalar as the text of its JSON, which `json:",string"` asks for.
func quote(v reflect.Value) any {
	if v.Kind() == reflect.Pointer {
		if v.IsNil() {
			return nil
		}
		v = v.Elem()
	}
	text, err := json.Marshal(v.Interface())
	if err != nil || v.Kind() == reflect.String {
		return v.Interface() // a text is better read without quotes, and a NaN has no JSON
	}
	return strings.Trim(string(text), `"`)
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct:
		return false
	}
	return v.IsZero()
}

// isZero asks the value itself if it can say.
func isZero(v reflect.Value) bool {
	type zeroer interface{ IsZero() bool }
	if v.Kind() == reflect.Pointer && v.IsNil() {
		return true
	}
	if x, ok := asType[zeroer](v, reflect.TypeFor[zeroer]()); ok {
		return x.IsZero()
	}
	return v.IsZero()
}

// isScalar reports whether a type is a string, number or boolean without a JSON form of its own.
func isScalar(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.String, reflect.Bool, reflect.Float32, reflect.Float64,
		reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return !hasMarshaler(t)
	}
	return false
}

func hasMarshaler(t reflect.Type) bool {
	p := reflect.PointerTo(t)
	return p.Implements(marshalerType) || p.Implements(textMarshalerType)
}

// isUsual reports whether value has a case of its own for a type that would not get there by its kind.
func isUsual(t reflect.Type) bool {
	switch t {
	case reflect.TypeFor[time.Time](), reflect.TypeFor[json.Number](), reflect.TypeFor[json.RawMessage]():
		return true
	}
	return false
}
