package flow

import (
	"go/types"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/runtime/pii"
)

// sanitize carries out a call of a sanitizer: of its payload there remains
// only what it cannot know, never-send values under innocent keys.
func (i *invocation) sanitize(kind content.Sanitizer) ([]*value, *state) {
	vals := make([]*value, i.com.Signature().Results().Len())
	for k := range vals {
		t := i.com.Signature().Results().At(k).Type()
		switch {
		case ssautil.IsErrorType(t):
			vals[k] = of(content.Inert)
		case kind == content.SanitizesText:
			vals[k] = of(&content.Content{Flags: content.Sanitized})
		default:
			vals[k] = i.opaque(k, t, fromContent(i.f, i.cleaned(kind)))
		}
	}
	return vals, i.s
}

// cleaned is what a sanitizer leaves of its payload.
func (i *invocation) cleaned(kind content.Sanitizer) *content.Content {
	var b content.Builder
	for k, v := range i.args {
		if t := i.argType(k); isPayload(t) {
			b.Add(i.f.a.sanitized(i.f.content(v, t, i.s), kind, ""))
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
