package flow

import (
	"go/types"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// FuncFact encodes the summary of fn for importers. The instances must have
// been asked for before: they are what Sinks is made of.
func (a *Analysis) FuncFact(fn *ssa.Function, sanitizer content.Sanitizer) *FuncFact {
	a.analyse()
	f := &FuncFact{Sanitizer: sanitizer, Sinks: a.exported[fn]}
	if sanitizer == content.NotSanitizer {
		t := teller{a: a, fn: fn}
		f.Results = t.results()
		f.Writes = t.writes()
		f.Open = a.frames[fn] != nil && a.frames[fn].spent
	}
	return f
}

// A teller says in facts what a function leaves behind, in terms of its
// parameters. Of a literal, those of the function that returns it come after its
// own. Without a function, it tells of a variable.
type teller struct {
	a      *Analysis
	fn     *ssa.Function
	around *ssa.Function // that returns fn, a literal; nil else
}

func (t teller) exporter() *exporter { return &exporter{a: t.a, fn: t.fn, around: t.around} }

// closed is c with what the variables hold that a literal has captured.
func (t teller) closed(c *content.Content) *content.Content {
	if t.around != nil {
		c = t.a.madeWith(c, t.fn)
	}
	return t.a.closedOver(c)
}

// FunctionOf returns the SSA function that is declared for obj.
func (a *Analysis) FunctionOf(obj *types.Func) *ssa.Function {
	fn := a.prog.FuncValue(obj)
	if fn == nil || len(fn.Blocks) == 0 {
		return nil
	}
	return fn
}

// export notes that an instance depends on parameters of fn.
func (a *Analysis) export(inst *Instance, fn *ssa.Function) {
	e := &exporter{a: a, fn: fn, only: !isPort(inst)} // of a port, constants may turn out to be keys
	s := SinkFact{Info: inst.Sink.Info, Payload: e.content(inst.Content), Parts: inst.Sink.Parts, Arg: passedBy(inst.Content, fn), More: e.cut}
	for st := inst.Via; st != nil; st = st.Prev {
		s.Via = append(s.Via, st.Text)
	}
	text := s.Payload.String()
	if text == "" && !s.More {
		return
	}
	same := func(o SinkFact) bool { return o.Info == s.Info && o.More == s.More && o.Payload.String() == text }
	if !slices.ContainsFunc(a.exported[fn], same) {
		a.exported[fn] = append(a.exported[fn], s)
	}
}

// results describes the results: as a whole, and of structs each field.
func (t teller) results() []ResultFact {
	f := t.a.frames[t.fn]
	if f == nil || f.sum == nil {
		return nil
	}
	var out []ResultFact
	for i := range t.fn.Signature.Results().Len() {
		out = append(out, t.result(f, i)...)
	}
	return out
}

func (t teller) result(f *frame, i int) []ResultFact {
	typ := t.fn.Signature.Results().At(i).Type()
	if sig, ok := typ.Underlying().(*types.Signature); ok && givesData(sig) {
		if fact, ok := t.functions(f.sum.results[i], sig); ok {
			fact.Index = i
			return []ResultFact{fact}
		}
	}
	part := func(p content.Path) *content.Content {
		return t.closed(f.partRead(f.namingReader(t.fn), f.sum.results[i], typ, p, t.fn))
	}
	if ssautil.IsErrorType(typ) {
		return t.exporter().errorFacts(i, part(nil))
	}
	named, all := f.paramsIn(f.sum.results[i], typ, t.fn)
	if all {
		return []ResultFact{{Index: i, Content: ContentFact{Refs: named}}}
	}
	return t.parts(i, typ, named, part)
}

// paramsIn are the things that parameters of fn refer to which v, of type t, may be
// a reference to; all, if it is nothing else.
func (f *frame) paramsIn(v *value, t types.Type, fn *ssa.Function) (refs []RefFact, all bool) {
	r := f.namingReader(fn)
	all = len(v.refs) > 0 && !v.stands()
	for _, p := range v.refs {
		if !r.isNamed(p, t) {
			all = false
			continue
		}
		refs = append(refs, RefFact{Param: paramIndex(fn, p.obj.param), Path: f.a.in.content(p.path), Same: true, Level: p.obj.level})
	}
	return refs, all
}

// parts describes value i, of type t, by its parts, if there is something to
// say of one. What they leave out is unknown, and stands first, for them to
// stand over, with what the value as a whole may be.
func (t teller) parts(i int, typ types.Type, named []RefFact, part func(content.Path) *content.Content) []ResultFact {
	paths, texts, left := partsOf(typ)
	keys, beyond := keyFacts(i, typ, part)
	for _, l := range beyond.Limits() {
		left = left.Widen(l)
	}
	var out []ResultFact
	says := len(keys) > 0 || beyond != 0 || len(named) > 0
	for _, p := range paths {
		c := t.exporter().content(part(p))
		says = says || len(p) == 0 && t.fn != nil || !c.empty()
		out = append(out, ResultFact{Index: i, Path: p, Content: c})
	}
	for _, p := range texts {
		if c := part(p); len(c.Origins)+len(c.Refs) > 0 {
			out, says = append(out, ResultFact{Index: i, Path: p, Content: t.exporter().content(c)}), true
			keys = slices.DeleteFunc(keys, func(k ResultFact) bool { return slices.Equal(k.Path, p) }) // it tells that, too
		}
	}
	if !says {
		return nil
	}
	t.a.tally.Add(left.Widened)
	if left != content.Nothing || len(named) > 0 && !slices.ContainsFunc(paths, func(p content.Path) bool { return len(p) == 0 }) {
		out = slices.Insert(out, 0, ResultFact{Index: i, Content: ContentFact{Flags: left.Flags, Widened: left.Widened, Refs: named}, Part: true})
	}
	return append(out, keys...)
}

// VarFact summarises a package-level variable.
func (a *Analysis) VarFact(v *types.Var) *VarFact {
	g, ok := a.pkg.Members[v.Name()].(*ssa.Global)
	if !ok {
		return nil
	}
	a.analyse()
	fn := a.pkg.Func("init")
	f := a.frameOf(fn)
	ref := refTo(place{obj: a.globalObject(g)})
	part := func(p content.Path) *content.Content {
		return a.closedOver(f.partContent(ref, g.Type(), p, f.lastState(), g))
	}
	if parts := (teller{a: a}).parts(0, v.Type(), nil, part); len(parts) > 0 {
		return &VarFact{parts}
	}
	return nil
}

// partsOf returns the paths that a fact describes of a value of type t: all
// of it; of structs, the fields that can hold a payload. Of texts it describes
// those that something is known of but the name. What is left is known by its
// name alone.
func partsOf(t types.Type) (out, texts []content.Path, left *content.Content) {
	left = content.Nothing
	if _, elem := elementOfType(t); !ssautil.HasFields(t) && (elem == nil || !ssautil.HasFields(elem)) {
		if ssautil.IsText(t) || ssautil.IsNumber(t) || ssautil.HoldsPayload(t) || isContext(t) {
			out = append(out, nil)
		}
		return out, nil, left
	}
	var visit func(t types.Type, p content.Path)
	visit = func(t types.Type, p content.Path) {
		if sel, elem := elementOfType(t); elem != nil && ssautil.HasFields(elem) && len(p) <= limit.FactDepth.Max {
			visit(elem, p.Plus(sel))
			return
		}
		s, ok := ssautil.Struct(t)
		if !ok || ssautil.IsWrapper(t) || len(p) > limit.FactDepth.Max {
			if len(out) == limit.FactFields.Max {
				left = left.Widen(limit.FactFields)
			} else {
				out = append(out, p)
			}
			return
		}
		for f := range s.Fields() {
			if ssautil.HoldsPayload(f.Type()) {
				visit(f.Type(), p.Plus(content.Sel{Kind: content.Field, Name: f.Name()}))
			} else if !ssautil.SaysNothing(f.Type()) && !below(p) {
				left = content.Join(left, content.Anything())
				if len(texts) == limit.FactFields.Max {
					left = left.Widen(limit.FactFields)
				} else {
					texts = append(texts, p.Plus(content.Sel{Kind: content.Field, Name: f.Name()}))
				}
			} else if !ssautil.SaysNothing(f.Type()) && len(out) < limit.FactFields.Max {
				out = append(out, p.Plus(content.Sel{Kind: content.Field, Name: f.Name()})) // its elements cannot stand over what is left
			}
		}
	}
	visit(t, nil)
	return out, texts, left
}

// below reports whether p leads into a collection.
func below(p content.Path) bool {
	return slices.ContainsFunc(p, func(s content.Sel) bool { return s.Kind == content.Elem || s.Kind == content.AnyKey })
}

// elementOfType returns how the elements of a collection are selected, and
// their type; nil if t is none.
func elementOfType(t types.Type) (content.Sel, types.Type) {
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return content.Sel{Kind: content.Elem}, u.Elem()
	case *types.Array:
		return content.Sel{Kind: content.Elem}, u.Elem()
	case *types.Chan:
		return content.Sel{Kind: content.Elem}, u.Elem()
	case *types.Map:
		return content.Sel{Kind: content.AnyKey}, u.Elem()
	}
	return content.Sel{}, nil
}

