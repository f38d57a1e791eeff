package webhook

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// hooks are what package symexec learns of webhooks.
func hooks(c *checker) symexec.Hooks {
	return symexec.Hooks{
		ValueHooks: symexec.ValueHooks{
			External: external,
			Field:    fieldMarks,
			Result:   resultOf,
			OnePiece: isOnePiece,
			Apart:    isRequestPlace,
		},
		InstructionHooks: symexec.InstructionHooks{
			Compare:    compareOperator,
			Relation:   relation,
			Arithmetic: arithmetic,
			Unary:      negated,
			SameLength: sameLength,
			Empty:      emptyAnswer,
			EmptyKey:   emptyKey,
			Lookup:     lookup,
			Range:      rangeHeaders,
			Slice:      sliced,
			Builtin:    builtin,
			Stores:     noteStore,
			Writes:     noteWrite,
			Absorbs:    isHash,
		},
		CallHooks: symexec.CallHooks{
			Called:     noteAbort,
			Enters:     enters,
			Entering:   entering,
			Dynamic:    callBehind,
			Adapts:     func(c *call) bool { return c.Name == "ServeHTTP" },
			Implements: mayImplement,
			Foreign:    foreign,
			Returned:   noteReturn,
		},
		PathHooks: symexec.PathHooks{
			Settled: func(st *state) bool { return pathOf(st).verdict == good },
			Group:   groupOf,
			Widened: widened,
		},
	}
}

// isOnePiece reports whether the text of a value is not taken apart: what was
// read from the signature's header, and hashes.
func isOnePiece(v *value) bool {
	return noteOf(v).sum != nil || v.Marks&(signature|unknown) == signature && !v.Known
}

// lookup reads a map: a header under its name, or an event's key.
func lookup(st *state, in *ssa.Lookup, m *value, key string, t types.Type) (v, ok *value) {
	if v := copiedHeader(st, m, key); v != nil {
		return v, symexec.Decide(st, symexec.EmptyKey(st, v), true)
	}
	if ssautil.HoldsText(t) && !m.IsLocal() {
		if v := headerValue(key); v != nil {
			entryOf(st).readsHeader(v, in)
			return v, symexec.Decide(st, symexec.EmptyKey(st, v), true)
		}
		if isRequestPlace(m.Name) && tellsSender.MatchString(key) {
			v := senderValue(key)
			return v, symexec.Answer(symexec.EmptyKey(st, v), true)
		}
	}
	if inBody(st, m) {
		entryOf(st).readsKey(key)
	}
	return nil, nil
}

// sliced notes that a part of a MAC proves little: it is a few bytes long, or
// as long as the signature that it is to be compared with.
func sliced(st *state, in *ssa.Slice, v, out *value) *value {
	if noteOf(v).sum == nil || v.Marks&signature != 0 || in.High == nil {
		return out
	}
	high := st.Top().Get(in.High)
	short := high.LenOf != nil && high.LenOf.Marks&signature != 0 && !st.Facts[asLongAsMAC]
	if n, ok := high.AsInt(); ok {
		short = n < leastLeft || n < 2*leastLeft && ssautil.IsStringType(in.Type())
	}
	if !short {
		return out
	}
	return annotated(out, func(n *note) { n.short = true })
}

// builtin knows that the minimum of a number and the signature's length is at
// most that.
func builtin(st *state, name string, args []*value) *value {
	if name != "min" {
		return nil
	}
	for _, a := range args {
		if a.LenOf != nil && a.LenOf.Marks&signature != 0 {
			return symexec.Join(nil, st.Fresh("bound"), args...).Changed(func(v *value) { v.LenOf = a.LenOf })
		}
	}
	return nil
}

// noteReturn notes that a function reported what it decided: a missing key is
// refused if the function that verifies says no. If its caller says yes all
// the same, that is decided there.
func noteReturn(st *state, f *symexec.Frame, res *value) {
	says := answerOf(st, f.Fn.Signature, res)
	if says == unclear {
		return
	}
	by := pathOf(st).rejectedBy
	for key, at := range st.Sites {
		switch {
		case says == rejects && (by[key] != nil || at.Parent() == f.Fn):
			by[key] = f.Fn
		case says == accepts && by[key] != nil:
			delete(by, key)
			delete(st.Sites, key)
			if n := len(f.Branches); n > 0 && symexec.InSource(f.Branches[n-1].At) {
				st.Sites[key] = f.Branches[n-1].At
			}
		}
	}
}
