package rules

import (
	"go/constant"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// macKey is the key of hmac.New where a Customer.io webhook is verified.
var macKey = &flow.Sink{Arg: 1, Info: customerio.SinkInfo{Name: "hmac.New", Role: customerio.Credential, Label: "webhook signing key"}}

// handWritten judges the keys of MACs in a package that verifies webhooks
// by itself.
func handWritten(c *Check) []analysis.Diagnostic {
	if !c.imports("crypto/hmac") {
		return nil
	}
	v := verifying(c.Flow)
	var out []analysis.Diagnostic
	for call := range c.Flow.Calls() {
		if fn := call.Common().StaticCallee(); fn == nil || fn.String() != "crypto/hmac.New" || !v[topOf(call.Parent())] {
			continue
		}
		for _, inst := range c.Flow.Ask(call, macKey) {
			out = append(out, checkCredential(c, inst)...)
		}
	}
	return out
}

// imports reports whether the package imports what has the path, vendored or not.
func (c *Check) imports(path string) bool {
	return slices.ContainsFunc(c.Pass.Pkg.Imports(), func(p *types.Package) bool { return strings.HasSuffix(p.Path(), path) })
}

func topOf(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}

// verifying returns the functions that have to do with verification: those
// that read a header of Customer.io, what they call, and what is called with
// something that they return. A package may well make other MACs.
func verifying(a *flow.Analysis) map[*ssa.Function]bool {
	v := map[*ssa.Function]bool{}
	readers := map[*ssa.Function]bool{}
	for _, fn := range a.Functions() {
		if namesHeader(fn) {
			readers[topOf(fn)] = true
		}
	}
	for fn := range readers {
		addCallees(a, fn, v)
	}
	for call := range a.Calls() {
		for _, callee := range a.Callees(call) {
			if readers[callee] && call.Value() != nil && tellsText(call.Value().Type()) {
				addUsers(a, call.Value(), v)
			}
		}
	}
	return v
}

// addCallees adds fn and what it calls, function literals included.
func addCallees(a *flow.Analysis, fn *ssa.Function, to map[*ssa.Function]bool) {
	if to[topOf(fn)] {
		return
	}
	to[topOf(fn)] = true
	for _, f := range withLiterals(topOf(fn)) {
		for _, b := range f.Blocks {
			for _, in := range b.Instrs {
				if call, ok := in.(ssa.CallInstruction); ok {
					for _, callee := range a.Callees(call) {
						addCallees(a, callee, to)
					}
				}
			}
		}
	}
}

func withLiterals(fn *ssa.Function) []*ssa.Function {
	out := []*ssa.Function{fn}
	for _, f := range fn.AnonFuncs {
		out = append(out, withLiterals(f)...)
	}
	return out
}

// addUsers adds the function around the call v, which knows what was read from
// a header, and the functions that it tells.
func addUsers(a *flow.Analysis, v ssa.Value, to map[*ssa.Function]bool) {
	for x := range ssautil.Dependents(v) {
		if call, ok := x.(ssa.CallInstruction); ok && x != v {
			for _, callee := range a.Callees(call) {
				addCallees(a, callee, to)
			}
		}
	}
	to[topOf(v.Parent())] = true
}

// tellsText: a result that is more than a verdict.
func tellsText(t types.Type) bool {
	for _, r := range tupleTypes(t) {
		if !isBool(r) && !isError(r) {
			return true
		}
	}
	return false
}

// namesHeader reports whether fn mentions one of the headers of Customer.io.
func namesHeader(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			for _, op := range in.Operands(nil) {
				if k, ok := (*op).(*ssa.Const); ok && k.Value != nil && constantHeader(k) {
					return true
				}
			}
		}
	}
	return false
}

func constantHeader(k *ssa.Const) bool {
	b, ok := k.Type().Underlying().(*types.Basic)
	if !ok || b.Info()&types.IsString == 0 {
		return false
	}
	name := constant.StringVal(k.Value)
	return strings.EqualFold(name, "X-CIO-Signature") || strings.EqualFold(name, "X-CIO-Timestamp")
}