// namingReader reads what fn leaves behind, and names what its parameters refer
// to: importers see what is done to that by the writes, and by what they do
// themselves through another reference to it.
func (f *frame) namingReader(fn *ssa.Function) *reader {
	r := f.reader(f.exit)
	r.same = fn
	return r
}

// writes describes what the function does to its parameters.
func (t teller) writes() []WriteFact {
	f := t.a.frames[t.fn]
	if f == nil || f.sum == nil {
		return nil
	}
	var out []WriteFact
	for _, h := range f.sum.memory {
		p, ok := h.obj.param.(*ssa.Parameter)
		if !ok || h.obj.kind != given || !ssautil.MayHoldText(p.Type()) {
			continue
		}
		w := &writeExporter{f: f, of: t, param: paramIndex(t.fn, p)}
		w.value(h.val, nil, content.Ref{Param: p}, h.obj.typ)
		for _, fact := range w.out {
			fact.Level = h.obj.level
			out = append(out, fact)
		}
	}
	return out
}

// A writeExporter lists the writes below one parameter.
type writeExporter struct {
	f     *frame
	of    teller
	param int
	out   []WriteFact
}

func (w *writeExporter) value(v *value, at content.Path, self content.Ref, t types.Type) {
	f := w.f
	i := &instance{f: f, sum: f.paramsOnly()}
	kept, rest := i.splitSelf(v.c, self)
	switch {
	case !kept:
		w.add(at, nil, w.content(v, t), true)
		return
	case rest != content.Nothing:
		w.add(at, nil, rest, false)
	}
	for _, r := range v.c.Refs {
		if r.Param == self.Param && slices.Equal(r.Path, self.Path) {
			for _, k := range r.Gone {
				w.out = append(w.out, WriteFact{Param: w.param, Path: at.Plus(content.Sel{Kind: content.Key, Name: k}), Removes: true, Strong: true})
			}
		}
	}
	v.parts.each(func(k uint32, c *cell) bool {
		sel := f.a.in.sel(selID(k))
		inner, p := self, at.Plus(sel)
		inner.Path = self.Path.Plus(sel)
		part := partType(t, sel)
		if len(c.entries) == 0 {
			w.out = append(w.out, WriteFact{Param: w.param, Path: p, Removes: true, Strong: c.must})
		}
		for _, e := range c.entries {
			if kept, _ := i.splitSelf(e.val.c, inner); kept {
				w.value(e.val, p, inner, part)
				continue
			}
			w.add(p, nil, w.content(e.val, part), c.must && len(c.entries) == 1)
		}
		return true
	})
	for _, e := range v.any {
		w.unknown(e, at, t)
	}
}

