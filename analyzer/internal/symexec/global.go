package symexec

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// Initialize runs the package's initialisation, so that package-level
// variables hold in all later runs what their declaration says, and what it
// asked on all its paths stays decided. Variables that one of the functions may
// change come from outside.
func (e *Engine) Initialize(funcs []*ssa.Function, data Data) {
	init := e.pkg.Func("init")
	if init == nil || init.Blocks == nil {
		return
	}
	var most map[string]*Value // the path that set most
	e.Start(data).Enter(init, nil, nil, func(st *State, _ *Value) {
		e.decided = inCommon(e.decided, st.Facts)
		if len(st.memory) > len(most) {
			most = st.memory
		}
	})
	for g := range changedGlobals(funcs) {
		maps.DeleteFunc(most, func(k string, _ *Value) bool {
			rest, ok := strings.CutPrefix(k, g)
			return ok && belongs(rest)
		})
	}
	e.globals = map[string]*Value{}
	for k, v := range most {
		e.globals[frozenPlace(k)] = frozen(v)
	}
}

// inCommon are the facts that two paths share, but for those about what is
// numbered, as the numbers are those of one run. Without a first path, they
// are those of the other.
func inCommon(a, b map[string]bool) map[string]bool {
	out := map[string]bool{}
	for key, holds := range b {
		if other, ok := a[key]; (ok && other == holds || a == nil) && !numbered.MatchString(key) {
			out[key] = holds
		}
	}
	return out
}

var numbered = regexp.MustCompile(`~|\bo\d`)

// frozenPlace renames a place that the initialisation made, so that no run
// makes another of that name.
func frozenPlace(addr string) string {
	if isLocal(addr) {
		return "o0" + addr[1:]
	}
	return addr
}

func frozen(v *Value) *Value {
	return v.Changed(func(c *Value) {
		c.Addr, c.Name = frozenPlace(c.Addr), frozenPlace(c.Name)
		c.Binds, c.Elems = frozenList(c.Binds), frozenList(c.Elems)
		if c.Fields != nil {
			c.Fields = maps.Clone(c.Fields)
			for k, f := range c.Fields {
				c.Fields[k] = frozen(f)
			}
		}
	})
}

func frozenList(vs []*Value) []*Value {
	vs = slices.Clone(vs)
	for i, v := range vs {
		vs[i] = frozen(v)
	}
	return vs
}

// changedGlobals are the places of the package-level variables that something
// else than their declaration may change.
func changedGlobals(funcs []*ssa.Function) map[string]bool {
	out := map[string]bool{}
	for _, fn := range funcs {
		if fn.Name() == "init" && fn.Synthetic != "" {
			continue
		}
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				for _, op := range in.Operands(nil) {
					if g, ok := (*op).(*ssa.Global); ok && !ssautil.OnlyReadsThrough(in, g) {
						out[globalPlace(g)] = true
					}
				}
			}
		}
	}
	return out
}
