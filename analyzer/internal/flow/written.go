package flow

import (
	"go/ast"
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// WrittenAt returns where the part at p of an argument was set before the
// call, if that is in view: the last such place.
func (a *Analysis) WrittenAt(call ssa.CallInstruction, arg int, p content.Path) token.Pos {
	pos := token.NoPos
	for _, e := range a.writesOf(call, arg, p) {
		pos = max(pos, e.pos)
	}
	return pos
}

// WrittenOnce reports whether nothing else is done to the part at p of an
// argument before the call, so that changing what is written there is enough.
func (a *Analysis) WrittenOnce(call ssa.CallInstruction, arg int, p content.Path) bool {
	es := a.writesOf(call, arg, p)
	if len(es) > 1 {
		return false
	}
	f := a.frameOf(call.Parent())
	s := f.moments(call)[0]
	for _, e := range es {
		for _, q := range e.val.refs {
			if f.node(s, q).writtenAfter(max(e.pos, a.literalEnd(q.obj))) {
				return false
			}
		}
	}
	return true
}

// literalEnd is where the literal ends that makes an object, if one does.
func (a *Analysis) literalEnd(o *object) token.Pos {
	if o.site == nil {
		return token.NoPos
	}
	if a.literals == nil {
		a.literals = map[token.Pos]token.Pos{}
		for _, f := range a.files {
			ast.Inspect(f, func(n ast.Node) bool {
				if lit, ok := n.(*ast.CompositeLit); ok {
					a.literals[lit.Lbrace] = lit.Rbrace
				}
				return true
			})
		}
	}
	return a.literals[o.site.Pos()]
}

// writesOf returns the writes of a part of an argument that stand at the call.
func (a *Analysis) writesOf(call ssa.CallInstruction, arg int, p content.Path) []entry {
	args := ssautil.Args(call.Common())
	if arg < 0 || arg >= len(args) || len(p) == 0 {
		return nil
	}
	a.analyse()
	f := a.frameOf(call.Parent())
	s := f.moments(call)[0]
	v, t := f.value(args[arg]), args[arg].Type()
	for _, sel := range p[:len(p)-1] {
		v, t = f.select1(s, v, t, sel)
	}
	id := uint32(a.in.id(p[len(p)-1]))
	var out []entry
	if c, ok := v.parts.get(id); ok {
		out = append(out, c.entries...)
	}
	for _, q := range f.through(s, v.refs) {
		if qt := f.typeOf(q); qt != nil && ssautil.IsWrapper(qt) {
			continue // what was encoded into a buffer stands elsewhere
		}
		if c, ok := f.node(s, q).parts.get(id); ok {
			out = append(out, c.entries...)
		}
	}
	return out
}

// writtenAfter reports whether a part of v was written behind pos.
func (v *value) writtenAfter(pos token.Pos) bool {
	for _, e := range v.any {
		if e.pos > pos {
			return true
		}
	}
	return !v.parts.each(func(_ uint32, c *cell) bool {
		for _, e := range c.entries {
			if e.pos > pos {
				return false
			}
		}
		return true
	})
}
