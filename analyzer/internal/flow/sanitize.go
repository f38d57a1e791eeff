package flow

import (
	"go/types"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/internal/keyclass"
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
			b.Add(i.f.a.sanitized(i.f.content(v, t, i.s), kind, nil))
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
func (a *Analysis) strips(around []keyclass.Step, key string, kind content.Sanitizer) bool {
	class, deliverable := keyclass.At(around, key)
	if !kind.Plain() {
		class, deliverable = a.cfg.ClassAt(around, key)
	}
	if class == pii.NeverSend && kind.Delivers() && deliverable {
		return false
	}
	return class != pii.Keep
}

// missed reports whether a sanitizer that knows the dictionary alone lets an
// entry through that the user does not want to be sent.
func (a *Analysis) missed(around []keyclass.Step, ch *content.Child, kind content.Sanitizer) bool {
	return kind.Plain() && !ch.Allowed && !ch.Val.Empty() && a.strips(around, ch.Key, content.SanitizesAll)
}

// unknownKey stands for a key that is not known.
const unknownKey = "?"

// under are the keys around what a value under key holds.
func under(key string) []keyclass.Step {
	if key == "" {
		return nil
	}
	return []keyclass.Step{{Key: key}}
}

// nearest is the last of the keys around a value, "" at the top.
func nearest(around []keyclass.Step) string {
	if len(around) == 0 {
		return ""
	}
	return around[len(around)-1].Key
}

// sanitized is what is left of c after a sanitizer that works by key: values
// that were read from a never-send source and stand under an innocent
// constant key.
func (a *Analysis) sanitized(c *content.Content, kind content.Sanitizer, around []keyclass.Step) *content.Content {
	var b content.Builder
	b.Mark(content.Sanitized)
	if len(around) > 0 {
		for _, o := range c.Origins {
			if o.Class == pii.NeverSend && o.Kind == "" && !(kind.Delivers() && a.cfg.Deliverable(o.Name)) {
				b.AddOrigin(o)
			}
		}
	}
	for _, ch := range c.Children {
		a.survives(&b, ch, kind, around)
	}
	for _, r := range c.Refs {
		r.Sanitizer, r.Key = kind, nearest(around)
		b.AddRef(r)
	}
	return b.Done()
}

// survives adds what a sanitizer leaves of an entry.
func (a *Analysis) survives(b *content.Builder, ch *content.Child, kind content.Sanitizer, around []keyclass.Step) {
	x := *ch
	switch {
	case ch.Stripped:
	case ch.Elem:
		x.Val = a.sanitized(ch.Val, kind, keyclass.InList(around))
		addSurvivor(b, &x)
	case ch.Known && !a.strips(around, ch.Key, kind):
		x.Val = a.sanitized(ch.Val, kind, keyclass.Below(around, ch.Key, keyclass.IsReservedAt(around, ch.Key)))
		if a.missed(around, ch, kind) {
			x.Val.Flags = content.Unknown
			b.AddChild(&x)
			return
		}
		addSurvivor(b, &x)
	case !ch.Known && len(ch.KeyRefs) > 0:
		x.Val, x.Sanitizer = a.sanitized(ch.Val, kind, under(unknownKey)), kind
		addSurvivor(b, &x)
	}
}

// addSurvivor adds an entry unless nothing of it can matter any more.
func addSurvivor(b *content.Builder, ch *content.Child) {
	if len(ch.Val.Origins) > 0 || len(ch.Val.Children) > 0 || len(ch.Val.Refs) > 0 {
		b.AddChild(ch)
	}
}
