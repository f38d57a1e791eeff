package webhook

import (
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// reliesOn notes that a handler relies on what verifies in another package:
// its faults become the handler's, unless the handler makes up for them.
func reliesOn(st *state, c *call, role Role) {
	p := pathOf(st)
	for _, a := range c.Args {
		if st.MarksOf(a)&rewritten != 0 && inBody(st, a) {
			p.entry.signed = append(p.entry.signed, signed{Rewritten, c.In, c.In})
		}
	}
	if !slices.Contains(role.Faults, Fault{Kind: Replay}) {
		p.mayCheckAge()
	}
	for _, f := range role.Faults {
		problem := Problem{Kind: f.Kind, At: c.In, How: f.How, Via: callee(c)}
		switch f.Kind {
		case Replay:
			p.entry.readsTime = true
			p.entry.signedTime = append(p.entry.signedTime, signedTime{c.In, c.In, problem.Via})
		case EmptyKey:
			if key := argumentOf(c, f.How); key != nil {
				judgeKey(st, key)
			}
		case NoSignature:
			if empty, asked := st.Facts[emptySignature]; !asked || empty {
				p.check.problem(problem)
			}
		case NoTimestamp, Malformed:
			if empty, asked := st.Facts[emptyTimestamp]; !asked || empty {
				p.check.problem(problem)
			}
		default:
			p.check.problem(problem)
		}
	}
}

// argumentOf is what a call gives for a parameter; nil if there is none of that
// name.
func argumentOf(c *call, name string) *value {
	params := c.Fn.Signature().Params()
	for i := range params.Len() {
		if params.At(i).Name() == name && i < len(c.Args) {
			return c.Args[i]
		}
	}
	return nil
}

// relyOnKey notes what a function that verifies may have its key from: what it
// belongs to, and texts that are no part of the request.
func relyOnKey(st *state, c *call) {
	if c.Recv != nil && c.Recv.Name != "" {
		checkOf(st).keyless["nil:"+c.Recv.Name] = true
	}
	for i, a := range c.Args {
		if ssautil.HoldsText(c.Types[i]) && st.MarksOf(a) == 0 {
			checkOf(st).needsKey(a)
		}
	}
}

// callee is how a caller in another package names what it calls.
func callee(c *call) string {
	name := c.Fn.Pkg().Name() + "."
	if recv := c.Fn.Signature().Recv(); recv != nil {
		if n := ssautil.Named(recv.Type()); n != nil {
			name += n.Obj().Name() + "."
		}
	}
	return name + c.Fn.Name()
}
