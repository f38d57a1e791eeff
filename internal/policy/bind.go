package policy

import (
	"fmt"
	"go/token"
	"go/types"
	"strings"

	"github.com/ciolint/ciolint/runtime/pii"
)

// binding is what the names of a policy are in one package.
type binding struct {
	sanitizers map[*types.Func]bool
	sinks      map[*types.Func]*sinkEntry
	sources    map[types.Object]decision
	clients    []types.Type // receivers of sinks
}

// In binds the policy to the objects that pkg and its imports, direct or not,
// declare. It returns a copy; p stays as it is and may be shared.
//
// The error is a [Mistake], or several: something that the policy names does
// not exist, or cannot be what the policy says. A name is judged where it is
// known for sure: in pkg itself, and if it is exported in the packages that
// pkg imports directly. Names of other packages are bound if they are found,
// and left alone if not: see [Policy.Elsewhere].
func (p *Policy) In(pkg *types.Package) (*Policy, error) {
	if len(p.sanitizers)+len(p.sinks)+len(p.sources) == 0 {
		return p, nil
	}
	b := &binder{
		file: p.file, pkg: pkg, reached: reached(pkg),
		to: &binding{sanitizers: map[*types.Func]bool{}, sinks: map[*types.Func]*sinkEntry{}, sources: map[types.Object]decision{}},
	}
	b.all(p)
	if err := mistakes(b.found); err != nil {
		return nil, err
	}
	bound := *p
	bound.bound = b.to
	return &bound, nil
}

// Elsewhere returns the import paths that the policy names something in.
func (p *Policy) Elsewhere() []string {
	seen := map[string]bool{}
	var out []string
	for _, e := range p.entries() {
		if !seen[e.Pkg] {
			seen[e.Pkg] = true
			out = append(out, e.Pkg)
		}
	}
	return out
}

// NoPackage is the error for the names in a package that does not exist.
func (p *Policy) NoPackage(path, why string) error {
	var found []*Mistake
	for _, e := range p.entries() {
		if e.Pkg == path {
			found = append(found, mistakeAt(p.file, e.at, fmt.Sprintf("%s does not exist: %s", e, why)))
		}
	}
	return mistakes(found)
}

// reached returns the packages that p can reach through its imports, and p.
func reached(p *types.Package) map[string]*types.Package {
	all := map[string]*types.Package{}
	var visit func(p *types.Package)
	visit = func(p *types.Package) {
		if path := pathOf(p); all[path] == nil {
			all[path] = p
			for _, imp := range p.Imports() {
				visit(imp)
			}
		}
	}
	visit(p)
	return all
}

// pathOf is the import path of p without the suffix of a test variant.
func pathOf(p *types.Package) string {
	path, _, _ := strings.Cut(p.Path(), " ")
	return path
}

// A binder looks names up.
type binder struct {
	file    string
	pkg     *types.Package
	reached map[string]*types.Package
	to      *binding
	found   []*Mistake
}

func (b *binder) fail(at place, format string, args ...any) {
	b.found = append(b.found, mistakeAt(b.file, at, fmt.Sprintf(format, args...)))
}

func (b *binder) all(p *Policy) {
	for _, e := range p.sanitizers {
		if fn := b.function(e); fn != nil && b.returns(e, fn, "ciolint trusts what a sanitizer returns") {
			b.to.sanitizers[fn] = true
		}
	}
	for i := range p.sinks {
		s := &p.sinks[i]
		fn := b.function(s.entry)
		if fn == nil {
			continue
		}
		for _, a := range s.args {
			b.argument(s, a, fn.Signature())
		}
		b.to.sinks[fn] = s
		if recv := fn.Signature().Recv(); recv != nil && !types.IsInterface(recv.Type()) {
			b.to.clients = append(b.to.clients, types.NewPointer(pointee(recv.Type())))
		}
	}
	for _, s := range p.sources {
		if obj := b.source(s); obj != nil {
			b.to.sources[obj] = s.class
		}
	}
}

