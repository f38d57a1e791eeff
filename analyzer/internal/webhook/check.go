package webhook

import (
	"fmt"
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// Config is what is known of other packages.
type Config struct {
	Imported func(*types.Func) Role // nil if nothing is known
	Own      bool                   // the package has to do with Customer.io by its own words, or Shared
	Shared   bool                   // it verifies, and does not say whom; its problems are its importers'
	Limits   *limit.Tally           // counts the limits that are reached; may be nil
}

// A Result is what was found in a package.
type Result struct {
	Problems []Problem            // in the order of the source
	Roles    map[*types.Func]Role // of the package's functions
}

// checker is what is known of one package.
type checker struct {
	cfg       Config
	pkg       *ssa.Package
	funcs     []*ssa.Function
	engine    *symexec.Engine
	relevant  map[*ssa.Function]bool // may have to do with requests
	rooted    map[*ssa.Function]bool // run by itself
	comparers map[*ssa.Function]bool // compare the signature, or call what does
	outside   *entry                 // stands for no request
	entries   []*entry
	judging   *entry                       // the one that is judged, if that has begun
	keyless   map[string]bool              // tests that hold if there is no key
	settings  map[string][]ssa.Instruction // where variables of the environment are read, by the names of their values
	checksAge bool                         // somewhere in the package the timestamp meets the clock
	silent    bool                         // problems are known already
	problems  map[string]Problem
	roles     map[*types.Func]Role
}

// Package runs the handlers of a package.
func Package(pkg *ssa.Package, funcs []*ssa.Function, cfg Config) Result {
	if cfg.Imported == nil {
		cfg.Imported = func(*types.Func) Role { return Role{} }
	}
	c := &checker{
		cfg: cfg, pkg: pkg, funcs: funcs,
		rooted: map[*ssa.Function]bool{}, comparers: map[*ssa.Function]bool{},
		outside: &entry{keys: map[string]bool{}}, keyless: map[string]bool{}, settings: map[string][]ssa.Instruction{},
		problems: map[string]Problem{}, roles: map[*types.Func]Role{},
	}
	c.relevant = c.findRelevant()
	if len(c.relevant) == 0 {
		return Result{}
	}
	c.engine = symexec.New(pkg, hooks(c), cfg.Limits)
	c.engine.Initialize(funcs, c.newPath())
	c.run()
	var out []Problem
	for _, k := range slices.Sorted(maps.Keys(c.problems)) {
		out = append(out, c.problems[k])
	}
	return Result{out, c.roles}
}

func (c *checker) problem(p Problem) {
	key := string(p.Kind)
	switch {
	case c.silent:
		return
	case p.Handler != nil:
		key = fmt.Sprintf("%09d %s", p.Handler.Pos(), key)
	case p.At == nil:
		return
	default:
		key = ssautil.InstructionKey(p.At) + " " + key
	}
	p.Handlers = c.problems[key].Handlers
	if c.judging != nil {
		p = p.reachedFrom(c.judging.fn)
	}
	c.problems[key] = p
}

// run runs what nobody in the package uses, and then what was not reached from
// there: first what registers handlers, so that a handler is known with the
// middleware around it.
func (c *checker) run() {
	used := map[*ssa.Function]bool{}
	for _, fn := range c.funcs {
		for _, u := range functionsUsed(fn) {
			if u != fn {
				used[u] = true
			}
		}
		if fn.Parent() != nil {
			used[fn] = true
		}
	}
	rank := func(fn *ssa.Function) int {
		r := 0
		if takesRequest(fn) {
			r += 2
		}
		if used[fn] {
			r += 4
		}
		return r
	}
	todo := slices.DeleteFunc(slices.Clone(c.funcs), func(fn *ssa.Function) bool {
		return !c.relevant[fn] || fn.Blocks == nil || fn.TypeParams().Len() > 0 && len(fn.TypeArgs()) == 0
	})
	slices.SortStableFunc(todo, func(a, b *ssa.Function) int { return rank(a) - rank(b) })
	for _, fn := range todo {
		if !c.engine.Entered(fn) {
			c.runRoot(fn, used[fn])
			c.rooted[fn] = true
		}
	}
	c.judge()
	c.learnRoles(todo)
}