func (w *writeExporter) unknown(e entry, at content.Path, t types.Type) {
	sel := content.Sel{Kind: content.AnyKey}
	if e.elem {
		sel.Kind = content.Elem
	}
	key := w.of.closed(e.known())
	names, all := key.Keys()
	for _, k := range names {
		p := at.Plus(content.Sel{Kind: content.Key, Name: k})
		if !e.gone {
			w.add(p, nil, w.content(e.val, partType(t, sel)), false)
		} else if all {
			w.out = append(w.out, WriteFact{Param: w.param, Path: p, Removes: true, Strong: len(names) == 1})
		}
	}
	if len(names) > 0 && all {
		return
	}
	keys := w.of.exporter().refs(key.Refs)
	switch {
	case !e.gone:
		w.add(at.Plus(sel), keys, w.content(e.val, partType(t, sel)), false)
	case len(keys) > 0:
		w.out = append(w.out, WriteFact{Param: w.param, Path: at.Plus(sel), Keys: keys, Removes: true, Strong: true})
	}
}

// content is what the function writes, as v.
func (w *writeExporter) content(v *value, t types.Type) *content.Content {
	return w.f.namingReader(w.of.fn).value(v, orAny(t))
}

func (w *writeExporter) add(p content.Path, keys []RefFact, c *content.Content, strong bool) {
	w.out = append(w.out, WriteFact{Param: w.param, Path: p, Keys: keys, Strong: strong, Content: w.of.exporter().content(w.of.closed(c))})
}

// errorFacts say which data the text of an error tells; of others nothing is
// said.
func (x *exporter) errorFacts(result int, c *content.Content) []ResultFact {
	f := x.content(&content.Content{Origins: c.Origins, Refs: c.Refs})
	if len(f.Origins)+len(f.Refs) == 0 {
		return nil
	}
	f.Flags = content.Unknown
	return []ResultFact{{Index: result, Content: f, Part: true}}
}

func (c ContentFact) empty() bool {
	return c.Flags&^content.Present == 0 && len(c.Consts)+len(c.Derived)+len(c.Children)+len(c.Origins)+len(c.Refs) == 0
}