// function finds a function or method.
func (b *binder) function(e entry) *types.Func {
	scope, sure := b.scope(e)
	if scope == nil {
		return nil
	}
	if e.Type != "" {
		return b.method(e, scope, sure)
	}
	fn, ok := scope.Lookup(e.Name.Name).(*types.Func)
	if !ok && sure {
		b.missing(e, scope.Lookup(e.Name.Name))
	}
	return fn
}

func (b *binder) method(e entry, scope *types.Scope, sure bool) *types.Func {
	tn, ok := scope.Lookup(e.Type).(*types.TypeName)
	if !ok {
		if sure {
			b.fail(e.at, "%s does not exist: package %s has no type %s; correct the name", e, e.Pkg, e.Type)
		}
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(tn.Type()), true, tn.Pkg(), e.Name.Name)
	if types.IsInterface(tn.Type()) {
		obj, _, _ = types.LookupFieldOrMethod(tn.Type(), false, tn.Pkg(), e.Name.Name)
	}
	fn, ok := obj.(*types.Func)
	switch {
	case !ok && sure:
		b.fail(e.at, "%s does not exist: %s.%s has no such method; correct the name", e, e.Pkg, e.Type)
	case ok && bare(fn.FullName()) != e.String():
		b.fail(e.at, "%s does not exist; the method is %s, write that", e, bare(fn.FullName()))
		return nil
	}
	return fn
}

// bare is a method's full name without type parameters.
func bare(full string) string {
	i, j := strings.IndexByte(full, '['), strings.LastIndexByte(full, ']')
	if i < 0 || j < i {
		return full
	}
	return full[:i] + full[j+1:]
}

// scope returns the scope that e is to be found in, nil if it is not in
// reach, and whether what is not in it does not exist.
func (b *binder) scope(e entry) (*types.Scope, bool) {
	p := b.reached[e.Pkg]
	if p == nil {
		return nil, false
	}
	if p == b.pkg {
		return p.Scope(), true
	}
	exported := token.IsExported(e.Name.Name) && (e.Type == "" || token.IsExported(e.Type))
	for _, imp := range b.pkg.Imports() {
		if imp == p {
			return p.Scope(), exported && p.Complete()
		}
	}
	return p.Scope(), false
}

// missing: there is another thing of the name, or nothing.
func (b *binder) missing(e entry, other types.Object) {
	if other == nil {
		b.fail(e.at, "%s does not exist: package %s has no %s %s; correct the name", e, e.Pkg, e.kind, e.Name.Name)
		return
	}
	b.fail(e.at, "%s is no %s but %s; list it as what it is", e, e.kind, describe(other))
}

func describe(obj types.Object) string {
	switch obj.(type) {
	case *types.Func:
		return "a function"
	case *types.Var:
		return "a variable"
	case *types.TypeName:
		return "a type"
	}
	return "a constant"
}

// returns reports whether fn has a result to judge.
func (b *binder) returns(e entry, fn *types.Func, why string) bool {
	for r := range fn.Signature().Results().Variables() {
		if !types.Identical(r.Type(), types.Universe.Lookup("error").Type()) {
			return true
		}
	}
	b.fail(e.at, "%s returns no data: %s; name another function", e, why)
	return false
}

// argument checks that an argument exists and can be what the policy says.
func (b *binder) argument(s *sinkEntry, a argument, sig *types.Signature) {
	n := sig.Params().Len()
	if a.index >= n {
		have := fmt.Sprintf("has the arguments 0 to %d", n-1)
		if n == 0 {
			have = "has no arguments"
		}
		b.fail(a.at, "%s has no argument %d: it %s (the receiver does not count); correct the index", s, a.index, have)
		return
	}
	t := sig.Params().At(a.index).Type()
	for _, r := range roles {
		if r.name == a.role && !r.fits(t) {
			b.fail(a.at, "argument %d of %s is %s and cannot be %s, which takes %s; correct the index or the role",
				a.index, s, types.TypeString(t, func(p *types.Package) string { return p.Name() }), a.role, r.wanted)
		}
	}
}

