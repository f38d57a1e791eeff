package sanitize

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
)

var (
	marshalerType     = reflect.TypeFor[json.Marshaler]()
	textMarshalerType = reflect.TypeFor[encoding.TextMarshaler]()
	stringerType      = reflect.TypeFor[fmt.Stringer]()
	plainMapType      = reflect.TypeFor[map[string]any]()
)

// reflector is the part of a walker that looks at values by reflection.
type reflector struct{ *walker }

// reflected is value for the types that it does not know itself. Methods of the caller's types run in here, and only
// in here: what panics is dropped, and the panic's text, which may hold data, goes nowhere.
func (w *walker) reflected(v any, m mode) (out any, ok bool) {
	at, open, exact := w.at, len(w.open), w.exact
	defer func() {
		if recover() != nil {
			w.at, w.open, w.exact = at, w.open[:open], exact
			w.note(Dropped, ReasonPanic)
			out, ok = nil, false
		}
	}()
	return reflector{w}.reflectValue(reflect.ValueOf(v), m)
}

// reflectValue brings a value to the types that value knows, as encoding/json would write it.
func (r reflector) reflectValue(v reflect.Value, m mode) (any, bool) {
	if v.Kind() == reflect.Pointer {
		return r.pointer(v, m)
	}
	if isUsual(v.Type()) {
		return r.value(v.Interface(), m)
	}
	if x, ok := asType[json.Marshaler](v, marshalerType); ok {
		return r.marshaler(x, m)
	}
	if x, ok := asType[encoding.TextMarshaler](v, textMarshalerType); ok {
		return r.textMarshaler(x, m)
	}
	switch v.Kind() {
	case reflect.String:
		return r.named(v, v.String(), m)
	case reflect.Bool:
		return r.named(v, v.Bool(), m)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return r.named(v, v.Int(), m)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return r.unsigned(v, m)
	case reflect.Float32, reflect.Float64:
		return r.float(v, m)
	case reflect.Slice, reflect.Array:
		return r.sequence(v, m)
	case reflect.Map:
		return r.mapped(v, m)
	case reflect.Struct:
		return r.structured(v, m)
	}
	r.note(Dropped, ReasonUnsupported) // channels, functions, complex numbers: JSON has nothing for them
	return nil, false
}

// pointer goes on with what a pointer points to; the result never shares it.
func (r reflector) pointer(v reflect.Value, m mode) (any, bool) {
	if v.IsNil() {
		return nil, true
	}
	elem := v.Elem()
	if elem.Kind() == reflect.Interface {
		if elem.IsNil() {
			return nil, true
		}
		elem = elem.Elem()
	}
	if !r.enter(container{typ: v.Type(), ptr: v.UnsafePointer()}, 1) {
		return nil, false
	}
	out, ok := r.reflectValue(elem, m)
	r.leave()
	return out, ok
}

// asType returns v, or else its address, as an interface that its type implements.
func asType[T any](v reflect.Value, t reflect.Type) (T, bool) {
	var none T
	switch {
	case !v.CanInterface():
		return none, false
	case v.CanAddr() && reflect.PointerTo(v.Type()).Implements(t):
		v = v.Addr()
	case !v.Type().Implements(t):
		return none, false
	}
	x, ok := v.Interface().(T)
	return x, ok
}

func (r reflector) marshaler(x json.Marshaler, m mode) (any, bool) {
	data, err := x.MarshalJSON()
	if err != nil {
		r.note(Dropped, ReasonUnsupported)
		return nil, false
	}
	return r.decoded(data, m)
}

func (r reflector) textMarshaler(x encoding.TextMarshaler, m mode) (any, bool) {
	text, err := x.MarshalText()
	if err != nil {
		r.note(Dropped, ReasonUnsupported)
		return nil, false
	}
	return r.value(string(text), m)
}

// named cleans a scalar of the caller's own type, and keeps the type if nothing had to change.
func (r reflector) named(v reflect.Value, basic any, m mode) (any, bool) {
	out, ok := r.value(basic, m)
	if ok && out == basic && v.CanInterface() {
		return v.Interface(), true
	}
	return out, ok
}

// unsigned also serves the basic types, which value sends here when they are large enough to be a card number.
func (r reflector) unsigned(v reflect.Value, m mode) (any, bool) {
	text := strconv.FormatUint(v.Uint(), 10)
	if m == hashed || m == digested {
		return r.value(json.Number(text), m)
	}
	return r.number(v.Interface(), text, m), true
}

func (r reflector) float(v reflect.Value, m mode) (any, bool) {
	if m == hashed || m == digested {
		return r.value(json.Number(decimalFloat(v.Float(), v.Type().Bits())), m)
	}
	return r.named(v, v.Float(), m)
}

