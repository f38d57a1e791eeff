package symexec

import (
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// slice is a part of a text, or a window into a buffer.
func slice(st *State, in *ssa.Slice) *Value {
	f := st.Top()
	v := f.Get(in.X)
	if s, ok := v.AsText(); ok {
		return sliceOfConstant(f, in, s)
	}
	if in.Low == nil && in.High == nil || in.High == nil && startsAtZero(f, in) {
		return v
	}
	if in.High != nil && startsAtZero(f, in) && ssautil.IsBytesType(in.Type()) {
		if h, ok := f.Get(in.High).AsInt(); ok && h == 0 {
			return Text("")
		}
	}
	if v.IsLocal() && v.Marks == 0 {
		return v // a window into a buffer
	}
	// A part of text: a prefix cut off, a buffer read to its length.
	out := v.Changed(func(c *Value) {
		if c.Marks&Exact != 0 && in.Low != nil {
			c.Marks = c.Marks&^Exact | Unknown
		}
	})
	if h := st.run.hooks.Slice; h != nil {
		out = h(st, in, v, out)
	}
	return out
}

func startsAtZero(f *Frame, in *ssa.Slice) bool {
	if in.Low == nil {
		return true
	}
	lo, ok := f.Get(in.Low).AsInt()
	return ok && lo == 0
}

func sliceOfConstant(f *Frame, in *ssa.Slice, s string) *Value {
	lo, hi := int64(0), int64(len(s))
	ok := true
	if in.Low != nil {
		lo, ok = f.Get(in.Low).AsInt()
	}
	if in.High != nil && ok {
		hi, ok = f.Get(in.High).AsInt()
	}
	if !ok || lo < 0 || hi > int64(len(s)) || lo > hi {
		return &Value{Name: "slice", Marks: Unknown}
	}
	return Text(s[lo:hi])
}
