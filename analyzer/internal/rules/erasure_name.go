package rules

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/precede"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// promises reports whether a function is one that suppresses by its name.
// Suppressed and Suppression are no commands.
func promises(name string) bool {
	rest, ok := strings.CutPrefix(strings.ToLower(name), "suppress")
	return ok && !strings.HasPrefix(rest, "ed") && !strings.HasPrefix(rest, "ion")
}

// byName reports whether a call says by the name of what it calls that it
// suppresses, unless its code is known and does nothing of the sort.
func (e *erasures) byName(call ssa.CallInstruction) bool {
	if !promises(e.flow.CalledName(call)) {
		return false
	}
	for _, d := range e.ops.Imported(call) {
		if d.Kind == precede.Suppresses {
			return false // what it does is known, or that it does nothing
		}
	}
	own := e.flow.Callees(call)
	for _, fn := range own {
		if !e.breaks(fn, map[*ssa.Function]bool{}) {
			return true
		}
	}
	return len(own) == 0
}

// breaks reports whether fn does nothing that could be what its name promises:
// all that it calls is known, and none of that asks anybody for something.
func (e *erasures) breaks(fn *ssa.Function, seen map[*ssa.Function]bool) bool {
	if seen[fn] {
		return true
	}
	seen[fn] = true
	for _, f := range withLiterals(fn) {
		for _, b := range f.Blocks {
			for _, in := range b.Instrs {
				if call, ok := in.(ssa.CallInstruction); ok && e.mayAsk(call, seen) {
					return false
				}
			}
		}
	}
	return true
}

// mayAsk reports whether a call may be, or lead to, a request to suppress.
func (e *erasures) mayAsk(call ssa.CallInstruction, seen map[*ssa.Function]bool) bool {
	own := e.flow.Callees(call)
	for _, fn := range own {
		if !e.breaks(fn, seen) {
			return true
		}
	}
	if _, builtin := call.Common().Value.(*ssa.Builtin); builtin || len(own) > 0 {
		return false
	}
	for _, d := range e.ops.Imported(call) {
		if d.Kind == precede.Suppresses {
			return d.Does()
		}
	}
	fn := calledFunc(call)
	switch {
	case fn == nil || fn.Pkg() == nil:
		return canFail(call.Common().Signature())
	case fn.Pkg().Path() == "net/http":
		return e.sends(call, fn)
	case ssautil.IsStandard(fn.Pkg().Path()):
		return false
	case customerio.IsSDK(fn.Pkg()):
		return fn.Name() == "Enqueue" || promises(fn.Name())
	}
	return canFail(fn.Signature())
}

func calledFunc(call ssa.CallInstruction) *types.Func {
	if c := call.Common(); c.IsInvoke() {
		return c.Method
	} else if fn := c.StaticCallee(); fn != nil {
		obj, _ := fn.Object().(*types.Func)
		return obj
	}
	return nil
}

// sends reports whether a function of net/http makes a request that suppresses
// or that is not known to be anything else, or sends one that was made elsewhere.
func (e *erasures) sends(call ssa.CallInstruction, fn *types.Func) bool {
	switch name := fn.Name(); {
	case name == "Do":
		return !e.makesRequest(call.Parent())
	case name != "Post" && !strings.HasPrefix(name, "NewRequest"):
		return false
	}
	requests := e.ops.Requests(call)
	for _, req := range requests {
		if row := req.Endpoint; row == nil || isSuppression(row.Path) || strings.HasPrefix(row.Path, "/api/v2/") {
			return true
		}
	}
	return len(requests) == 0
}

func (e *erasures) makesRequest(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			if call, ok := in.(ssa.CallInstruction); ok {
				if f := calledFunc(call); f != nil && strings.HasPrefix(f.FullName(), "net/http.NewRequest") {
					return true
				}
			}
		}
	}
	return false
}

// canFail: what asks somebody for something takes a context or returns an
// error; a logger does neither.
func canFail(sig *types.Signature) bool {
	for p := range sig.Params().Variables() {
		if types.TypeString(p.Type(), nil) == "context.Context" {
			return true
		}
	}
	for r := range sig.Results().Variables() {
		if isError(r.Type()) {
			return true
		}
	}
	return false
}

// keepPromises adds what the package's own functions suppress by their names:
// those whom their code is known to suppress, even if it does not do so always, or,
// if it does not tell, whoever is passed.
func (e *erasures) keepPromises() {
	p := &keeper{e: e, above: map[ssa.Instruction][]precede.Operation{}, done: map[ssa.CallInstruction]bool{}}
	for _, op := range e.suppressed {
		p.note(op)
	}
	for _, call := range e.promised {
		p.keep(call)
	}
}

// A keeper keeps promises, those of a function after those of its callees.
type keeper struct {
	e     *erasures
	above map[ssa.Instruction][]precede.Operation // what is suppressed, as callers see it
	done  map[ssa.CallInstruction]bool
}

func (k *keeper) note(op precede.Operation) {
	for _, x := range k.e.ops.Above(op) {
		k.above[x.At] = append(k.above[x.At], x)
	}
}

func (k *keeper) keep(call ssa.CallInstruction) {
	if k.done[call] {
		return
	}
	k.done[call] = true
	for _, inner := range k.within(call) {
		k.keep(inner)
	}
	before := len(k.e.suppressed)
	if known := k.above[call]; len(known) > 0 {
		k.e.suppress(known...)
	} else {
		k.e.suppressPassed(call)
	}
	for _, op := range k.e.suppressed[before:] {
		k.note(op)
	}
}

// within lists the promised calls that a call leads to.
func (k *keeper) within(call ssa.CallInstruction) []ssa.CallInstruction {
	seen := map[*ssa.Function]bool{}
	work := k.e.flow.Callees(call)
	var out []ssa.CallInstruction
	for len(work) > 0 {
		fn := work[0]
		work = work[1:]
		if seen[fn] {
			continue
		}
		seen[fn] = true
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				inner, ok := in.(ssa.CallInstruction)
				if !ok {
					continue
				}
				if slices.Contains(k.e.promised, inner) {
					out = append(out, inner)
				}
				work = append(work, k.e.flow.Callees(inner)...)
			}
		}
	}
	return out
}
