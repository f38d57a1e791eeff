package flow

import (
	"go/constant"
	"go/token"
	"go/types"
	"strconv"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// eval answers what the part of v at path q may hold at the given point.
func (a *Analysis) eval(v ssa.Value, q content.Path, at point) *content.Content {
	if len(q) > maxPath {
		return content.Anything()
	}
	if len(q) == 0 && ssautil.SaysNothing(v.Type()) {
		if _, isFunc := v.Type().Underlying().(*types.Signature); !isFunc {
			return content.Inert
		}
	}
	k := question{v: v, path: q.ID(), cell: asked, at: at}
	return a.guarded(k, func() *content.Content {
		c := a.typed(v, q, at)
		return a.named(v, q, c)
	})
}

// typed answers what depends on the static type of v alone: how a struct is
// seen by JSON and by formatting. All else is asked of the instruction.
func (a *Analysis) typed(v ssa.Value, q content.Path, at point) *content.Content {
	t := v.Type()
	if call, ok := v.(*ssa.Call); ok && a.aliasArg(call.Common()) != nil {
		return a.value(v, q, at) // what counts is what it wraps
	}
	if (len(q) == 0 || content.IsKey(q[0])) && ssautil.IsReader(t) {
		return content.Anything()
	}
	if len(q) == 0 && ssautil.HasFields(t) {
		c := (&viewer{a: a, v: v, at: at, left: maxFields}).view(t, nil)
		_, isStruct := ssautil.Struct(t)
		return content.MarkRaw(c, isStruct)
	}
	if s, ok := ssautil.Struct(t); ok {
		switch {
		case ssautil.IsWrapper(t), len(q) == 0:
		case q[0].Kind == content.Format:
			return a.formatView(v, s, at)
		case content.IsKey(q[0]):
			return a.jsonSelect(v, s, q, at)
		case q[0].Kind == content.Field && ssautil.FieldNamed(s, q[0].Name) == nil:
			return content.Nothing
		}
	}
	c := a.value(v, q, at)
	switch {
	case !content.Bare(q):
	case ssautil.IsNumber(t) && c != content.Nothing:
		n := *c
		n.Flags = n.Flags&^content.Opaque | content.Unknown | content.Numeric
		return &n
	case ssautil.IsText(t) && c.Flags&content.Opaque != 0:
		n := *c
		n.Flags |= content.Scalar
		return &n
	}
	return c
}

// value is the dispatch over SSA nodes; the package comment has the table.
func (a *Analysis) value(v ssa.Value, q content.Path, at point) *content.Content {
	switch v := v.(type) {
	case *ssa.Const:
		return constContent(v, q)
	case *ssa.Function:
		return &content.Content{Funcs: []content.Func{v}}
	case *ssa.MakeClosure:
		return &content.Content{Funcs: []content.Func{v.Fn.(*ssa.Function)}}
	case *ssa.FreeVar:
		return a.freeVar(v, q, at)
	case *ssa.Phi:
		return a.phi(v, q, at)
	case *ssa.UnOp:
		return a.unary(v, q, at)
	case *ssa.BinOp:
		return a.binary(v, q, at)
	case *ssa.TypeAssert:
		return a.asserted(v, q, at)
	case *ssa.Extract:
		return a.extract(v, q, at)
	case *ssa.Slice:
		return a.sliced(v, q, at)
	case *ssa.Field:
		return a.eval(v.X, content.Path{ssautil.FieldSel(v.X.Type(), v.Field)}.Plus(q...), at)
	case *ssa.Index:
		return a.eval(v.X, content.Path{elemSel(v.Index)}.Plus(q...), at)
	case *ssa.Lookup:
		return a.lookup(v, q, at)
	case *ssa.FieldAddr, *ssa.IndexAddr:
		return a.at(v, q, whole, at, at)
	case *ssa.Call:
		if arg := a.aliasArg(v.Common()); arg != nil {
			return a.eval(arg, q, at)
		}
		return a.object(v, q, whole, at, at)
	case *ssa.Alloc, *ssa.MakeMap, *ssa.MakeSlice, *ssa.MakeChan, *ssa.Global, *ssa.Parameter:
		return a.object(v, q, whole, at, at)
	}
	if x := ssautil.Unwrap(v); x != nil {
		return a.eval(x, q, at)
	}
	return content.Anything()
}

func constContent(c *ssa.Const, q content.Path) *content.Content {
	if c.Value == nil || len(q) > 0 && q[0].Kind != content.Format {
		return content.Nothing // nil, or a question that does not fit
	}
	if c.Value.Kind() == constant.String {
		return &content.Content{Consts: []content.Const{{Val: constant.StringVal(c.Value)}}}
	}
	if c.Value.Kind() == constant.Int { // 4111111111111111 is a card number, too
		return &content.Content{Consts: []content.Const{{Val: c.Value.ExactString()}}}
	}
	return content.Inert
}

// freeVar: a captured variable is what the enclosing function bound to it.
func (a *Analysis) freeVar(v *ssa.FreeVar, q content.Path, at point) *content.Content {
	var b content.Builder
	for _, x := range a.bindings(v) {
		b.Add(a.eval(x, q, at))
	}
	return b.Done()
}

// bindings returns the values that v is bound to where its function is made.
func (a *Analysis) bindings(v *ssa.FreeVar) []ssa.Value {
	fn := v.Parent()
	var out []ssa.Value
	for i, fv := range fn.FreeVars {
		if fv != v {
			continue
		}
		for _, mk := range a.closures[fn] {
			out = append(out, mk.(*ssa.MakeClosure).Bindings[i])
		}
	}
	return out
}

func (a *Analysis) phi(v *ssa.Phi, q content.Path, at point) *content.Content {
	var b content.Builder
	for _, e := range v.Edges {
		b.Add(a.eval(e, q, at))
	}
	return b.Done()
}

func (a *Analysis) unary(v *ssa.UnOp, q content.Path, at point) *content.Content {
	switch v.Op {
	case token.MUL:
		p := before(v)
		if !ssautil.SharesMemory(v.Type()) {
			at = p
		}
		return a.at(v.X, q, 0, p, at)
	case token.ARROW:
		return a.at(v.X, content.Path{{Kind: content.Elem}}.Plus(q...), whole, anytime, at)
	case token.NOT:
		return content.Nothing
	}
	return a.eval(v.X, q, at)
}

// at answers what the place that addr points to holds: which object, as of
// load; with which contents, as of at. The first cell selectors of q belong
// to the variable that was loaded; whole means that no variable was loaded.
func (a *Analysis) at(addr ssa.Value, q content.Path, cell int, load, at point) *content.Content {
	locs := a.locate(addr)
	if len(locs) == 0 {
		return content.Nothing
	}
	var b content.Builder
	for _, l := range locs {
		n := whole
		if cell != whole {
			n = len(l.path) + cell
		}
		b.Add(a.object(l.root, l.path.Plus(q...), n, load, at))
	}
	return b.Done()
}

func (a *Analysis) binary(v *ssa.BinOp, q content.Path, at point) *content.Content {
	switch v.Op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		return content.Nothing
	}
	x, y := a.eval(v.X, q, at), a.eval(v.Y, q, at)
	if v.Op == token.ADD && ssautil.IsText(v.Type()) {
		return content.Concat(x, y)
	}
	return content.Join(x, y)
}

