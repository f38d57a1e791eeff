package flow

import (
	"github.com/ciolint/ciolint/analyzer/internal/content"
	"go/types"
	"reflect"
	"strings"
)

func deref(t types.Type) types.Type {
	for range 4 { // *T, **T: nobody nests deeper, and a cyclic pointer type must end
		p, ok := types.Unalias(t).Underlying().(*types.Pointer)
		if !ok {
			break
		}
		t = p.Elem()
	}
	return t
}

func structOf(t types.Type) (*types.Struct, bool) {
	s, ok := deref(t).Underlying().(*types.Struct)
	return s, ok
}

func namedOf(t types.Type) *types.Named {
	n, _ := types.Unalias(deref(t)).(*types.Named)
	return n
}

func isNamed(t types.Type, pkg, name string) bool {
	n := namedOf(t)
	return n != nil && n.Obj().Name() == name && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == pkg
}

// harmless reports whether a value of type t says nothing by itself: a
// boolean, a time, a function. A duration is a number, but never a datum.
func harmless(t types.Type) bool {
	switch u := deref(t).Underlying().(type) {
	case *types.Basic:
		if u.Info()&types.IsBoolean != 0 {
			return true
		}
	case *types.Signature:
		return true
	}
	return isNamed(t, "time", "Time") || isNamed(t, "time", "Duration") || isNamed(t, "time", "Location") || isNamed(t, "time", "Month")
}

var errorType = types.Universe.Lookup("error").Type()

// holdsDatum reports whether a place of type t can hold the datum that its
// name speaks of: text, bytes, a number, a small struct around one, or
// anything at all (any). Maps, services and errors are not the datum.
func holdsDatum(t types.Type) bool { return datumAt(t, 0) }

func datumAt(t types.Type, deep int) bool {
	const nested = 4 // a list of lists of texts; and type T []T must end
	if deep > nested || harmless(t) || types.Identical(t, errorType) {
		return false
	}
	switch u := deref(t).Underlying().(type) {
	case *types.Basic:
		return u.Kind() != types.UnsafePointer
	case *types.Slice:
		return datumAt(u.Elem(), deep+1)
	case *types.Array:
		return datumAt(u.Elem(), deep+1)
	case *types.Interface:
		return u.NumMethods() == 0 || u.NumMethods() == 1 && u.Method(0).Name() == "String"
	case *types.Struct:
		return structHoldsDatum(u)
	}
	return false
}

// structHoldsDatum: a struct named like a datum is one if it holds plain
// data only (sql.NullString, type Passport struct{ Number string }), and not
// if it is a machine (a client, a mutex, a callback inside).
func structHoldsDatum(s *types.Struct) bool {
	plain := false
	for f := range s.Fields() {
		switch u := deref(f.Type()).Underlying().(type) {
		case *types.Basic:
			plain = plain || u.Info()&types.IsBoolean == 0
		case *types.Slice:
			if b, ok := u.Elem().Underlying().(*types.Basic); ok && b.Kind() == types.Byte {
				plain = true
			}
		case *types.Signature, *types.Chan, *types.Interface:
			return false
		}
	}
	return plain
}

func isNumber(t types.Type) bool {
	b, ok := deref(t).Underlying().(*types.Basic)
	return ok && b.Info()&types.IsNumeric != 0
}

func isText(t types.Type) bool {
	switch u := deref(t).Underlying().(type) {
	case *types.Basic:
		return u.Info()&types.IsString != 0
	case *types.Slice:
		return isCharacter(u.Elem())
	case *types.Array:
		return isCharacter(u.Elem())
	}
	return false
}

func isCharacter(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && (b.Kind() == types.Byte || b.Kind() == types.Rune)
}

// sharesMemory reports whether two values of type t can share storage, so
// that writing through one is seen through the other.
func sharesMemory(t types.Type) bool {
	switch u := types.Unalias(t).Underlying().(type) {
	case *types.Basic:
		return false
	case *types.Struct:
		for f := range u.Fields() {
			if sharesMemory(f.Type()) {
				return true
			}
		}
		return false
	case *types.Array:
		return sharesMemory(u.Elem())
	case *types.Tuple:
		return true
	}
	return true
}

