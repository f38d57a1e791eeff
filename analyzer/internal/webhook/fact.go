package webhook

import (
	"cmp"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A Duty is what a function does for those who call it.
type Duty uint8

const (
	NoDuty       Duty = iota
	Verdict           // returns whether the request it is given is good
	QuietVerdict      // the same, and a bad one may come with a nil error
	Guard             // makes a handler that lets only good requests through
)

// A Role is the duty of a function, and how it fails in it. Faults of a
// package that is for Customer.io are reported there, and no part of a role.
type Role struct {
	Duty    Duty
	Accepts string // the number that says that a request is good, of a function that returns one
	Faults  []Fault
}

// A Fault is what is wrong with a function that verifies.
type Fault struct {
	Kind Kind
	How  string
}

// join adds what another function does of which a caller cannot tell it apart.
func (r Role) join(o Role) Role {
	r.Duty, r.Accepts = max(r.Duty, o.Duty), cmp.Or(r.Accepts, o.Accepts)
	for _, f := range o.Faults {
		if !slices.Contains(r.Faults, f) {
			r.Faults = append(slices.Clip(r.Faults), f)
		}
	}
	return r
}

// A Fact tells the importers of a package which of its functions verify
// webhooks of Customer.io, by their full names.
type Fact struct {
	Verdicts []string
	Quiet    []string // verdicts that may be bad without an error, by a truth value alone
	Guards   []string
	Codes    []Code
	Faulty   []Faulty
}

// A Code is the number by which a verdict accepts.
type Code struct{ Func, Accepts string }

// Faulty is one of the functions and what is wrong with it.
type Faulty struct {
	Func   string
	Faults []Fault
}

func (*Fact) AFact() {}

func (f *Fact) String() string {
	var out []string
	if len(f.Verdicts) > 0 {
		out = append(out, "verdict by "+strings.Join(f.Verdicts, ", "))
	}
	if len(f.Quiet) > 0 {
		out = append(out, "verdict without an error by "+strings.Join(f.Quiet, ", "))
	}
	if len(f.Guards) > 0 {
		out = append(out, "guarded by "+strings.Join(f.Guards, ", "))
	}
	for _, code := range f.Codes {
		out = append(out, code.Func+" accepts by "+code.Accepts)
	}
	for _, fn := range f.Faulty {
		var kinds []string
		for _, fault := range fn.Faults {
			kinds = append(kinds, string(fault.Kind))
		}
		out = append(out, fn.Func+" fails: "+strings.Join(kinds, ", "))
	}
	return strings.Join(out, "; ")
}

// Roles are the roles of the functions that a package may call.
type Roles struct {
	roles   map[string]Role // by full name
	imports []*types.Package
}

// Known reports whether any function has a role.
func (r Roles) Known() bool { return len(r.roles) > 0 }

// Of is the role of a function; the zero Role if nothing is known of it. A
// method of an interface has the roles of what may be behind it.
func (r Roles) Of(fn *types.Func) Role {
	if fn == nil || !r.Known() {
		return Role{}
	}
	if role, ok := r.roles[fn.FullName()]; ok {
		return role
	}
	var out Role
	if recv := fn.Signature().Recv(); recv != nil && types.IsInterface(recv.Type()) {
		for _, m := range r.implementing(fn, recv.Type().Underlying().(*types.Interface)) {
			out = out.join(r.roles[m.FullName()])
		}
	}
	return out
}

// implementing are the methods of imported types that a call of a method of an
// interface may execute.
func (r Roles) implementing(fn *types.Func, iface *types.Interface) []*types.Func {
	var out []*types.Func
	for _, p := range r.imports {
		for _, name := range p.Scope().Names() {
			tn, ok := p.Scope().Lookup(name).(*types.TypeName)
			if !ok || tn.IsAlias() || types.IsInterface(tn.Type()) || !tn.Exported() {
				continue
			}
			if n, ok := tn.Type().(*types.Named); !ok || n.TypeParams().Len() > 0 {
				continue
			}
			ptr := types.NewPointer(tn.Type())
			if !types.Implements(ptr, iface) {
				continue
			}
			if m, _, _ := types.LookupFieldOrMethod(ptr, false, fn.Pkg(), fn.Name()); m != nil {
				out = append(out, m.(*types.Func))
			}
		}
	}
	return out
}

// Import returns what is known of the functions of the packages that the
// package under analysis imports.
func Import(pass *analysis.Pass) Roles {
	out := Roles{map[string]Role{}, pass.Pkg.Imports()}
	if pass.ImportPackageFact == nil { // a driver without facts
		return out
	}
	for _, p := range out.imports {
		var f Fact
		if !pass.ImportPackageFact(p, &f) {
			continue
		}
		for duty, names := range map[Duty][]string{Verdict: f.Verdicts, QuietVerdict: f.Quiet, Guard: f.Guards} {
			for _, name := range names {
				out.roles[name] = Role{Duty: duty}
			}
		}
		for _, code := range f.Codes {
			out.roles[code.Func] = out.roles[code.Func].join(Role{Accepts: code.Accepts})
		}
		for _, fn := range f.Faulty {
			out.roles[fn.Func] = out.roles[fn.Func].join(Role{Faults: fn.Faults})
		}
	}
	return out
}

// Export writes down the roles of the exported functions of a package.
func Export(pass *analysis.Pass, roles map[*types.Func]Role) {
	var f Fact
	for fn, r := range roles {
		if !fn.Exported() {
			continue
		}
		switch r.Duty {
		case Verdict:
			f.Verdicts = append(f.Verdicts, fn.FullName())
		case QuietVerdict:
			f.Quiet = append(f.Quiet, fn.FullName())
		case Guard:
			f.Guards = append(f.Guards, fn.FullName())
		}
		if r.Accepts != "" {
			f.Codes = append(f.Codes, Code{fn.FullName(), r.Accepts})
		}
		if len(r.Faults) > 0 {
			f.Faulty = append(f.Faulty, Faulty{fn.FullName(), r.Faults})
		}
	}
	slices.Sort(f.Verdicts)
	slices.Sort(f.Quiet)
	slices.Sort(f.Guards)
	slices.SortFunc(f.Codes, func(a, b Code) int { return cmp.Compare(a.Func, b.Func) })
	slices.SortFunc(f.Faulty, func(a, b Faulty) int { return cmp.Compare(a.Func, b.Func) })
	if len(f.Verdicts)+len(f.Quiet)+len(f.Guards) > 0 && pass.ExportPackageFact != nil {
		pass.ExportPackageFact(&f)
	}
}
