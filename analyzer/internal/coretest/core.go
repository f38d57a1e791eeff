package coretest

import (
	"go/types"
	"reflect"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/wire"
)

// A Core serves text.Core, httpreq.Core and precede.Core.
type Core struct {
	pkg     *ssa.Package
	fns     []*ssa.Function
	callers map[*ssa.Function][]ssa.CallInstruction
}

func newCore(pkg *ssa.Package) *Core {
	c := &Core{pkg: pkg, callers: map[*ssa.Function][]ssa.CallInstruction{}}
	c.fns, _ = ssautil.Functions(pkg)
	for _, fn := range c.fns {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				if call, ok := in.(ssa.CallInstruction); ok {
					callee := call.Common().StaticCallee()
					c.callers[callee] = append(c.callers[callee], call)
				}
			}
		}
	}
	return c
}

// Func returns the function of a name.
func (c *Core) Func(name string) *ssa.Function { return c.pkg.Func(name) }

// Calls returns the calls in the function of a name and the literals in it, in
// order, of what is called by the name called. An empty name stands for every
// function.
func (c *Core) Calls(in, called string) []ssa.CallInstruction {
	var out []ssa.CallInstruction
	for _, fn := range c.fns {
		top := fn
		for top.Parent() != nil {
			top = top.Parent()
		}
		if in == "" || in == top.Name() {
			out = append(out, callsIn(fn, called)...)
		}
	}
	return out
}

func callsIn(fn *ssa.Function, called string) []ssa.CallInstruction {
	var out []ssa.CallInstruction
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			call, ok := in.(ssa.CallInstruction)
			if !ok {
				continue
			}
			if f := ssautil.Callee(call.Common()); f != nil && f.Name() == called {
				out = append(out, call)
			}
		}
	}
	return out
}

// Package is the package of the program.
func (c *Core) Package() *ssa.Package { return c.pkg }

// PortAt: nothing is wired.
func (c *Core) PortAt(ssa.CallInstruction) (wire.Node, string, bool) { return "", "", false }

// WireNode: nothing is wired.
func (c *Core) WireNode(ssa.Value) wire.Node { return "" }

// GivenAway: nothing is.
func (c *Core) GivenAway(*ssa.Function) bool { return false }

// Place is nowhere.
func (c *Core) Place(ssa.Instruction) (at, fn string) { return "", "" }

// Functions returns the functions of the package.
func (c *Core) Functions() []*ssa.Function { return c.fns }

// Callees returns the function that a call names, if it has a body.
func (c *Core) Callees(call ssa.CallInstruction) []*ssa.Function {
	if fn := call.Common().StaticCallee(); fn != nil && len(fn.Blocks) > 0 {
		return []*ssa.Function{fn}
	}
	return nil
}

// Callers returns the calls that name fn.
func (c *Core) Callers(fn *ssa.Function) []ssa.CallInstruction { return c.callers[fn] }

// Imported returns the function of another package that a call names.
func (c *Core) Imported(call *ssa.CallCommon) []*types.Func {
	if fn := ssautil.Callee(call); fn != nil && fn.Pkg() != c.pkg.Pkg {
		return []*types.Func{fn}
	}
	return nil
}

// Content knows constants, parameters and what is put into maps and variables.
func (c *Core) Content(v ssa.Value, p content.Path, _ ssautil.Point) *content.Content {
	return c.content(v, p, map[ssa.Value]bool{})
}

func (c *Core) content(v ssa.Value, p content.Path, seen map[ssa.Value]bool) *content.Content {
	v = ssautil.Uncover(v)
	if seen[v] {
		return content.Nothing
	}
	seen[v] = true
	if k, ok := ssautil.Text(v); ok {
		return &content.Content{Consts: []content.Const{{Val: k}}}
	}
	var b content.Builder
	if phi, ok := v.(*ssa.Phi); ok {
		for _, e := range phi.Edges {
			b.Add(c.content(e, p, seen))
		}
		return b.Done()
	}
	for _, place := range c.Places(v) {
		b.Add(c.inPlace(place.Root, place.Path.Plus(p...), seen))
	}
	return b.Done()
}

