package flow

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// takenOut lets what was read from p before in overwrites it stand for what
// was there: list := b.list; b.list = nil. What a parameter brings is referred to
// by the place that it was read from, which now holds something else.
func (f *frame) takenOut(in *ssa.Store, p place, val *value, s *state) *state {
	t := ssautil.PointedTo(in.Addr.Type())
	if p.path == nil || !isReference(t) || slices.Contains(val.refs, p) {
		return s
	}
	old := f.node(s, p)
	if !old.isOpen() {
		return s
	}
	reads := f.readsBefore(in, p)
	if len(reads) == 0 {
		return s
	}
	o, s := f.made(in, objectKey{in, "taken out"}, object{kind: allocated, typ: t}, s)
	s = s.with(o, old)
	for _, v := range reads {
		f.set(v, refTo(place{obj: o}), s)
	}
	return s
}

// readsBefore returns the reads of p that certainly come before in.
func (f *frame) readsBefore(in *ssa.Store, p place) []ssa.Value {
	var out []ssa.Value
	for b := in.Block(); b != nil; b = b.Idom() {
		for _, x := range b.Instrs {
			if x == ssa.Instruction(in) {
				break
			}
			if u, ok := x.(*ssa.UnOp); ok && u.Op == token.MUL && f.env[u] != nil && slices.Contains(f.env[u].refs, p) {
				out = append(out, u)
			}
		}
	}
	return out
}
