package flow

import (
	"go/token"
	"go/types"
	"reflect"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/internal/keyclass"
	"github.com/ciolint/ciolint/runtime/pii"
)

// A field is a field of a struct as somebody sees it: encoding/json, or fmt.
type field struct {
	name string
	path []*types.Var // from the struct to the field, through embedded ones
	v    *types.Var
	mark keyclass.Mark // what its tags say, or the policy in their place

	stripped bool // the sanitizer reads in the tags that it has to drop or hash it
}

// fieldsOf lists the fields of s: those that encoding/json writes, or all.
func (a *Analysis) fieldsOf(s *types.Struct, all bool) []field {
	k := fieldsKey{s, all}
	if fs, ok := a.seenAs[k]; ok {
		return fs
	}
	var out []field
	if all {
		for i := range s.NumFields() {
			v, tag := s.Field(i), reflect.StructTag(s.Tag(i))
			out = append(out, field{v.Name(), []*types.Var{v}, v, a.mark(v, v.Name(), tag), stripped(tag)})
		}
	} else {
		for _, jf := range ssautil.JSONFields(s) {
			out = append(out, field{jf.Name, jf.Path, jf.Var(), a.mark(jf.Var(), jf.Name, jf.Tag), stripped(jf.Tag)})
		}
	}
	a.seenAs[k] = out
	return out
}

type fieldsKey struct {
	s   *types.Struct
	all bool
}

// stripped reports whether a sanitizer drops or hashes a field for its tags,
// whatever the policy says of them.
func stripped(tag reflect.StructTag) bool { return keyclass.OfTag(tag).Class != pii.Keep }

// structTag returns the struct tag of the named field of s.
func structTag(s *types.Struct, name string) reflect.StructTag {
	for i := range s.NumFields() {
		if s.Field(i).Name() == name {
			return reflect.StructTag(s.Tag(i))
		}
	}
	return ""
}

// fieldValue is the field jf of the struct v of type t, which stands at at,
// and where it was written last.
func (f *frame) fieldValue(s *state, v *value, at *place, t types.Type, jf field) (*value, token.Pos) {
	var pos token.Pos
	for i, fv := range jf.path {
		if i > 0 && isReference(t) {
			v, at = f.pointee(s, v)
		}
		id := f.a.in.id(content.Sel{Kind: content.Field, Name: fv.Name()})
		pos = lastWrite(v, id)
		t = fv.Type()
		v, at = f.fieldAt(v, id, at, t)
	}
	return v, pos
}

// fieldAt is a field of v, which stands at at, as a read of it gives it.
func (f *frame) fieldAt(v *value, id selID, at *place, t types.Type) (*value, *place) {
	if at == nil {
		at = v.home
	}
	part := f.part(v, id, at, t)
	if at == nil {
		return part, nil
	}
	p := f.at(*at, id)
	return f.read(part, p, t), &p
}

// pointee is what a pointer points to, and where that is, if it is one place.
func (f *frame) pointee(s *state, v *value) (*value, *place) {
	if len(v.refs) == 0 {
		return v, v.home
	}
	out := nothing
	for _, p := range v.refs {
		out = join(out, f.node(s, p))
	}
	if len(v.refs) == 1 {
		return out, &v.refs[0]
	}
	return out, nil
}

// lastWrite is where the part of v was written, the last place if there are
// several.
func lastWrite(v *value, id selID) token.Pos {
	pos := token.NoPos
	if c, ok := v.parts.get(uint32(id)); ok {
		for _, e := range c.entries {
			pos = max(pos, e.pos)
		}
	}
	return pos
}
