package flow

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// maxVariants bounds how many calls of one package get an analysis of their
// own; the calls beyond share one, in which callbacks of all callers mix.
const maxVariants = 400

// variant returns the analysis in which fn is called by call alone. A
// function that is given functions does what they do: with all callers at
// once, the callback of one would answer for another.
func (a *Analysis) variant(fn *ssa.Function, call ssa.CallInstruction) *Analysis {
	if !ssautil.TakesFunctions(fn) || a.only[fn] != nil {
		return a
	}
	const deep = 4 // callbacks that are passed on and on
	if len(a.only) >= deep {
		return a
	}
	id := a.variantID() + fmt.Sprintf("%s@%d in %s;", fn, call.Pos(), call.Parent())
	if v := a.root.variants[id]; v != nil {
		return v
	}
	if len(a.root.variants) >= maxVariants {
		return a
	}
	v := *a
	v.only = maps.Clone(a.only)
	if v.only == nil {
		v.only = map[*ssa.Function]ssa.CallInstruction{}
	}
	v.only[fn] = call
	v.forget()
	a.root.variants[id] = &v
	return &v
}

func (a *Analysis) variantID() string {
	var ids []string
	for fn, call := range a.only {
		ids = append(ids, fmt.Sprintf("%s@%d in %s;", fn, call.Pos(), call.Parent()))
	}
	slices.Sort(ids)
	return strings.Join(ids, "")
}

// callsOf returns the static calls of fn that count.
func (a *Analysis) callsOf(fn *ssa.Function) []ssa.CallInstruction {
	if call := a.only[fn]; call != nil {
		return []ssa.CallInstruction{call}
	}
	return a.callers[fn]
}