// A jsonField is a field of a struct as encoding/json sees it.
type jsonField struct {
	name string       // JSON key
	path content.Path // from the struct to the field, through embedded structs
	v    *types.Var
	tag  string // value of the pii tag
}

// jsonFields lists the fields that encoding/json writes for s, embedded
// structs flattened, shallower names first (encoding/json, "Marshal").
func (a *Analysis) jsonFields(s *types.Struct) []jsonField {
	if fs, ok := a.fields[s]; ok {
		return fs
	}
	var out []jsonField
	taken := map[string]bool{}
	level := []embedded{{s: s}}
	for depth := 0; len(level) > 0 && depth < maxPath; depth++ {
		var next []embedded
		var fresh []string
		for _, e := range level {
			for i := range e.s.NumFields() {
				f, inner := jsonFieldOf(e, i)
				switch {
				case inner != nil:
					next = append(next, *inner)
				case f.name != "" && !taken[f.name]:
					f.tag = a.tag(f.v, f.name, f.tag)
					out = append(out, f)
					fresh = append(fresh, f.name)
				}
			}
		}
		for _, n := range fresh {
			taken[n] = true
		}
		level = next
	}
	a.fields[s] = out
	return out
}

type embedded struct {
	s    *types.Struct
	path content.Path
}

func jsonFieldOf(e embedded, i int) (jsonField, *embedded) {
	v := e.s.Field(i)
	tag := reflect.StructTag(e.s.Tag(i))
	json, _ := tag.Lookup("json")
	if json == "-" {
		return jsonField{}, nil
	}
	name, _, _ := strings.Cut(json, ",")
	path := e.path.Plus(content.Sel{content.Field, v.Name()})
	if v.Embedded() && name == "" {
		if s, ok := structOf(v.Type()); ok && !customMarshal(v.Type()) && !harmless(v.Type()) {
			return jsonField{}, &embedded{s, path}
		}
	}
	if !v.Exported() {
		return jsonField{}, nil
	}
	if name == "" {
		if ms, ok := tag.Lookup("mapstructure"); ok && json == "" {
			name, _, _ = strings.Cut(ms, ",")
		}
	}
	if name == "" {
		name = v.Name()
	}
	return jsonField{name: name, path: path, v: v, tag: tag.Get("pii")}, nil
}

// piiTag returns the pii struct tag of the named field of s.
func piiTag(s *types.Struct, name string) string {
	for i := range s.NumFields() {
		if s.Field(i).Name() == name {
			return reflect.StructTag(s.Tag(i)).Get("pii")
		}
	}
	return ""
}

// customMarshal reports whether t writes its own JSON or text.
func customMarshal(t types.Type) bool {
	for _, name := range []string{"MarshalJSON", "MarshalText"} {
		n := namedOf(t)
		if n == nil {
			return false
		}
		obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(n), true, n.Obj().Pkg(), name)
		if _, ok := obj.(*types.Func); ok {
			return true
		}
	}
	return false
}

// withinValue reports whether p stays within the storage of one value of type
// t: no pointer, map or slice is crossed, so that a copy of it has its own
// copy of the place.
func withinValue(t types.Type, p content.Path) bool {
	t = deref(t)
	for _, s := range p {
		switch u := t.Underlying().(type) {
		case *types.Struct:
			f := fieldNamed(u, s.Name)
			if s.Kind != content.Field || f == nil {
				return false
			}
			t = f.Type()
		case *types.Array:
			t = u.Elem()
		default:
			return false
		}
	}
	return true
}

func fieldNamed(s *types.Struct, name string) *types.Var {
	for f := range s.Fields() {
		if f.Name() == name {
			return f
		}
	}
	return nil
}

// typeAt returns the type of the part at p of a value of type t, nil if the
// type does not say.
func typeAt(t types.Type, p content.Path) types.Type {
	for _, s := range p {
		switch u := deref(t).Underlying().(type) {
		case *types.Struct:
			f := fieldNamed(u, s.Name)
			if s.Kind != content.Field || f == nil {
				return nil
			}
			t = f.Type()
		case *types.Slice:
			t = u.Elem()
		case *types.Array:
			t = u.Elem()
		case *types.Chan:
			t = u.Elem()
		case *types.Map:
			t = u.Elem()
		default:
			if s.Kind != content.Format {
				return nil
			}
		}
	}
	return t
}
