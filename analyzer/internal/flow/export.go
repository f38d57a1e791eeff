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

// maxFactNodes bounds the nodes of one content in a fact; what is larger is
// opaque to importers. Payload builders have tens of keys.
const maxFactNodes = 300

// maxFactFields bounds the fields of one struct result that a fact describes.
const maxFactFields = 40

// unitsPerFact bounds the work for one fact. Most need under a thousand units;
// a function that needs more (a parser, a compiler pass) builds no payload,
// and what is not known of it is opaque.
const unitsPerFact = 20_000

// BeginFacts sets the budget for all facts of the package: it is linear in
// its size, half of that for the sinks.
func (a *Analysis) BeginFacts() {
	n := 0
	for _, fn := range a.funcs {
		for _, b := range fn.Blocks {
			n += len(b.Instrs)
		}
	}
	a.factBudget = a.spent + (unitsPerPackage+unitsPerInstruction*n)/2
}

// FuncFact summarises fn for importers, nil if there is nothing to say. The
// instances must have been asked for before: they are what Sinks is made of.
func (a *Analysis) FuncFact(fn *ssa.Function, sanitizer content.Sanitizer) *FuncFact {
	a.root.budget = min(a.factBudget, a.root.spent+unitsPerFact)
	f := &FuncFact{Sanitizer: sanitizer, Sinks: a.exported[fn]}
	if sanitizer == content.NotSanitizer {
		f.Results = a.resultFacts(fn)
		f.Writes = a.writeFacts(fn)
	}
	return f
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
	if fn.Parent() != nil || fn.Object() == nil {
		return
	}
	e := &exporter{fn: fn, only: true}
	s := SinkFact{Info: inst.Sink.Info, Payload: e.content(inst.Content), Arg: passedBy(inst.Content, fn)}
	for st := inst.Via; st != nil; st = st.Prev {
		s.Via = append(s.Via, st.Text)
	}
	text := s.Payload.String()
	if text == "" || len(a.exported[fn]) >= maxFactNodes {
		return
	}
	same := func(o SinkFact) bool { return o.Info == s.Info && o.Payload.String() == text }
	if !slices.ContainsFunc(a.exported[fn], same) {
		a.exported[fn] = append(a.exported[fn], s)
	}
}

// resultFacts describes the results of fn: as a whole, and of structs each
// field.
func (a *Analysis) resultFacts(fn *ssa.Function) []ResultFact {
	var out []ResultFact
	for i := range fn.Signature.Results().Len() {
		t := fn.Signature.Results().At(i).Type()
		if types.Identical(t, ssautil.ErrorType) {
			continue
		}
		for _, p := range partsOf(t) {
			c := (&exporter{fn: fn}).content(a.resultOf(fn, i, p))
			if len(p) == 0 || !c.empty() {
				out = append(out, ResultFact{i, p, c, false})
			}
		}
		out = append(out, keyFacts(i, t, func(p content.Path) *content.Content { return a.resultOf(fn, i, p) })...)
	}
	return out
}

// VarFact summarises a package-level variable.
func (a *Analysis) VarFact(v *types.Var) *VarFact {
	g, ok := a.pkg.Members[v.Name()].(*ssa.Global)
	if !ok {
		return nil
	}
	a.root.budget = min(a.factBudget, a.root.spent+unitsPerFact)
	f := &VarFact{}
	for _, p := range partsOf(v.Type()) {
		c := (&exporter{}).content(a.object(g, p, whole, anytime, anytime))
		if !c.empty() {
			f.Parts = append(f.Parts, ResultFact{0, p, c, false})
		}
	}
	f.Parts = append(f.Parts, keyFacts(0, v.Type(), func(p content.Path) *content.Content { return a.object(g, p, whole, anytime, anytime) })...)
	if len(f.Parts) == 0 {
		return nil
	}
	return f
}

// partsOf returns the paths that a fact describes of a value of type t: all
// of it; of structs, the fields that can hold a payload. Other fields are
// known by their names.
func partsOf(t types.Type) []content.Path {
	if !ssautil.HasFields(t) {
		if ssautil.IsText(t) || ssautil.IsNumber(t) || ssautil.HoldsPayload(t) {
			return []content.Path{nil}
		}
		return nil
	}
	var out []content.Path
	var visit func(t types.Type, p content.Path)
	visit = func(t types.Type, p content.Path) {
		if sel, elem := elementOfType(t); elem != nil && ssautil.HasFields(elem) && len(p) <= 2 {
			visit(elem, p.Plus(sel))
			return
		}
		s, ok := ssautil.Struct(t)
		if !ok || ssautil.IsWrapper(t) || len(p) > 2 {
			if len(out) < maxFactFields {
				out = append(out, p)
			}
			return
		}
		for f := range s.Fields() {
			if ssautil.HoldsPayload(f.Type()) {
				visit(f.Type(), p.Plus(content.Sel{Kind: content.Field, Name: f.Name()}))
			}
		}
	}
	visit(t, nil)
	return out
}

