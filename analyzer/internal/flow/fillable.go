package flow

import (
	"go/types"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/wire"
)

// filledBy puts what stands for it where the port may put something: into maps,
// and, if it is a function, the fields of structs.
func (i *invocation) filledBy(port Port, s *state) *state {
	f := i.f
	for k, arg := range ssautil.Args(i.com) {
		if i.com.IsInvoke() && k == 0 {
			continue
		}
		parts := &fillable{fields: port.Method == ""}
		parts.all(arg.Type())
		for _, part := range parts.out {
			ref := PortRef{port, -1, k, part.name}
			put := of(&content.Content{Refs: []content.Ref{{Param: f.a.portParam(ref, part.typ)}}})
			for _, p := range i.args[k].refs {
				for _, sel := range ref.path() {
					p = f.at(p, f.a.in.id(sel))
				}
				s = f.store(s, p, write{val: put})
			}
		}
		if parts.beyond != nil {
			f.a.tally.Reached(parts.beyond)
			s = f.havoc(s, i.args[k:k+1], parts.beyond)
		}
	}
	return s
}

// A fillable lists the parts of an argument that a callee may put data into.
type fillable struct {
	fields bool // of structs
	out    []fillablePart
	beyond *limit.Limit // leaves some out
}

type fillablePart struct {
	name string // as in a PortRef
	typ  types.Type
}

// all lists those of an argument of type t: all of a map, or the fields of a
// struct that it points to.
func (l *fillable) all(t types.Type) {
	if ssautil.IsMap(t) {
		l.out = []fillablePart{{"", t}}
		return
	}
	if ptr, ok := t.Underlying().(*types.Pointer); ok && l.fields && wire.IsData(t) && !ssautil.IsWrapper(t) {
		l.below(ptr.Elem(), "", 0)
	}
}

func (l *fillable) below(t types.Type, prefix string, depth int) {
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for v := range s.Fields() {
		_, isStruct := v.Type().Underlying().(*types.Struct)
		switch {
		case !wire.IsData(v.Type()):
		case isStruct && !ssautil.IsWrapper(v.Type()) && depth < limit.FactDepth.Max:
			l.below(v.Type(), prefix+v.Name()+".", depth+1)
		case isStruct && !ssautil.IsWrapper(v.Type()):
			l.beyond = limit.FactDepth
		case len(l.out) == limit.FactFields.Max:
			l.beyond = limit.FactFields
		default:
			l.out = append(l.out, fillablePart{prefix + v.Name(), v.Type()})
		}
	}
}