func (a *Analysis) asserted(v *ssa.TypeAssert, q content.Path, at point) *content.Content {
	if mi, ok := v.X.(*ssa.MakeInterface); ok && !types.IsInterface(v.AssertedType) && !types.Identical(mi.X.Type(), v.AssertedType) {
		return content.Nothing // it is of another type
	}
	if len(q) > 0 && q[0].Kind == content.Field {
		if s, ok := ssautil.Struct(v.AssertedType); ok && ssautil.FieldNamed(s, q[0].Name) == nil {
			return content.Nothing
		}
	}
	return a.eval(v.X, q, at)
}

func (a *Analysis) extract(v *ssa.Extract, q content.Path, at point) *content.Content {
	switch t := v.Tuple.(type) {
	case *ssa.TypeAssert:
		if v.Index == 0 {
			return a.asserted(t, q, at)
		}
	case *ssa.Lookup:
		if v.Index == 0 {
			return a.lookup(t, q, at)
		}
	case *ssa.UnOp:
		if v.Index == 0 {
			return a.unary(t, q, at)
		}
	case *ssa.Next:
		return a.next(t, v.Index, q, at)
	case *ssa.Select:
		return a.received(t, v.Index, q, at)
	case *ssa.Call:
		return a.object(v, q, whole, at, at)
	}
	return content.Nothing
}

