package precede

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/httpreq"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A TextFact is one of the texts by which a function asks for something: one
// that is known, or a part of a parameter.
type TextFact struct {
	Key   string // as in [Item]
	Known []string
	From  []SubjectFact
}

// ExportItem tells importers of what functions ask for by texts that their
// callers pass: a wrapper around a client, that is told the event or the action.
func (a *Analysis) ExportItem(name, form string, it Item) {
	seen := items{}
	for work := []Item{it}; len(work) > 0; work = work[1:] {
		it := work[0]
		if seen.has(it) || len(seen) >= limit.Texts.Max {
			continue
		}
		seen.add(it)
		_, open, more := textsIn(it.texts)
		fn := it.op.fn()
		if texts, ok := textFacts(it.texts, fn); ok && slices.Contains(more, fn) {
			if s, ok := subjectFacts(it.op); ok && len(s) > 0 {
				a.export(fn, OpFact{Kind: Asks, Name: name, Form: form, Texts: texts, Subject: s})
			}
		}
		if len(open) == 0 {
			open = more
		}
		work = append(work, itemAbove(a, it, open)...)
	}
}

// textFacts are the texts of an item as importers see them; false if they depend
// on what no importer passes.
func textFacts(c *content.Content, fn *ssa.Function) ([]TextFact, bool) {
	var out []TextFact
	for _, ch := range c.Children {
		t := TextFact{Key: ch.Key}
		t.Known, _ = ch.Val.Keys()
		for _, r := range ch.Val.Refs {
			p, ok := r.Param.(*ssa.Parameter)
			if !ok || p.Parent() != fn {
				return nil, false
			}
			t.From = append(t.From, SubjectFact{Param: slices.Index(fn.Params, p), Path: r.Path})
		}
		out = append(out, t)
	}
	return out, true
}

// Asked is what an imported operation asks for, as the call makes it: for each
// element of a list that it passes, in the form f, if it is known what those are.
func (a *Analysis) Asked(m Imported, f httpreq.Form) []Item {
	call := m.At.(ssa.CallInstruction)
	args := ssautil.Args(call.Common())
	if param, list, ok := m.listed(); ok && param < len(args) {
		if found, all := a.requests.Elements(call, args[param], list, f); all && len(found) > 0 {
			var items []Item
			for _, it := range found {
				items = append(items, placed(a, it))
			}
			return items
		}
	}
	return []Item{asked(a, m, call, args)}
}

// listed is the list that the texts are in, which is passed: all in one element.
func (op OpFact) listed() (param int, list content.Path, ok bool) {
	for _, t := range op.Texts {
		if len(t.Known) > 0 || len(t.From) != 1 {
			return 0, nil, false
		}
		from := t.From[0]
		i := slices.IndexFunc(from.Path, func(x content.Sel) bool { return x.Kind == content.Elem })
		if i < 0 || ok && (from.Param != param || !slices.Equal(from.Path[:i], list)) {
			return 0, nil, false
		}
		param, list, ok = from.Param, from.Path[:i], true
	}
	return param, list, ok
}

// asked is what an imported operation asks for by all that its texts may be.
func asked(a *Analysis, m Imported, call ssa.CallInstruction, args []ssa.Value) Item {
	var out content.Builder
	for _, t := range m.Texts {
		var b content.Builder
		for _, k := range t.Known {
			b.AddConst(content.Const{Val: k})
		}
		for _, f := range t.From {
			if f.Param < len(args) {
				b.Add(a.core.Content(args[f.Param], f.Path, ssautil.Before(call)))
			}
		}
		out.AddChild(&content.Child{Key: t.Key, Known: true, Val: b.Done()})
	}
	return Item{out.Done(), m.Operation}
}
