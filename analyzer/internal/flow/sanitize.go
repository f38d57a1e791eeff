package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/runtime/pii"
)

// sanitizedResult is what a sanitizer returns: of its payload only what it
// cannot know, never-send values under innocent keys.
func (a *Analysis) sanitizedResult(c *ssa.CallCommon, fn *types.Func, kind content.Sanitizer, i int, q content.Path, at point) *content.Content {
	if i >= fn.Signature().Results().Len() || types.Identical(fn.Signature().Results().At(i).Type(), ssautil.ErrorType) {
		return content.Nothing
	}
	if kind == content.SanitizesText {
		return &content.Content{Flags: content.Sanitized}
	}
	key := ""
	for _, s := range q {
		switch {
		case s.Kind != content.Key:
		case a.strips(s.Name, kind):
			return &content.Content{Flags: content.Sanitized}
		default:
			key = s.Name
		}
	}
	var b content.Builder
	for _, arg := range ssautil.Args(c) {
		if isPayload(arg.Type()) {
			b.Add(a.sanitized(a.eval(arg, q, at), kind, key))
		}
	}
	n := *b.Done()
	n.Flags = content.Sanitized
	return &n
}

func isPayload(t types.Type) bool {
	if ssautil.IsText(t) {
		return true
	}
	_, isMap := t.Underlying().(*types.Map)
	return isMap || ssautil.IsNamed(t, "encoding/json", "RawMessage") || types.IsInterface(t)
}

// strips reports whether a sanitizer removes or hashes the entry under key.
func (a *Analysis) strips(key string, kind content.Sanitizer) bool {
	classify, deliverable := a.cfg.Class, a.cfg.Deliverable
	if kind.Plain() {
		classify, deliverable = pii.Classify, pii.Deliverable
	}
	class := classify(key)
	if class == pii.NeverSend && kind.Delivers() && deliverable(key) {
		return false
	}
	return class != pii.Keep
}

// missed reports whether a sanitizer that knows the dictionary alone lets an
// entry through that the user does not want to be sent.
func (a *Analysis) missed(ch *content.Child, kind content.Sanitizer) bool {
	return kind.Plain() && !ch.Allowed && !ch.Val.Empty() && a.strips(ch.Key, content.SanitizesAll)
}

// sanitized is what is left of c after a sanitizer that works by key: values
// that were read from a never-send source and stand under an innocent
// constant key. key is that key, if c is the value under one.
func (a *Analysis) sanitized(c *content.Content, kind content.Sanitizer, key string) *content.Content {
	var b content.Builder
	b.Mark(content.Sanitized)
	if key != "" {
		for _, o := range c.Origins {
			if o.Class == pii.NeverSend && o.Kind == "" && !(kind.Delivers() && a.cfg.Deliverable(o.Name)) {
				b.AddOrigin(o)
			}
		}
	}
	for _, ch := range c.Children {
		switch {
		case ch.Stripped, ch.Known && key != "" && a.strips(key+"."+ch.Key, kind):
		case ch.Elem:
			x := *ch
			x.Val = a.sanitized(ch.Val, kind, key)
			addSurvivor(&b, &x)
		case ch.Known && !a.strips(ch.Key, kind):
			x := *ch
			x.Val = a.sanitized(ch.Val, kind, ch.Key)
			if a.missed(ch, kind) {
				x.Val.Flags = content.Unknown
				b.AddChild(&x)
				continue
			}
			addSurvivor(&b, &x)
		case !ch.Known && len(ch.KeyRefs) > 0:
			x := *ch
			x.Val, x.Sanitizer = a.sanitized(ch.Val, kind, "?"), kind
			addSurvivor(&b, &x)
		}
	}
	for _, r := range c.Refs {
		r.Sanitizer, r.Key = kind, key
		b.AddRef(r)
	}
	return b.Done()
}

// addSurvivor adds an entry unless nothing of it can matter any more.
func addSurvivor(b *content.Builder, ch *content.Child) {
	if len(ch.Val.Origins) > 0 || len(ch.Val.Children) > 0 || len(ch.Val.Refs) > 0 {
		b.AddChild(ch)
	}
}
