package rules

import (
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/fix"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

// wrapFix is the first fix: the payload goes through the sanitizer.
func (c *Check) wrapFix(inst *flow.Instance) []analysis.SuggestedFix {
	e := c.payloadExpr(inst)
	if e == nil {
		return nil
	}
	if !roleOf(inst).IsPayload() {
		return nil
	}
	_, function, _ := strings.Cut(remedy(inst), ".")
	return fix.Wrap(c.Pass, e, function)
}