// source finds what data comes from.
func (b *binder) source(s sourceEntry) types.Object {
	switch s.kind {
	case function:
		if fn := b.function(s.entry); fn != nil && b.returns(s.entry, fn, "data comes from a source as a result") {
			return fn
		}
	case aField:
		if f := b.field(s.entry); f != nil {
			return f
		}
	case variable:
		if v := lookup[*types.Var](b, s.entry); v != nil {
			return v
		}
	case aType:
		if t := lookup[*types.TypeName](b, s.entry); t != nil {
			if n, ok := types.Unalias(t.Type()).(*types.Named); ok {
				return n.Obj()
			}
			b.fail(s.at, "%s is an alias of a type without a name; name the fields or functions that hold the data", s)
		}
	}
	return nil
}

// lookup finds an object of a kind at package level.
func lookup[T interface {
	comparable
	types.Object
}](b *binder, e entry) T {
	var none T
	scope, sure := b.scope(e)
	if scope == nil {
		return none
	}
	obj, ok := scope.Lookup(e.Name.Name).(T)
	if !ok && sure {
		b.missing(e, scope.Lookup(e.Name.Name))
	}
	return obj
}

func (b *binder) field(e entry) *types.Var {
	scope, sure := b.scope(e)
	if scope == nil {
		return nil
	}
	if tn, ok := scope.Lookup(e.Type).(*types.TypeName); ok {
		if s, ok := tn.Type().Underlying().(*types.Struct); ok {
			for f := range s.Fields() {
				if f.Name() == e.Name.Name {
					return f
				}
			}
		}
	}
	if sure {
		b.fail(e.at, "%s does not exist: package %s has no struct %s with a field %s; correct the name", e, e.Pkg, e.Type, e.Name.Name)
	}
	return nil
}

// Sanitizes reports whether the policy lists fn as a sanitizer.
func (p *Policy) Sanitizes(fn *types.Func) bool {
	return p.bound != nil && p.bound.sanitizers[fn.Origin()]
}

// An Arg is an argument of a sink, the receiver not counted, and its role.
type Arg struct {
	Index int
	Role  string
}

// Sink returns the arguments of fn that the policy gives a role, in the order
// of the policy; nil if it lists no such sink.
func (p *Policy) Sink(fn *types.Func) []Arg {
	if p.bound == nil || p.bound.sinks[fn.Origin()] == nil {
		return nil
	}
	var out []Arg
	for _, a := range p.bound.sinks[fn.Origin()].args {
		out = append(out, Arg{a.index, a.role})
	}
	return out
}

// Clients returns pointers to the types whose methods the policy lists as
// sinks.
func (p *Policy) Clients() []types.Type {
	if p.bound == nil {
		return nil
	}
	return p.bound.clients
}

// HasSources reports whether the policy names a source in reach.
func (p *Policy) HasSources() bool { return p.bound != nil && len(p.bound.sources) > 0 }

// Source returns the class that the policy gives to a function's results, a
// field, a variable or a type; Keep says that it is harmless whatever its
// name.
func (p *Policy) Source(obj types.Object) (pii.Class, bool) {
	if p.bound == nil || obj == nil {
		return pii.Keep, false
	}
	switch o := obj.(type) {
	case *types.Func:
		obj = o.Origin()
	case *types.Var:
		obj = o.Origin()
	}
	d := p.bound.sources[obj]
	return d.class(), d != undecided
}

// Decided returns the class that the policy's keys give to a name; false if
// they say nothing of it.
func (p *Policy) Decided(name string) (pii.Class, bool) {
	if p.keys.decide(name) == undecided {
		return pii.Keep, false
	}
	return p.Class(name), true
}
