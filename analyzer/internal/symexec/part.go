package symexec

import (
	"go/types"
	"strings"
)

// partOf is a part of an unknown value; an empty path means all of it.
func partOf(v *Value, path string, t types.Type) *Value {
	p := &Value{Marks: carried(t, v.Marks), Name: v.Name + path}
	if path == "" {
		p.Note, p.Parts, p.Known, p.Addr = mixNotes(v.Note, nil), v.Parts, v.Known, v.Addr
	}
	if path != "" && !strings.HasPrefix(path, "[") { // an element of bytes is still a byte of them
		p.Marks &^= Exact
	}
	if refersToMemory(t) && p.Addr == "" {
		p.Addr = p.Name
	}
	return p
}

// field is a part of a struct or array value.
func field(v *Value, path string, t types.Type) *Value {
	if v.Fields == nil {
		p := partOf(v, path, t)
		if v.Name == "" {
			p.Name = ""
		}
		return p
	}
	if f := v.Fields[path]; f != nil {
		return f
	}
	var fields map[string]*Value
	for k, f := range v.Fields {
		if r, ok := strings.CutPrefix(k, path); ok && r != "" && strings.ContainsRune(".[!", rune(r[0])) {
			if fields == nil {
				fields = map[string]*Value{}
			}
			fields[r] = f
		}
	}
	if v.Name == "" && v.Marks == 0 {
		if fields != nil {
			return &Value{Fields: fields}
		}
		return Zero(t)
	}
	p := partOf(v, path, t)
	p.Fields = fields
	return p
}