func (c *Core) inPlace(root ssa.Value, p content.Path, seen map[ssa.Value]bool) *content.Content {
	var b content.Builder
	switch x := root.(type) {
	case *ssa.Parameter:
		return &content.Content{Refs: []content.Ref{{Param: x, Path: p}}}
	case *ssa.Alloc:
		if v, rest, ok := ssautil.SetOnce(x, c.JSONPath(x.Type(), p)); ok {
			return c.content(v, rest, seen)
		}
	case *ssa.MakeMap:
		for _, ref := range *x.Referrers() {
			if up, ok := ref.(*ssa.MapUpdate); ok && len(p) > 0 {
				if k, _ := ssautil.Text(up.Key); k == p[0].Name {
					b.Add(c.content(up.Value, p[1:], seen))
				}
			}
		}
		return b.Done()
	}
	return content.Anything()
}

// Passed is the argument for a parameter.
func (c *Core) Passed(call ssa.CallInstruction, r content.Ref) *content.Content {
	arg := ssautil.ArgFor(call.Common(), r.Param.(*ssa.Parameter))
	if arg == nil {
		return content.Nothing
	}
	return c.Content(arg, r.Path, ssautil.Point{})
}

// FieldContent knows of no stores to fields.
func (c *Core) FieldContent(content.Ref) *content.Content { return content.Nothing }

// SeenFrom puts arguments in for parameters.
func (c *Core) SeenFrom(x *content.Content, call ssa.CallInstruction, fn *ssa.Function) *content.Content {
	var b content.Builder
	b.Add(x.Head())
	for _, ch := range x.Children {
		n := *ch
		n.Val = c.SeenFrom(ch.Val, call, fn)
		b.AddChild(&n)
	}
	for _, r := range x.Refs {
		if r.Param.(*ssa.Parameter).Parent() == fn {
			b.Add(c.Passed(call, r))
		} else {
			b.AddRef(r)
		}
	}
	return b.Done()
}

// Places follows pointers, fields, elements and phis.
func (c *Core) Places(v ssa.Value) []ssautil.Place {
	v = ssautil.Uncover(v)
	switch x := v.(type) {
	case *ssa.Const:
		return nil
	case *ssa.UnOp:
		return c.Places(x.X)
	case *ssa.FieldAddr:
		return c.within(x.X, ssautil.FieldSel(x.X.Type(), x.Field))
	case *ssa.Field:
		return c.within(x.X, ssautil.FieldSel(x.X.Type(), x.Field))
	case *ssa.IndexAddr:
		return c.within(x.X, content.Sel{Kind: content.Elem})
	case *ssa.Extract:
		if next, ok := x.Tuple.(*ssa.Next); ok {
			return c.within(next.Iter.(*ssa.Range).X, content.Sel{Kind: content.AnyKey})
		}
	case *ssa.Phi:
		var out []ssautil.Place
		for _, e := range ssautil.Edges(x) {
			out = append(out, c.Places(e)...)
		}
		return out
	case *ssa.FreeVar:
		fn := x.Parent()
		for _, in := range ssautil.Mentions(fn) {
			if mk, ok := in.(*ssa.MakeClosure); ok {
				return c.Places(mk.Bindings[slices.Index(fn.FreeVars, x)])
			}
		}
	}
	return []ssautil.Place{{Root: v}}
}

func (c *Core) within(v ssa.Value, s content.Sel) []ssautil.Place {
	out := c.Places(v)
	for i := range out {
		out[i].Path = out[i].Path.Plus(s)
	}
	return out
}

// JSONPath knows the names in tags, and those of fields.
func (c *Core) JSONPath(t types.Type, p content.Path) content.Path {
	s, ok := ssautil.Struct(t)
	if !ok || len(p) == 0 || p[0].Kind != content.Key {
		return p
	}
	for i := range s.NumFields() {
		name, _, _ := strings.Cut(reflect.StructTag(s.Tag(i)).Get("json"), ",")
		if name == p[0].Name || name == "" && s.Field(i).Name() == p[0].Name {
			return content.Path{{Kind: content.Field, Name: s.Field(i).Name()}}.Plus(c.JSONPath(s.Field(i).Type(), p[1:])...)
		}
	}
	return p
}