// elementOfType returns how the elements of a collection are selected, and
// their type; nil if t is none.
func elementOfType(t types.Type) (content.Sel, types.Type) {
	switch u := t.Underlying().(type) {
	case *types.Slice:
		return content.Sel{Kind: content.Elem}, u.Elem()
	case *types.Array:
		return content.Sel{Kind: content.Elem}, u.Elem()
	case *types.Map:
		return content.Sel{Kind: content.AnyKey}, u.Elem()
	}
	return content.Sel{}, nil
}

// writeFacts describes what fn does to its parameters.
func (a *Analysis) writeFacts(fn *ssa.Function) []WriteFact {
	var out []WriteFact
	for i, p := range fn.Params {
		if !ssautil.SharesMemory(p.Type()) || !ssautil.HoldsPayload(p.Type()) {
			continue
		}
		more := false
		for _, e := range a.effects(p) {
			if len(out) >= maxFactNodes && !a.forbids(e.path) {
				more = true
				continue
			}
			if e.inside != nil || e.drops != nil || e.content == nil && !e.strong && len(e.keys) == 0 {
				continue
			}
			x := &exporter{fn: fn}
			w := WriteFact{Param: i, Path: e.path, Keys: x.refs(e.keys), Removes: e.content == nil}
			if len(e.keys) > 0 && len(w.Keys) == 0 {
				continue
			}
			w.Strong = e.in.Parent() == fn && (e.strong || w.Removes) && ssautil.Always(e.in)
			if e.content != nil {
				w.Content = x.content(e.content(nil, exitOf(fn)))
			}
			out = append(out, w)
		}
		if more {
			out = append(out, WriteFact{Param: i, Content: ContentFact{Flags: content.Opaque | content.Unknown}})
		}
	}
	return out
}

func (c ContentFact) empty() bool {
	return c.Flags&^content.Present == 0 && len(c.Consts)+len(c.Derived)+len(c.Children)+len(c.Origins)+len(c.Refs) == 0
}

// An exporter writes contents in terms of the parameters of fn.
type exporter struct {
	fn    *ssa.Function
	only  bool // only what depends on a parameter, with the keys above it
	nodes int
	known []string // constant texts of the package
}

func (x *exporter) content(c *content.Content) ContentFact {
	if x.nodes++; x.nodes > maxFactNodes {
		return ContentFact{Flags: content.Opaque | content.Unknown}
	}
	f := ContentFact{Refs: x.refs(c.Refs)}
	if !x.only {
		f.Flags = c.Flags
		if len(f.Refs) < len(c.Refs) {
			f.Flags |= content.Opaque | content.Unknown
		}
		for _, k := range c.Consts {
			if k.Derived {
				f.Derived = append(f.Derived, k.Val)
			} else {
				f.Consts = append(f.Consts, k.Val)
			}
		}
		for _, o := range c.Origins {
			f.Origins = append(f.Origins, OriginFact{o.Name, o.Kind, o.Class})
		}
	}
	for _, ch := range c.Sorted() {
		e := ChildFact{
			Key: ch.Key, Known: ch.Known, Elem: ch.Elem, Allowed: ch.Allowed, Sanitizer: ch.Sanitizer,
			Keys: x.refs(ch.KeyRefs), Val: x.content(ch.Val),
		}
		if x.only && len(e.Keys) == 0 && e.Val.empty() {
			continue
		}
		f.Children = append(f.Children, e)
	}
	return f
}

// refs writes references to the parameters of fn; others are left out.
func (x *exporter) refs(rs []content.Ref) []RefFact {
	var out []RefFact
	for _, r := range rs {
		i := -1
		if x.fn != nil {
			i = slices.Index(x.fn.Params, paramOf(r))
		}
		except, ok := x.exceptions(r)
		if i < 0 || !ok {
			continue
		}
		out = append(out, RefFact{i, r.Path, except, r.Sanitizer, r.Fragment, r.Key})
	}
	return out
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
	if x.known != nil {
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
				if s, ok := ssautil.Text(*op); ok && len(seen) < limit.Consts.Max {
					seen[s] = true
				}
			}
		}
	}
}
