// Package precede answers what happens before what: whether, whenever
// something is done to somebody, something else was done to the same one
// before. The erasure rule asks it whether people are suppressed before they
// are deleted.
//
// Three notions carry it:
//
//   - An [Operation] is something done to somebody by a call. The rules say
//     which calls are operations; what a call that leads to one does is
//     worked out here, up the callers, and across packages by a [Fact].
//   - A [Subject] is whom an operation is about, by the values that the
//     identifier is made of. It tells whether two operations are about the
//     same one, not who that is.
//   - An [Order] has the operations of one kind that come first.
//     [Order.Before] asks the control-flow graph whether there is a way
//     around them, in the function of an operation and, where that does not
//     decide, in each of its callers. [Order.SurelyBefore] also asks whether
//     they may have failed unnoticed, [Order.StopsAtError] whether a loop over
//     many people ends at the first error.
//
// The engine is a [Core]. No bound makes anything count as done before: a
// subject that was not followed to its origin is the same as nobody, and an
// operation beyond a bound is one that did not happen, if it has to come
// first, and one that may happen to anybody, if it has to come after.
package precede

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/httpreq"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/text"
	"github.com/ciolint/ciolint/analyzer/internal/wire"
)

// A Core is the engine that knows what values hold, where they come from, and
// who calls whom.
type Core interface {
	httpreq.Core
	// Functions returns every function of the package that has a body.
	Functions() []*ssa.Function
	// SeenFrom is a content that depends on parameters of fn, as one call of
	// fn makes it.
	SeenFrom(c *content.Content, call ssa.CallInstruction, fn *ssa.Function) *content.Content
	// Imported returns the functions outside of the package that a call may
	// execute and of which facts may tell.
	Imported(c *ssa.CallCommon) []*types.Func
	// PortAt returns where the implementations are held that a call runs, and
	// which method of them; false if the package decides what the call runs.
	PortAt(call ssa.CallInstruction) (n wire.Node, method string, ok bool)
	// WireNode is where the implementations are held that v is, "" if it is none.
	WireNode(v ssa.Value) wire.Node
	// GivenAway reports whether a function is handed to another package that is
	// analysed: whoever calls it there is judged with it.
	GivenAway(fn *ssa.Function) bool
	// Place is the file and the line of an instruction, and its function, for
	// messages elsewhere.
	Place(in ssa.Instruction) (at, fn string)
}

// An Analysis knows the operations of one package. It is not safe for
// concurrent use.
type Analysis struct {
	core     Core
	texts    text.Reader
	requests *httpreq.Reader
	graph    *ssautil.Graph
	tally    *limit.Tally
	imported func(*types.Func) *Fact
	facts    map[*types.Func]*Fact
	byName   map[string]*Fact // of every function, by its name
}

// New returns an Analysis that asks core. The tally counts the bounds that
// are crossed; imported returns what another package's function does, nil if
// nothing is known.
func New(core Core, tally *limit.Tally, imported func(*types.Func) *Fact) *Analysis {
	return &Analysis{
		core:     core,
		texts:    text.Reader{Core: core, Tally: tally},
		requests: httpreq.New(core, tally),
		graph:    &ssautil.Graph{},
		tally:    tally,
		imported: imported,
		facts:    map[*types.Func]*Fact{},
		byName:   map[string]*Fact{},
	}
}
