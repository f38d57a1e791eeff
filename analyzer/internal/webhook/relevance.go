package webhook

import (
	"go/constant"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// findRelevant finds the functions that may have to do with webhooks: they
// take requests, name Customer.io's headers, make MACs, read the settings that
// those depend on, or use one that does.
func (c *checker) findRelevant() map[*ssa.Function]bool {
	out := map[*ssa.Function]bool{}
	users := map[*ssa.Function][]*ssa.Function{}
	for _, fn := range c.funcs {
		if c.isRelevantByItself(fn) {
			out[fn] = true
		}
		for _, used := range functionsUsed(fn) {
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

func (c *checker) isRelevantByItself(fn *ssa.Function) bool {
	for _, p := range fn.Params {
		if isRequest(p.Type()) || isHandler(p.Type()) {
			return true
		}
	}
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if call, ok := in.(ssa.CallInstruction); ok && c.isRelevantCall(call.Common()) {
				return true
			}
			if slices.ContainsFunc(in.Operands(nil), func(op *ssa.Value) bool { return namesHeader(*op) }) {
				return true
			}
		}
	}
	return false
}

// namesHeader reports whether an operand is the name of one of Customer.io's
// headers.
func namesHeader(v ssa.Value) bool {
	k, ok := v.(*ssa.Const)
	return ok && k.Value != nil && k.Value.Kind() == constant.String && headerValue(constant.StringVal(k.Value)) != nil
}

func (c *checker) isRelevantCall(call *ssa.CallCommon) bool {
	fn := call.StaticCallee()
	if fn == nil || fn.Pkg == nil || fn.Pkg == c.pkg {
		return false
	}
	path := fn.Pkg.Pkg.Path()
	if path == "os" {
		return fn.Name() == "Getenv" || fn.Name() == "LookupEnv"
	}
	return path == "crypto/hmac" || path == "crypto/subtle" || strings.HasSuffix(path, runtimePath) || c.importedRole(fn).Duty != NoDuty
}

// functionsUsed are the functions that a function uses, also as the ServeHTTP
// of what it makes a handler.
func functionsUsed(fn *ssa.Function) []*ssa.Function {
	out := ssautil.FunctionsUsed(fn)
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if m, ok := in.(*ssa.MakeInterface); ok {
				if h := served(fn, m.X.Type()); h != nil {
					out = append(out, h)
				}
			}
		}
	}
	return out
}

// served is the ServeHTTP of what becomes a handler.
func served(in *ssa.Function, t types.Type) *ssa.Function {
	fn := serveHTTP(t)
	if fn == nil || in.Pkg == nil || fn.Pkg() != in.Pkg.Pkg {
		return nil
	}
	return in.Prog.FuncValue(fn)
}

// mentionsWebhooks reports whether a function, or one that it uses, names
// Customer.io's headers or decodes its events.
func (c *checker) mentionsWebhooks(fn *ssa.Function) bool {
	seen := map[*ssa.Function]bool{}
	var visit func(fn *ssa.Function) bool
	visit = func(fn *ssa.Function) bool {
		if seen[fn] || !c.engine.IsOwn(fn) {
			return false
		}
		seen[fn] = true
		return mentionsWebhooksItself(fn) || slices.ContainsFunc(fn.AnonFuncs, visit) ||
			slices.ContainsFunc(functionsUsed(fn), visit) || slices.ContainsFunc(c.invoked(fn), visit)
	}
	return visit(fn)
}

func mentionsWebhooksItself(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if v, ok := in.(ssa.Value); ok && isEvent(v.Type()) {
				return true
			}
			if slices.ContainsFunc(in.Operands(nil), func(op *ssa.Value) bool { return namesHeader(*op) }) {
				return true
			}
		}
	}
	return false
}

// invoked are the functions of the package that a function may call through
// interfaces.
func (c *checker) invoked(fn *ssa.Function) []*ssa.Function {
	var out []*ssa.Function
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if call, ok := in.(ssa.CallInstruction); ok && call.Common().IsInvoke() {
				out = append(out, c.engine.Implementers(call.Common().Method)...)
			}
		}
	}
	return out
}
