package ssautil

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// Parity tells whether v is always even (0) or always odd (1): i, and i+1, in
// "for i := 0; i < n; i += 2".
func Parity(v ssa.Value) (p int64, ok bool) {
	if n, ok := Int(v); ok {
		return n & 1, true
	}
	switch v := v.(type) {
	case *ssa.BinOp:
		if v.Op != token.ADD && v.Op != token.SUB {
			return 0, false
		}
		if _, self := v.X.(*ssa.BinOp); self {
			return 0, false // sums of sums are no index of a pair
		}
		x, ok1 := Parity(v.X)
		y, ok2 := Parity(v.Y)
		return (x + y) & 1, ok1 && ok2
	case *ssa.Phi:
		return steppedByTwo(v)
	}
	return 0, false
}

// steppedByTwo is the parity of a loop variable that starts at a constant and
// changes by an even number.
func steppedByTwo(v *ssa.Phi) (int64, bool) {
	start, stepped := int64(-1), false
	for _, e := range v.Edges {
		if step, ok := e.(*ssa.BinOp); ok && step.Op == token.ADD && step.X == ssa.Value(v) {
			n, ok := Int(step.Y)
			stepped = ok && n != 0 && n&1 == 0
			if !stepped {
				return 0, false
			}
			continue
		}
		n, ok := Int(e)
		if !ok || start >= 0 && start != n&1 {
			return 0, false
		}
		start = n & 1
	}
	return start, stepped && start >= 0
}
