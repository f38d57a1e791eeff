package symexec

import (
	"go/constant"
	"go/types"
	"maps"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// A loop is what a call keeps of the rounds of a loop, since it was entered.
// It never changes.
type loop struct {
	rounds int
	open   int // rounds in which something unknown was decided
	since  int // the step when the last round began
	// What the last round began with, kept from the second last round before a
	// limit on.
	phis   map[*ssa.Phi]*Value
	memory map[string]*Value
	// How many of the rounds since then changed something: phis, and places by
	// name.
	changes map[any]int
	atLimit bool
}

// jump goes on in block b, and reports whether the path does.
func jump(st *State, b *ssa.BasicBlock) bool {
	f := st.Top()
	f.goTo(b)
	switch {
	case !isLoopHead(b):
		return true
	case !b.Dominates(f.prev): // entered from outside
		f.loops[b] = loop{since: st.steps}
		return true
	}
	return nextRound(st, f, b)
}

// isLoopHead reports whether a block begins a loop: control flow comes back to
// it from a block that it dominates.
func isLoopHead(b *ssa.BasicBlock) bool {
	for _, p := range b.Preds {
		if b.Dominates(p) {
			return true
		}
	}
	return false
}

// nextRound begins another round of a loop, and reports whether there is one
// to follow. At a limit, what two rounds changed becomes unknown. When a round
// changes nothing else, all further rounds are like it, and the path ends: it
// has left the loop in every way.
func nextRound(st *State, f *Frame, head *ssa.BasicBlock) bool {
	l := f.loops[head]
	l.rounds++
	if f.decidedOpenly(l.since) {
		l.open++
	}
	l.since = st.steps
	reached := l.limit(0)
	changed := compareRound(st, f, &l, reached != nil)
	if reached != nil {
		if l.atLimit && !changed {
			return false
		}
		if !l.atLimit {
			l.atLimit = true
			st.run.tally.Reached(reached)
		}
	}
	if l.limit(changesToWiden) != nil {
		l.remember(f, st)
	}
	f.loops[head] = l
	return true
}

// changesToWiden is how often a round must change something before it becomes
// unknown at a limit: a flag that is set once keeps its value.
const changesToWiden = 2

// limit is the limit that the loop reaches in so many more rounds, or nil.
func (l *loop) limit(more int) *limit.Limit {
	switch {
	case l.open+more >= limit.SymexecRounds.Max:
		return limit.SymexecRounds
	case l.rounds+more >= limit.SymexecKnownRounds.Max:
		return limit.SymexecKnownRounds
	}
	return nil
}

// decidedOpenly reports whether something unknown decided a branch in the
// frame since a step.
func (f *Frame) decidedOpenly(since int) bool {
	for i := len(f.Branches) - 1; i >= 0 && f.Branches[i].Step >= since; i-- {
		if f.Branches[i].Open {
			return true
		}
	}
	return false
}

func (l *loop) remember(f *Frame, st *State) {
	l.phis = map[*ssa.Phi]*Value{}
	for _, in := range f.block.Instrs {
		if phi, ok := in.(*ssa.Phi); ok {
			l.phis[phi] = f.regs[phi]
		}
	}
	l.memory = maps.Clone(st.memory)
}

// compareRound counts what the last round changed, and reports whether it
// changed what was not unknown already. At a limit, it makes unknown what
// changed too often.
func compareRound(st *State, f *Frame, l *loop, atLimit bool) (changed bool) {
	changes := maps.Clone(l.changes)
	if changes == nil {
		changes = map[any]int{}
	}
	compare := func(of any, old, now *Value, name string) *Value {
		if changes[of] < changesToWiden {
			if isSame(old, now) {
				return now
			}
			changes[of]++
			changed = true
		}
		if atLimit && changes[of] >= changesToWiden {
			return widen(st, old, now, name)
		}
		return now
	}
	for _, in := range f.block.Instrs {
		if phi, ok := in.(*ssa.Phi); ok && l.phis != nil {
			f.regs[phi] = compare(phi, l.phis[phi], f.regs[phi], phi.Name())
		}
	}
	for _, place := range sortedKeys(l.memory) {
		if now := st.memory[place]; now != nil {
			st.memory[place] = compare(place, l.memory[place], now, place)
		}
	}
	l.changes = changes
	return changed
}

// isSame reports whether two values are known to be the same.
func isSame(a, b *Value) bool {
	switch {
	case a == b:
		return true
	case a == nil || b == nil || a.Fields != nil || b.Fields != nil || a.Elems != nil || b.Elems != nil:
		return false
	case a.Marks != b.Marks || a.Null != b.Null || a.Name != b.Name || a.Addr != b.Addr || a.Fn != b.Fn:
		return false
	case a.Const != nil || b.Const != nil:
		return sameConstant(a.Const, b.Const)
	}
	return a.Name != "" || a.Null == IsNil
}

func sameConstant(a, b constant.Value) bool {
	return a != nil && b != nil && a.Kind() == b.Kind() && a.ExactString() == b.ExactString()
}

// widen is an unknown value that stands for two and for others like them. What
// they have in common stays: that they are nil or not, their type, the
// function.
func widen(st *State, a, b *Value, name string) *Value {
	v := &Value{Name: st.Fresh(name), Marks: st.MarksOf(a) | st.MarksOf(b) | Unknown, Note: mixNotes(a.Note, b.Note)}
	if a.Null == b.Null {
		v.Null = b.Null
	}
	if a.Fn == b.Fn {
		v.Fn, v.Binds = b.Fn, b.Binds
	}
	if a.Dyn != nil && b.Dyn != nil && types.Identical(a.Dyn, b.Dyn) {
		v.Dyn = b.Dyn
	}
	if isTruth(a) || isTruth(b) {
		v.About = &Test{Key: "is:" + v.Name}
	}
	if a.Addr == "" && b.Addr == "" {
		return v
	}
	v.Addr = b.Addr
	if a.Addr != b.Addr {
		v.Addr = v.Name
		st.Havoc(v.Addr, &Value{Name: v.Name, Marks: v.Marks, Note: v.Note})
	}
	return v
}

func isTruth(v *Value) bool {
	_, ok := v.AsBool()
	return ok || v.About != nil
}
