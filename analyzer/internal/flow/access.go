package flow

import "golang.org/x/tools/go/ssa"

// Ask answers for one call as [Analysis.Instances] does, whatever the call is:
// for sinks that only the code around them makes one.
func (a *Analysis) Ask(call ssa.CallInstruction, s *Sink) []*Instance {
	args := arguments(call.Common())
	if s.Arg >= len(args) {
		return nil
	}
	inst := &Instance{Sink: s, Final: call, Call: call, Arg: s.Arg, Content: a.part(args[s.Arg], s, call)}
	return append([]*Instance{inst}, a.push(inst, map[string]bool{})...)
}

// Callees returns the functions of the package that a call may execute.
func (a *Analysis) Callees(call ssa.CallInstruction) []*ssa.Function { return a.callees(call) }

// Dependents returns the values of v's function that are computed from v, v
// among them: also what is stored in a local variable and loaded again.
func Dependents(v ssa.Value) map[ssa.Value]bool {
	out := map[ssa.Value]bool{}
	for work := []ssa.Value{v}; len(work) > 0 && len(out) < maxDependents; {
		x := work[len(work)-1]
		work = work[:len(work)-1]
		if out[x] || x.Referrers() == nil {
			continue
		}
		out[x] = true
		for _, ref := range *x.Referrers() {
			switch ref := ref.(type) {
			case *ssa.Store:
				if ref.Val == x {
					work = append(work, cellOf(ref.Addr))
				}
			case ssa.Value:
				work = append(work, ref)
			}
		}
	}
	return out
}

// maxDependents bounds how much one value is followed into: an error or a
// header has tens of dependents.
const maxDependents = 2000

// cellOf is the variable that an address lies in.
func cellOf(addr ssa.Value) ssa.Value {
	for {
		switch x := addr.(type) {
		case *ssa.FieldAddr:
			addr = x.X
		case *ssa.IndexAddr:
			addr = x.X
		default:
			return addr
		}
	}
}
