package flow

import (
	"go/types"
	"reflect"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

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
	path := e.path.Plus(content.Sel{Kind: content.Field, Name: v.Name()})
	if v.Embedded() && name == "" {
		if s, ok := ssautil.Struct(v.Type()); ok && !ssautil.MarshalsItself(v.Type()) && !ssautil.SaysNothing(v.Type()) {
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

// withinValue reports whether p stays within the storage of one value of type
// t: no pointer, map or slice is crossed, so that a copy of it has its own
// copy of the place.
func withinValue(t types.Type, p content.Path) bool {
	t = ssautil.Deref(t)
	for _, s := range p {
		switch u := t.Underlying().(type) {
		case *types.Struct:
			f := ssautil.FieldNamed(u, s.Name)
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

// typeAt returns the type of the part at p of a value of type t, nil if the
// type does not say.
func typeAt(t types.Type, p content.Path) types.Type {
	for _, s := range p {
		switch u := ssautil.Deref(t).Underlying().(type) {
		case *types.Struct:
			f := ssautil.FieldNamed(u, s.Name)
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
