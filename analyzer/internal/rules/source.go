package rules

import (
	"encoding/base64"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"
	"sync"

	"golang.org/x/tools/go/ast/astutil"
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

// source finds syntax by the positions that SSA keeps.
type source struct {
	files  []*ast.File
	once   sync.Once
	keys   map[token.Pos]ast.Expr // colon or bracket -> key of an entry
	values map[token.Pos]ast.Expr // colon or assigned field -> value
	calls  map[token.Pos]*ast.CallExpr
}

// key returns the expression to point at for something written at pos: the
// key of a composite literal's entry, the index of an assignment, the key
// argument of a setter. Nil if there is none.
func (s *source) key(pos token.Pos) ast.Expr {
	s.once.Do(s.index)
	if e := s.keys[pos]; e != nil {
		return e
	}
	if c := s.calls[pos]; c != nil {
		if len(c.Args) > 0 {
			return c.Args[0]
		}
		return c
	}
	return nil
}

// around returns the nodes around pos, innermost first.
func (s *source) around(pos token.Pos) []ast.Node {
	for _, f := range s.files {
		if pos.IsValid() && f.FileStart <= pos && pos < f.FileEnd {
			path, _ := astutil.PathEnclosingInterval(f, pos, pos+1)
			return path
		}
	}
	return nil
}

// value returns the expression that is written at pos: the value of a
// composite literal's entry, or the right side of an assignment to a field or
// an entry.
func (s *source) value(pos token.Pos) ast.Expr {
	s.once.Do(s.index)
	return s.values[pos]
}

func (s *source) index() {
	s.keys = map[token.Pos]ast.Expr{}
	s.values = map[token.Pos]ast.Expr{}
	s.calls = map[token.Pos]*ast.CallExpr{}
	for _, f := range s.files {
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.KeyValueExpr:
				s.keys[n.Colon] = n.Key
				s.values[n.Colon] = n.Value
			case *ast.AssignStmt:
				s.assigned(n)
			case *ast.IndexExpr:
				s.keys[n.Lbrack] = n.Index
			case *ast.CallExpr:
				s.calls[n.Lparen] = n
			}
			return true
		})
	}
}

// constant returns the expression that spells the constant k: the one next to
// the assignment that it came from, else one in the function at hand, else
// any in the package. A literal is preferred to the name of a constant.
func (s *source) constant(c *Check, inst *flow.Instance, k content.Const) ast.Expr {
	info, fn := c.Pass.TypesInfo, inst.Call.Parent()
	if e := c.payloadExpr(inst); e != nil && spells(info, e, k.Val) && rankOf(e, nil) > 1 {
		return e
	}
	return s.closest(info, fn, k, spells)
}

// holding returns the expression that spells k, a part of which is val, or a text
// that has val in it.
func (s *source) holding(c *Check, inst *flow.Instance, k content.Const, val string) ast.Expr {
	if e := s.constant(c, inst, k); e != nil || k.From != "" && k.From != content.TextInSource {
		return e
	}
	if k.Val = val; len(val) < minKey {
		return nil
	}
	return s.closest(c.Pass.TypesInfo, inst.Call.Parent(), k, contains)
}

// closest returns the expression, of those that match k, to point at.
func (s *source) closest(info *types.Info, fn *ssa.Function, k content.Const, match func(*types.Info, ast.Expr, string) bool) ast.Expr {
	var best ast.Expr
	rank, dist := 0, 0
	for _, f := range s.files {
		ast.Inspect(f, func(n ast.Node) bool {
			e, ok := n.(ast.Expr)
			if !ok || !match(info, e, k.Val) {
				return true
			}
			r, d := rankOf(e, fn), 0
			if k.Near.IsValid() {
				d = distance(e.Pos(), k.Near)
			}
			if best == nil || k.Near.IsValid() && d < dist || (!k.Near.IsValid() || d == dist) && r > rank {
				best, rank, dist = e, r, d
			}
			_, converted := e.(*ast.CallExpr)
			return converted
		})
	}
	return best
}

func distance(p, q token.Pos) int {
	if p < q {
		p, q = q, p
	}
	return int(p - q)
}

// spells reports whether e is the constant string val.
func spells(info *types.Info, e ast.Expr, val string) bool {
	tv, ok := info.Types[e]
	return ok && tv.Value != nil && tv.Value.Kind() == constant.String && (constant.StringVal(tv.Value) == val || bare(constant.StringVal(tv.Value)) == val)
}

// contains reports whether e is a constant string with val in it, as settings
// in one text have it, or in base64.
func contains(info *types.Info, e ast.Expr, val string) bool {
	tv, ok := info.Types[e]
	if !ok || tv.Value == nil || tv.Value.Kind() != constant.String {
		return false
	}
	text := constant.StringVal(tv.Value)
	if strings.Contains(text, val) {
		return true
	}
	plain, err := base64.StdEncoding.DecodeString(bare(text))
	return err == nil && strings.Contains(string(plain), val)
}

// rankOf prefers what is spelled out, and what is near.
func rankOf(e ast.Expr, fn *ssa.Function) int {
	r := 1
	switch ast.Unparen(e).(type) {
	case *ast.BasicLit, *ast.BinaryExpr:
		r = 3
	}
	if fn != nil && fn.Syntax() != nil && fn.Syntax().Pos() <= e.Pos() && e.End() <= fn.Syntax().End() {
		r++
	}
	return r
}

func (s *source) assigned(n *ast.AssignStmt) {
	if len(n.Lhs) != len(n.Rhs) {
		return
	}
	for i, lhs := range n.Lhs {
		switch lhs := ast.Unparen(lhs).(type) {
		case *ast.SelectorExpr:
			s.values[lhs.Sel.Pos()] = n.Rhs[i]
		case *ast.IndexExpr:
			s.values[lhs.Lbrack] = n.Rhs[i]
		}
	}
}
