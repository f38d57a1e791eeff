package rules

import (
	"go/ast"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

// path tells how a value gets to the sink: where it was read, under which
// key it was put, which functions pass it on, and the sink. A step that has
// no place in the source is left out.
func (c *Check) path(inst *flow.Instance, o *content.Origin, ch *content.Child) []analysis.RelatedInformation {
	if inst.Wiring != nil {
		return wiredPath(inst)
	}
	var steps []analysis.RelatedInformation
	if o != nil && o.Pos.IsValid() {
		steps = append(steps, analysis.RelatedInformation{Pos: o.Pos, Message: o.Name + " is read here"})
	}
	if o != nil && o.At.IsValid() {
		steps = append(steps, analysis.RelatedInformation{Pos: o.At, Message: "passed here"})
	}
	if ch != nil && ch.Pos.IsValid() {
		text := "put into the payload here"
		if ch.Known {
			text = "put under " + quoted(ch.Key) + " here"
		}
		steps = append(steps, analysis.RelatedInformation{Pos: ch.Pos, Message: text})
	}
	if inst.Depth > 0 {
		steps = append(steps, analysis.RelatedInformation{Pos: inst.Call.Pos(), Message: "passed on here"})
	}
	var hops []analysis.RelatedInformation
	for s := inst.Via; s != nil; s = s.Prev {
		hops = append(hops, analysis.RelatedInformation{Pos: s.Pos, Message: s.Text})
	}
	if len(hops) > 0 {
		hops = hops[:len(hops)-1] // the last is the sink itself
	}
	slices.Reverse(hops)
	steps = append(steps, hops...)
	verb := "sent by "
	if roleOf(inst) == customerio.Credential {
		verb = "used by "
	}
	text := verb + sinkOf(inst)
	if inst.Through != "" {
		text += ", through " + inst.Through
	}
	steps = append(steps, analysis.RelatedInformation{Pos: inst.Final.Pos(), Message: text})
	return slices.DeleteFunc(steps, func(s analysis.RelatedInformation) bool { return !s.Pos.IsValid() })
}

// payloadExpr is the expression to change so that the sink gets something
// else: the value of the request's field if it is set next to the call, else
// the argument.
func (c *Check) payloadExpr(inst *flow.Instance) ast.Expr {
	call, ok := inst.Call.(ssa.CallInstruction)
	if !ok || inst.Arg < 0 {
		return nil
	}
	if inst.Depth == 0 && len(inst.Sink.Path) > 0 {
		if e := c.source.value(c.Flow.WrittenAt(call, inst.Arg, inst.Sink.Path)); e != nil {
			return e
		}
	}
	return c.Flow.ArgumentExpr(call, inst.Arg)
}
