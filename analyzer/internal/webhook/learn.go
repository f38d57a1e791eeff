package webhook

import (
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// learnRoles runs what importers can call by itself, if that was not done yet,
// only to see what it does for them. What is wrong with it is kept if nobody
// is told of it here.
func (c *checker) learnRoles(fns []*ssa.Function) {
	c.silent = true
	for _, fn := range fns {
		obj, ok := fn.Object().(*types.Func)
		switch {
		case !ok:
		case c.cfg.Shared && tellsVerdict(fn.Signature):
			c.learnFaults(fn, obj)
		case obj.Exported() && !c.rooted[fn]:
			c.runRoot(fn, false)
		}
	}
	c.learnInterfaces()
}

// learnFaults runs a function that tells whether a request is good, and judges
// it by itself.
func (c *checker) learnFaults(fn *ssa.Function, obj *types.Func) {
	problems, entries := c.problems, c.entries
	c.problems, c.entries, c.silent, c.checksAge = map[string]Problem{}, nil, false, false
	c.runRoot(fn, false)
	c.judge()
	if role := c.roles[obj]; role.Duty != NoDuty {
		for _, key := range slices.Sorted(maps.Keys(c.problems)) {
			p := c.problems[key]
			role = role.join(Role{Faults: []Fault{{p.Kind, p.How}}})
		}
		c.roles[obj] = role
	}
	c.problems, c.entries, c.silent = problems, entries, true
}

// learnInterfaces gives the methods of the package's interfaces the roles of
// what may be behind them.
func (c *checker) learnInterfaces() {
	scope := c.pkg.Pkg.Scope()
	for _, name := range scope.Names() {
		tn, ok := scope.Lookup(name).(*types.TypeName)
		if !ok || !types.IsInterface(tn.Type()) {
			continue
		}
		iface, ok := tn.Type().Underlying().(*types.Interface)
		if !ok {
			continue
		}
		for m := range iface.Methods() {
			for _, fn := range c.engine.Implementers(m) {
				if obj, ok := fn.Object().(*types.Func); ok && c.roles[obj].Duty != NoDuty {
					c.roles[m] = c.roles[m].join(c.roles[obj])
				}
			}
		}
	}
}