// An exporter writes contents in terms of the parameters of fn.
type exporter struct {
	a      *Analysis
	fn     *ssa.Function
	around *ssa.Function // whose parameters are counted after those of fn
	only   bool          // only what depends on a parameter, with the keys above it
	told   bool          // what was judged is told apart
	nodes  int
	cut    bool     // there is more than a fact holds
	known  []string // constant texts of the package
}

func (x *exporter) content(c *content.Content) ContentFact {
	x.nodes++
	f := ContentFact{Refs: x.refs(c.Refs)}
	if !x.only {
		f.Flags, f.Widened = c.Flags, c.Widened
		if len(f.Refs) < len(c.Refs) {
			f.Flags |= content.Opaque | content.Unknown
		}
		for _, k := range c.Consts {
			switch {
			case k.Derived:
				f.Derived = append(f.Derived, k.Val)
			case k.Outer && x.told:
				f.Judged = append(f.Judged, k.Val)
			default:
				f.Consts = append(f.Consts, k.Val)
			}
		}
		for _, o := range c.Origins {
			f.Origins = append(f.Origins, OriginFact{o.Name, o.Kind, o.Class, o.Outer && x.told, o.Marked})
		}
	}
	for _, ch := range c.Sorted() {
		if x.nodes >= limit.FactNodes.Max {
			x.cutOff(&f)
			break
		}
		e := ChildFact{
			Key: ch.Key, Known: ch.Known, Elem: ch.Elem, Allowed: ch.Allowed, Stripped: ch.Stripped, Sanitizer: ch.Sanitizer, Outer: ch.Outer && x.told,
			Keys: x.refs(ch.KeyRefs), Val: x.content(ch.Val),
		}
		e.Open = ch.Open || len(e.Keys) < len(ch.KeyRefs)
		if x.only && len(e.Keys) == 0 && e.Val.empty() {
			continue
		}
		f.Children = append(f.Children, e)
	}
	return f
}

// cutOff ends the entries of f: a fact holds no more. What a call passes to a
// sink is judged where the fact is read, and so is what is missing of it there.
func (x *exporter) cutOff(f *ContentFact) {
	if !x.cut {
		x.a.tally.Reached(limit.FactNodes)
	}
	x.cut = true
	if !x.only {
		f.Flags |= content.Opaque | content.Unknown
		f.Widened = f.Widened.With(limit.FactNodes)
	}
}

// refs writes references to the parameters of fn; others are left out.
func (x *exporter) refs(rs []content.Ref) []RefFact {
	var out []RefFact
	for _, r := range rs {
		i := x.index(r.Param)
		except, ok := x.exceptions(r)
		f := RefFact{i, r.Path, except, x.refs(r.Less), r.Sanitizer, r.Fragment, r.Key, r.Derived, r.Basic || isBasic(refType(r)), r.Same, r.Level, nil}
		if p, isPort := r.Param.(*portValue); isPort && (!x.only || p.fn != nil && p.fn == x.fn) {
			f.Param, f.Port = 0, &p.of
		} else if i < 0 || !ok {
			continue
		}
		out = append(out, f)
	}
	return out
}

// index is the number of a parameter, -1 if it is none.
func (x *exporter) index(p content.Param) int {
	i := -1
	if x.fn != nil {
		i = paramIndex(x.fn, p)
	}
	if i < 0 && x.around != nil {
		if i = paramIndex(x.around, p); i >= 0 {
			i += len(x.fn.Params)
		}
	}
	return i
}

// exceptions returns the keys that are taken out of r. Of a filter that is
// code, those are the constants of the package that it does not let pass;
// false if it lets nothing pass but what it lists: that was chosen.
func (x *exporter) exceptions(r content.Ref) ([]string, bool) {
	out := slices.Clone(r.Gone)
	for _, f := range r.Filters {
		const unheardOf = "ciolint probe"
		if !f.Pass(unheardOf) {
			return nil, false
		}
		for _, k := range x.texts() {
			if !f.Pass(k) {
				out = append(out, k)
			}
		}
	}
	return out, true
}

// texts returns the constant texts that fn's package mentions.
func (x *exporter) texts() []string {
	if x.known != nil || x.fn == nil {
		return x.known
	}
	seen := map[string]bool{}
	for _, m := range x.fn.Pkg.Members {
		if f, ok := m.(*ssa.Function); ok {
			collectTexts(f, seen)
		}
	}
	collectTexts(x.fn, seen)
	x.known = slices.Sorted(maps.Keys(seen))
	return x.known
}

func collectTexts(fn *ssa.Function, seen map[string]bool) {
	for _, b := range fn.Blocks {
		for _, in := range b.Instrs {
			for _, op := range in.Operands(nil) {
				if s, ok := ssautil.Text(*op); ok {
					seen[s] = true
				}
			}
		}
	}
}
