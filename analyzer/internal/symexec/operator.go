package symexec

import (
	"go/constant"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// binop computes an operator.
func binop(st *State, in *ssa.BinOp) *Value {
	f := st.Top()
	a, b := f.Get(in.X), f.Get(in.Y)
	if v := foldBinary(in.Op, a.Const, b.Const); v != nil {
		return Constant(v)
	}
	switch in.Op {
	case token.EQL, token.NEQ, token.LSS, token.GTR, token.LEQ, token.GEQ:
		return relation(st, in, a, b)
	case token.ADD:
		if ssautil.IsStringType(in.X.Type()) {
			return FromParts(append(append([]Part(nil), st.Text(a)...), st.Text(b)...))
		}
	}
	v := Join(in.Type(), "("+a.Name+in.Op.String()+b.Name+")", a, b)
	if h := st.run.hooks.Arithmetic; h != nil {
		v = h(st, in, a, b, v)
	}
	return v
}

// foldBinary computes an operator on constants; nil if it cannot.
func foldBinary(op token.Token, a, b constant.Value) constant.Value {
	if a == nil || b == nil || a.Kind() != b.Kind() || a.Kind() == constant.Unknown {
		return nil
	}
	isBool, isNumber := a.Kind() == constant.Bool, a.Kind() == constant.Int || a.Kind() == constant.Float
	switch op {
	case token.EQL, token.NEQ:
		return constant.MakeBool(constant.Compare(a, op, b))
	case token.LSS, token.GTR, token.LEQ, token.GEQ:
		if isBool {
			return nil
		}
		return constant.MakeBool(constant.Compare(a, op, b))
	case token.SHL, token.SHR, token.AND_NOT:
		return nil
	case token.QUO, token.REM:
		return divide(op, a, b)
	case token.ADD:
		if isBool {
			return nil
		}
	default:
		if !isNumber || a.Kind() == constant.Float && op != token.SUB && op != token.MUL {
			return nil
		}
	}
	return constant.BinaryOp(a, op, b)
}

func divide(op token.Token, a, b constant.Value) constant.Value {
	switch {
	case a.Kind() != constant.Int && a.Kind() != constant.Float, constant.Sign(b) == 0:
		return nil
	case a.Kind() == constant.Int && op == token.QUO:
		return constant.BinaryOp(a, token.QUO_ASSIGN, b) // that of integers
	case a.Kind() == constant.Float && op == token.REM:
		return nil
	}
	return constant.BinaryOp(a, op, b)
}