// next: a range loop yields ok, key and value.
func (a *Analysis) next(n *ssa.Next, i int, q content.Path, at point) *content.Content {
	rng, ok := n.Iter.(*ssa.Range)
	if !ok || i == 0 {
		return content.Nothing
	}
	if n.IsString {
		return a.eval(rng.X, q, at)
	}
	if i == 2 {
		return a.at(rng.X, content.Path{{Kind: content.AnyKey}}.Plus(q...), whole, at, at)
	}
	return content.KeysOf(a.eval(rng.X, nil, before(n)))
}

// received: select yields the case, ok, and one value for each receive.
func (a *Analysis) received(sel *ssa.Select, i int, q content.Path, at point) *content.Content {
	n := 2
	for _, st := range sel.States {
		if st.Dir != types.RecvOnly {
			continue
		}
		if n == i {
			return a.at(st.Chan, content.Path{{Kind: content.Elem}}.Plus(q...), whole, anytime, at)
		}
		n++
	}
	return content.Nothing
}

// lookup: m[k], or s[i] of a string.
func (a *Analysis) lookup(v *ssa.Lookup, q content.Path, at point) *content.Content {
	if _, ok := v.X.Type().Underlying().(*types.Map); !ok {
		return a.eval(v.X, q, at)
	}
	p := before(v)
	t := v.Type()
	if v.CommaOk {
		t = t.(*types.Tuple).At(0).Type()
	}
	if !ssautil.SharesMemory(t) {
		at = p
	}
	var b content.Builder
	for _, s := range a.keySels(v.Index) {
		c := a.at(v.X, content.Path{s}.Plus(q...), 1, p, at)
		if s.Kind == content.Key && content.Bare(q) && !c.Settled() {
			c = a.nameOrigin(c, s.Name, v.Pos(), t)
		}
		b.Add(c)
	}
	return b.Done()
}

// keySels returns the selectors for a map key: its constants, or any key.
func (a *Analysis) keySels(k ssa.Value) []content.Sel {
	keys, all := a.eval(k, nil, a.pointOf(k)).Keys()
	var sels []content.Sel
	for _, s := range keys {
		sels = append(sels, content.Sel{Kind: content.Key, Name: s})
	}
	if !all {
		sels = append(sels, content.Sel{Kind: content.AnyKey})
	}
	return sels
}

// pointOf is the point right after v is computed.
func (a *Analysis) pointOf(v ssa.Value) point {
	in, ok := v.(ssa.Instruction)
	if !ok {
		return anytime
	}
	if next := a.graph.Index(in) + 1; next < len(in.Block().Instrs) {
		return before(in.Block().Instrs[next])
	}
	return before(in)
}

// elemSel selects the element at a constant index, every second element in a
// loop over pairs, or every element.
func elemSel(index ssa.Value) content.Sel {
	if n, ok := ssautil.Int(index); ok {
		return content.Sel{Kind: content.Elem, Name: strconv.FormatInt(n, 10)}
	}
	switch p, ok := parity(index, 0); {
	case ok && p == 0:
		return content.Sel{Kind: content.Elem, Name: content.Even}
	case ok:
		return content.Sel{Kind: content.Elem, Name: content.Odd}
	}
	return content.Sel{Kind: content.Elem}
}

// parity tells whether v is always even or always odd: i, and i+1, in
// "for i := 0; i < n; i += 2".
func parity(v ssa.Value, deep int) (int64, bool) {
	if n, ok := ssautil.Int(v); ok {
		return n & 1, true
	}
	if deep > 4 {
		return 0, false
	}
	switch v := v.(type) {
	case *ssa.BinOp:
		x, ok1 := parity(v.X, deep+1)
		y, ok2 := parity(v.Y, deep+1)
		if v.Op == token.ADD || v.Op == token.SUB {
			return (x + y) & 1, ok1 && ok2
		}
	case *ssa.Phi:
		start, stepped := int64(-1), false
		for _, e := range v.Edges {
			if step, ok := e.(*ssa.BinOp); ok && step.Op == token.ADD && step.X == ssa.Value(v) {
				n, ok := ssautil.Int(step.Y)
				stepped = ok && n != 0 && n&1 == 0
				if !stepped {
					return 0, false
				}
				continue
			}
			n, ok := ssautil.Int(e)
			if !ok || start >= 0 && start != n&1 {
				return 0, false
			}
			start = n & 1
		}
		return start, stepped && start >= 0
	}
	return 0, false
}
