package flow

import (
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// Ask answers for one call as [Analysis.Instances] does, whatever the call is:
// for sinks that only the code around them makes one.
func (a *Analysis) Ask(call ssa.CallInstruction, s *Sink) []*Instance {
	args := ssautil.Args(call.Common())
	if s.Arg >= len(args) {
		return nil
	}
	inst := &Instance{Sink: s, Final: call, Call: call, Arg: s.Arg, Content: a.part(args[s.Arg], s, call)}
	return append([]*Instance{inst}, a.push(inst, map[string]bool{})...)
}
