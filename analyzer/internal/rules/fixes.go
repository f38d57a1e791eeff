package rules

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/fix"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

// wrapFix is the first fix: the payload goes through the sanitizer.
func (c *Check) wrapFix(inst *flow.Instance) []analysis.SuggestedFix {
	call, ok := inst.Call.(ssa.CallInstruction)
	e := c.payloadExpr(inst)
	if !ok || e == nil || !roleOf(inst).IsPayload() {
		return nil
	}
	if inst.Depth == 0 && len(inst.Sink.Path) > 0 {
		if !c.Flow.WrittenOnce(call, inst.Arg, inst.Sink.Path) {
			return nil // sanitizing what is written first is not enough
		}
	} else if !takesAttributes(call, inst.Arg) {
		return nil
	}
	_, function, _ := strings.Cut(remedy(inst), ".")
	return fix.Wrap(c.Pass, e, function)
}

// takesAttributes reports whether the parameter for argument arg (receiver
// counted) accepts what the sanitizer returns. A receiver does not, nor does
// a parameter of type any, which may expect one of its own map types.
func takesAttributes(call ssa.CallInstruction, arg int) bool {
	sig := call.Common().Signature()
	if sig.Recv() != nil || call.Common().IsInvoke() {
		arg--
	}
	if arg < 0 || arg >= sig.Params().Len() {
		return false
	}
	t := sig.Params().At(arg).Type()
	if sig.Variadic() && arg == sig.Params().Len()-1 {
		t = t.(*types.Slice).Elem()
	}
	m, ok := t.Underlying().(*types.Map)
	return ok && types.Identical(m, attributesType)
}

// attributesType is map[string]any.
var attributesType = types.NewMap(types.Typ[types.String], types.NewInterfaceType(nil, nil))
