package analyzer

import "go/types"

// An apiWalk collects those of some packages that exported declarations mention,
// at any depth.
type apiWalk struct {
	wanted   map[string]bool
	packages map[string]bool
	seen     map[types.Type]bool
	known    map[*types.Package]bool // whether it leads to what is wanted
}

// leads reports whether what pkg declares may mention a package that is wanted:
// pkg is one, or imports one. The API of a large library below it is not walked.
func (s *apiWalk) leads(pkg *types.Package) bool {
	if pkg == nil {
		return false
	}
	if leads, ok := s.known[pkg]; ok {
		return leads
	}
	s.known[pkg] = s.wanted[pkg.Path()]
	for _, p := range pkg.Imports() {
		s.known[pkg] = s.leads(p) || s.known[pkg]
	}
	return s.known[pkg]
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
	if !s.leads(t.Obj().Pkg()) {
		return
	}
	s.object(t.Obj())
	s.typ(t.Underlying())
	for m := range t.Methods() {
		if m.Exported() {
			s.typ(m.Type())
		}
	}
}
