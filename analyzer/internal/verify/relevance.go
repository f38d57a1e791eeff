package verify

import (
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// findMatters finds the functions that may have to do with webhooks: they
// take requests, name Customer.io's headers, make MACs, or use one that does.
func (c *checker) findMatters() map[*ssa.Function]bool {
	out := map[*ssa.Function]bool{}
	users := map[*ssa.Function][]*ssa.Function{}
	for _, fn := range c.funcs {
		if c.isSeed(fn) {
			out[fn] = true
		}
		for _, used := range uses(fn) {
			users[used] = append(users[used], fn)
		}
		if p := fn.Parent(); p != nil {
			users[fn] = append(users[fn], p)
		}
	}
	work := slices.Collect(maps.Keys(out))
	for len(work) > 0 {
		fn := work[len(work)-1]
		work = work[:len(work)-1]
		for _, u := range users[fn] {
			if !out[u] {
				out[u] = true
				work = append(work, u)
			}
		}
	}
	return out
}

func (c *checker) isSeed(fn *ssa.Function) bool {
	for _, p := range fn.Params {
		if isRequest(p.Type()) || isHandler(p.Type()) {
			return true
		}
	}
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if call, ok := in.(ssa.CallInstruction); ok && c.isSeedCall(call.Common()) {
				return true
			}
			for _, op := range in.Operands(nil) {
				if k, ok := (*op).(*ssa.Const); ok && k.Value != nil {
					if s, ok := constOf(k.Value).string(); ok && headerValue(s) != nil {
						return true
					}
				}
			}
		}
	}
	return false
}

func (c *checker) isSeedCall(call *ssa.CallCommon) bool {
	fn := call.StaticCallee()
	if fn == nil || fn.Pkg == nil || fn.Pkg == c.pkg {
		return false
	}
	switch fn.Pkg.Pkg.Path() {
	case "crypto/hmac", "crypto/subtle":
		return true
	}
	if strings.HasSuffix(fn.Pkg.Pkg.Path(), runtimePath) {
		return true
	}
	obj := funcObject(fn)
	return obj != nil && c.cfg.Imported(obj) != NoRole
}

// uses are the functions that a function calls or takes as values.
func uses(fn *ssa.Function) []*ssa.Function {
	var out []*ssa.Function
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			for _, op := range in.Operands(nil) {
				if used, ok := (*op).(*ssa.Function); ok {
					out = append(out, used)
					out = append(out, behindWrapper(used)...)
				}
			}
			if m, ok := in.(*ssa.MakeInterface); ok {
				out = append(out, served(fn, m.X.Type())...)
			}
		}
	}
	return out
}

// behindWrapper are the functions that a wrapper (a method value, a method
// expression) calls, and what an instance was made of.
func behindWrapper(fn *ssa.Function) []*ssa.Function {
	if o := fn.Origin(); o != nil {
		return []*ssa.Function{o}
	}
	if fn.Synthetic == "" {
		return nil
	}
	var out []*ssa.Function
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if call, ok := in.(ssa.CallInstruction); ok {
				if used := call.Common().StaticCallee(); used != nil {
					out = append(out, used)
				}
			}
		}
	}
	return out
}

// served is the ServeHTTP of what becomes a handler.
func served(in *ssa.Function, t types.Type) []*ssa.Function {
	fn := serveHTTP(t)
	if fn == nil || in.Pkg == nil || fn.Pkg() != in.Pkg.Pkg {
		return nil
	}
	if f := in.Prog.FuncValue(fn); f != nil {
		return []*ssa.Function{f}
	}
	return nil
}
