package ssautil

import (
	"go/types"
	"reflect"
	"slices"
	"strings"
)

// A JSONField is a field of a struct as encoding/json sees it.
type JSONField struct {
	Name string            // its key
	Path []*types.Var      // from the struct to the field, through embedded structs
	Tag  reflect.StructTag // of the field
}

// Var is the field itself.
func (f JSONField) Var() *types.Var { return f.Path[len(f.Path)-1] }

// JSONFields lists the fields that encoding/json writes for s: exported ones,
// those of embedded structs where they stand, shallower names first. A field
// with the tag "-" is none. Where there is no json tag, that of mapstructure
// names the field.
func JSONFields(s *types.Struct) []JSONField {
	var out []JSONField
	taken := map[string]bool{}
	seen := []*types.Struct{s}
	for level := []embeddedStruct{{s: s}}; len(level) > 0; {
		var next []embeddedStruct
		var fresh []string
		for _, e := range level {
			for i := range e.s.NumFields() {
				f, inner := e.field(i)
				switch {
				case inner != nil:
					if !slices.Contains(seen, inner.s) {
						seen = append(seen, inner.s)
						next = append(next, *inner)
					}
				case f.Name != "" && !taken[f.Name]:
					out = append(out, f)
					fresh = append(fresh, f.Name)
				}
			}
		}
		for _, n := range fresh {
			taken[n] = true
		}
		level = next
	}
	return out
}

// An embeddedStruct is a struct whose fields count as those of the one around it.
type embeddedStruct struct {
	s    *types.Struct
	path []*types.Var
}

// field is the i-th field of e: a struct whose fields count in its place, or
// itself, without a name if it is not written.
func (e embeddedStruct) field(i int) (JSONField, *embeddedStruct) {
	v, tag := e.s.Field(i), reflect.StructTag(e.s.Tag(i))
	json, tagged := tag.Lookup("json")
	if json == "-" {
		return JSONField{}, nil
	}
	name, _, _ := strings.Cut(json, ",")
	path := append(slices.Clip(e.path), v)
	if v.Embedded() && name == "" {
		if s, ok := Struct(v.Type()); ok && !MarshalsItself(v.Type()) && !SaysNothing(v.Type()) {
			return JSONField{}, &embeddedStruct{s, path}
		}
	}
	if !v.Exported() {
		return JSONField{}, nil
	}
	if !tagged {
		name, _, _ = strings.Cut(tag.Get("mapstructure"), ",")
	}
	if name == "" {
		name = v.Name()
	}
	return JSONField{Name: name, Path: path, Tag: tag}, nil
}
