package webhook

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// A Fact tells the importers of a package which of its functions verify
// webhooks of Customer.io, by their full names.
type Fact struct {
	Verdicts []string
	Quiet    []string // verdicts that may be bad without an error, by a truth value alone
	Guards   []string
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
	return strings.Join(out, "; ")
}

// Roles are the roles of functions by their full names.
type Roles map[string]Role

// Of is the role of a function, NoRole if nothing is known of it.
func (r Roles) Of(fn *types.Func) Role {
	if fn == nil {
		return NoRole
	}
	return r[fn.FullName()]
}

// Import returns what is known of the functions of the packages that the
// package under analysis imports.
func Import(pass *analysis.Pass) Roles {
	out := Roles{}
	if pass.ImportPackageFact == nil { // a driver without facts
		return out
	}
	for _, p := range pass.Pkg.Imports() {
		var f Fact
		if !pass.ImportPackageFact(p, &f) {
			continue
		}
		for _, name := range f.Verdicts {
			out[name] = Verdict
		}
		for _, name := range f.Quiet {
			out[name] = QuietVerdict
		}
		for _, name := range f.Guards {
			out[name] = Guard
		}
	}
	return out
}

// Export writes down the roles of the exported functions of a package.
func Export(pass *analysis.Pass, roles map[*types.Func]Role) {
	var f Fact
	for fn, r := range roles {
		switch {
		case !fn.Exported():
		case r == Verdict:
			f.Verdicts = append(f.Verdicts, fn.FullName())
		case r == QuietVerdict:
			f.Quiet = append(f.Quiet, fn.FullName())
		case r == Guard:
			f.Guards = append(f.Guards, fn.FullName())
		}
	}
	slices.Sort(f.Verdicts)
	slices.Sort(f.Quiet)
	slices.Sort(f.Guards)
	if len(f.Verdicts)+len(f.Quiet)+len(f.Guards) > 0 && pass.ExportPackageFact != nil {
		pass.ExportPackageFact(&f)
	}
}
