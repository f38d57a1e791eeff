package analyzer

import "go/types"

// An apiWalk collects the packages that exported declarations mention, at any
// depth.
type apiWalk struct {
	packages map[string]bool
	seen     map[types.Type]bool
}

func (s *apiWalk) object(obj types.Object) {
	if obj.Pkg() != nil {
		s.packages[obj.Pkg().Path()] = true
	}
	s.typ(obj.Type())
}

func (s *apiWalk) typ(t types.Type) {
	if t == nil || s.seen[t] {
		return
	}
	s.seen[t] = true
	switch t := t.(type) {
	case *types.Alias:
		s.object(t.Obj())
		s.typ(types.Unalias(t))
	case *types.Named:
		s.named(t)
	case *types.Pointer:
		s.typ(t.Elem())
	case *types.Slice:
		s.typ(t.Elem())
	case *types.Array:
		s.typ(t.Elem())
	case *types.Chan:
		s.typ(t.Elem())
	case *types.Map:
		s.typ(t.Key())
		s.typ(t.Elem())
	case *types.Signature:
		s.tuple(t.Params())
		s.tuple(t.Results())
	case *types.Struct:
		for f := range t.Fields() {
			s.typ(f.Type())
		}
	case *types.Interface:
		for m := range t.Methods() {
			s.typ(m.Type())
		}
	case *types.TypeParam:
		s.typ(t.Constraint())
	}
}

func (s *apiWalk) tuple(t *types.Tuple) {
	for v := range t.Variables() {
		s.typ(v.Type())
	}
}

func (s *apiWalk) named(t *types.Named) {
	for arg := range t.TypeArgs().Types() {
		s.typ(arg)
	}
	t = t.Origin()
	s.object(t.Obj())
	s.typ(t.Underlying())
	for m := range t.Methods() {
		if m.Exported() {
			s.typ(m.Type())
		}
	}
}
