package flow

import (
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/runtime/pii"
)

// maxPath bounds the length of a path; see the row for why.
var maxPath = limit.Path.Max

// paramOf is the parameter that r stands for a part of.
func paramOf(r content.Ref) *ssa.Parameter { return r.Param.(*ssa.Parameter) }

// functions returns the functions that c may be.
func functions(c *content.Content) []*ssa.Function {
	out := make([]*ssa.Function, 0, len(c.Funcs))
	for _, f := range c.Funcs {
		out = append(out, f.(*ssa.Function))
	}
	return out
}

// Collection reports whether what r stands for may have entries of its own
// that its type does not show: a map, or anything at all.
func Collection(r content.Ref) bool {
	t := typeAt(r.Param.Type(), r.Path)
	return t == nil || ssautil.HoldsPayload(t) && !ssautil.IsText(t)
}

// flatten turns a collection into the text that formatting it gives: all that
// was in it, and no keys.
func (a *Analysis) flatten(c *content.Content) *content.Content {
	if len(c.Children) == 0 && len(c.Refs) == 0 {
		return c
	}
	var b content.Builder
	b.C.Flags = c.Flags &^ (content.Raw | content.Sanitized)
	for _, k := range c.Consts {
		b.AddConst(k)
	}
	for _, o := range c.Origins {
		b.AddOrigin(o)
	}
	for _, r := range c.Refs {
		if _, f := r.Path.Formatted(); !f {
			r.Path = r.Path.Plus(content.Sel{Kind: content.Format})
		}
		b.AddRef(r)
	}
	for _, ch := range c.Children {
		b.C.Flags |= content.Unknown
		val := a.flatten(ch.Val)
		if ch.Known && !ch.Allowed && !val.Empty() {
			if class := a.cfg.Class(ch.Key); class == pii.NeverSend {
				b.AddOrigin(content.Origin{Name: ch.Key, Class: class, Pos: ch.Pos, Outer: ch.Outer, Via: ch.Via})
			}
		}
		b.Add(val)
	}
	return b.Done()
}

func setOf(keys []string) map[string]bool {
	set := make(map[string]bool, len(keys))
	for _, k := range keys {
		set[k] = true
	}
	return set
}