// sequence cleans slices and arrays. One of plain scalars keeps its type if nothing had to change, any other becomes
// []any.
func (r reflector) sequence(v reflect.Value, m mode) (any, bool) {
	elem := v.Type().Elem()
	if elem.Kind() == reflect.Uint8 && !hasMarshaler(elem) {
		return r.bytes(v, m)
	}
	self := container{typ: v.Type(), len: v.Len()}
	if v.Kind() == reflect.Slice {
		if v.IsNil() {
			return nil, true
		}
		self.ptr = v.UnsafePointer()
	}
	if !r.enter(self, v.Len()) {
		return nil, false
	}
	defer r.leave()
	list := make([]any, v.Len())
	for i := range list {
		list[i] = addressed(v.Index(i))
	}
	before := r.done
	out, ok := r.value(list, m)
	if !ok || m == hashed || r.done != before || !isScalar(elem) {
		return out, ok
	}
	return copied(v), true
}

// bytes treats bytes as the text they may be; encoding/json would only wrap them in base64.
func (r reflector) bytes(v reflect.Value, m mode) (any, bool) {
	if v.Kind() == reflect.Slice && v.IsNil() {
		return nil, true
	}
	if v.Kind() == reflect.Array && !v.CanAddr() { // Bytes wants an address
		whole := reflect.New(v.Type()).Elem()
		whole.Set(v)
		v = whole
	}
	text := string(v.Bytes())
	if m == hashed {
		return r.value(text, m)
	}
	if !r.affordsText(text) {
		return nil, false
	}
	if clean := r.textString(text, m); clean != text {
		return []byte(clean), true
	}
	return copied(v), true
}

// copied returns a slice or array of the same type that shares nothing with v.
func copied(v reflect.Value) any {
	if v.Kind() == reflect.Array {
		return v.Interface() // an array in an interface is a copy
	}
	c := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
	reflect.Copy(c, v)
	return c.Interface()
}

// addressed boxes a value. One that can be addressed goes as a pointer, so that methods with a pointer receiver are
// found and a struct is not copied.
func addressed(v reflect.Value) any {
	if v.CanAddr() && (v.Kind() == reflect.Struct || v.Type().PkgPath() != "") {
		return v.Addr().Interface()
	}
	return v.Interface()
}

// mapped cleans maps of any type; the result is a map[string]any with the keys that encoding/json would write.
func (r reflector) mapped(v reflect.Value, m mode) (any, bool) {
	if v.IsNil() {
		return nil, true
	}
	if v.Type().ConvertibleTo(plainMapType) {
		return r.value(v.Convert(plainMapType).Interface(), m)
	}
	if !r.enter(container{typ: v.Type(), ptr: v.UnsafePointer()}, v.Len()) {
		return nil, false
	}
	defer r.leave()
	plain := make(map[string]any, v.Len())
	for it := v.MapRange(); it.Next(); {
		key, ok := keyText(it.Key())
		if !ok {
			r.note(Dropped, ReasonUnsupported)
			continue
		}
		plain[key] = it.Value().Interface()
	}
	return r.value(plain, m)
}

// keyText is the text of a map's key: strings as they are, then text marshalers, then integers.
func keyText(k reflect.Value) (string, bool) {
	if k.Kind() == reflect.Interface {
		k = k.Elem()
	}
	if k.Kind() == reflect.String {
		return k.String(), true
	}
	if x, ok := k.Interface().(encoding.TextMarshaler); ok {
		if k.Kind() == reflect.Pointer && k.IsNil() {
			return "", true
		}
		text, err := x.MarshalText()
		return string(text), err == nil
	}
	switch {
	case k.CanInt():
		return strconv.FormatInt(k.Int(), 10), true
	case k.CanUint():
		return strconv.FormatUint(k.Uint(), 10), true
	}
	return "", false
}

// structured cleans a struct by its JSON names; the result is a map[string]any. Under a hash key one that can say
// what it is, by a String method, is hashed as that text.
func (r reflector) structured(v reflect.Value, m mode) (any, bool) {
	if m == hashed {
		if x, ok := asType[fmt.Stringer](v, stringerType); ok {
			return r.value(x.String(), m)
		}
		return r.digestTree(v.Interface())
	}
	fields := fieldsOf(v.Type())
	if !r.enter(container{typ: v.Type()}, len(fields)) {
		return nil, false
	}
	defer r.leave()
	out := make(map[string]any, len(fields))
	for _, f := range fields {
		fv, ok := f.in(v)
		if !ok {
			continue
		}
		if !fv.CanInterface() { // an embedded struct of an unexported type under a name of its own
			r.note(Dropped, ReasonUnsupported)
			continue
		}
		r.entry(out, f.name, f.box(fv), r.judge(f.name, f.mark))
	}
	return out, true
}
