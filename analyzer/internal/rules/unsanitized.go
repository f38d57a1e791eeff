package rules

import (
	"fmt"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/internal/keyclass"
	"github.com/ciolint/ciolint/internal/policy"
	"github.com/ciolint/ciolint/runtime/pii"
)

func checkUnsanitized(c *Check, inst *flow.Instance) []analysis.Diagnostic {
	s := infoOf(inst)
	if roleOf(inst) == customerio.ContextField {
		return checkContextField(c, inst)
	}
	if !roleOf(inst).IsPayload() || inst.Stored || !c.skipsSanitizer(inst) {
		return nil
	}
	f := analysis.Diagnostic{
		Message: fmt.Sprintf("payload%s of %s skips the sanitizer%s%s; wrap it in %s", putTogether(inst), s.Name, wiredBy(inst), c.holds(inst.Content), remedy(inst)),
		Related: c.path(inst, nil, nil),
	}
	if key := c.unknownToSanitizer(inst.Content, nil); key != "" && inst.Content.Flags&content.Sanitized != 0 {
		f.Message = fmt.Sprintf("payload of %s holds %q, which the policy hashes and %s does not know; use a sanitizer with sanitize.Hash(%q)", s.Name, key, remedy(inst), key)
		f.SuggestedFixes = nil
	}
	c.place(&f, inst, 0)
	if inst.Wiring == nil { // else the payload is in another package
		c.sanitize(&f, inst, token.NoPos)
	}
	return []analysis.Diagnostic{f}
}

// skipsSanitizer decides whether the payload, as seen from this call, needs
// a sanitizer and lacks it.
func (c *Check) skipsSanitizer(inst *flow.Instance) bool {
	delivers := infoOf(inst).Transactional
	if c.needs(inst.Content, judgement{delivers: delivers, duty: c.callersDuty(inst)}) {
		return true
	}
	for _, r := range inst.Content.Refs {
		if r.Sanitized() {
			continue
		}
		switch {
		case flow.IsFilled(r):
			continue // not by anybody who is known to
		case flow.IsResult(r):
			return true
		case inst.Here || c.Flow.Taken(inst, r):
			if !c.storedClean(r, delivers) {
				return true
			}
		}
	}
	return false
}

// storedClean reports whether all that the package stores in the field that r
// reads has passed a sanitizer. Of a queue, it is enough that callers hand it
// over, whose duty it is then.
func (c *Check) storedClean(r content.Ref, delivers bool) bool {
	stored := c.Flow.FieldContent(r)
	if c.needs(stored, judgement{delivers: delivers}) {
		return false
	}
	if flow.IsQueue(r) && len(stored.Refs) > 0 {
		return true
	}
	return stored.Flags&content.Sanitized != 0 && len(stored.Refs) == 0
}

// needs decides for a content by itself. What delivers may hold what such a
// message is for.
func (c *Check) needs(ct *content.Content, j judgement) bool {
	switch {
	case ct.Empty():
		return false
	case ct.Flags&content.Opaque != 0:
		return true
	case ct.Flags&content.Raw != 0:
		return c.Policy.RequireSanitizer == policy.Always || !c.clean(ct, nil, j)
	case ct.Flags&content.Handed != 0 && c.Policy.RequireSanitizer == policy.UnlessClean:
		return !c.clean(ct, nil, j) // else it is asked for where it is put together
	case ct.Flags&content.Sanitized != 0:
		j.strict = c.Policy.RequireSanitizer == policy.Always
		return !c.clean(ct, nil, j)
	}
	return ct.Flags&content.Unknown != 0
}

// A judgement is how a payload is looked at.
type judgement struct {
	delivers bool                   // it is in a transactional message, which may hold what that is for
	strict   bool                   // it has passed the sanitizer before: what was added must be a constant or say nothing by itself
	duty     func(content.Ref) bool // tells what callers bring, and answer for; nil if nobody does
}

// areCallers reports whether callers answer for all of rs.
func (j judgement) areCallers(rs []content.Ref) bool {
	return j.duty != nil && len(rs) > 0 && !slices.ContainsFunc(rs, func(r content.Ref) bool { return !j.duty(r) })
}

// cleanValue reports whether v is, but for its entries, nothing that the
// sanitizer would have to look into.
func (j judgement) cleanValue(v *content.Content) bool {
	if v.Flags&content.Numeric != 0 {
		return true
	}
	if j.strict {
		return v.Flags&content.Opaque == 0 && len(v.Refs) == 0
	}
	for _, r := range v.Refs {
		if flow.Collection(r) && !flow.IsFilled(r) && !j.areCallers([]content.Ref{r}) {
			return false
		}
	}
	return v.Flags&content.Opaque == 0 || v.Flags&content.Scalar != 0
}

// callersDuty tells what of a payload the callers of the function bring that
// sends it: they are judged with what they bring.
func (c *Check) callersDuty(inst *flow.Instance) func(content.Ref) bool {
	if inst.Here {
		return nil
	}
	return func(r content.Ref) bool { return c.Flow.IsPassedOn(inst, r) }
}

// clean reports whether ct is proven to hold only harmless keys and values: the
// sanitizer would hand it back as it is.
func (c *Check) clean(ct *content.Content, path []keyclass.Step, j judgement) bool {
	for _, ch := range ct.Children {
		if ch.Val.Flags&content.Sanitized != 0 {
			continue
		}
		if ch.Outer { // it was judged, but for a collection that this call passes
			if ch.Val.Flags&content.Handed != 0 && (!j.cleanValue(ch.Val) || !c.clean(ch.Val, below(c.Policy, path, ch), j)) {
				return false
			}
			continue
		}
		if !ch.Elem && !ch.Known && (ch.Open || j.strict || !j.areCallers(ch.KeyRefs)) {
			return false
		}
		inner, delivered := keyclass.InList(path), false
		if ch.Known {
			inner = below(c.Policy, path, ch)
			delivered = j.delivers && c.Policy.DeliverableAt(path, ch.Key)
			if !ch.Allowed && !delivered && c.Policy.ClassAt(path, ch.Key) != pii.Keep && !isPreference(c.Policy, path, ch) {
				if !ch.Val.Empty() {
					return false
				}
				continue
			}
		}
		if telling(c.Policy, ch, j, delivered) || !j.cleanValue(ch.Val) || !c.clean(ch.Val, inner, j) {
			return false
		}
	}
	return true
}

// telling reports whether an entry is made of a datum that has no business in
// the payload. What tags of others say does not matter where a message delivers.
func telling(pol *policy.Policy, ch *content.Child, j judgement, delivered bool) bool {
	return slices.ContainsFunc(ch.Val.Origins, func(o content.Origin) bool {
		return !(o.Marked && delivered) && (!j.delivers || !pol.Deliverable(o.Name) && !opensLink(pol, ch.Key, o.Name))
	})
}

// holds lists the hash-class keys that are known to be in the payload.
func (c *Check) holds(ct *content.Content) string {
	var keys []string
	c.hashKeys(ct, nil, &keys)
	if len(keys) == 0 {
		return ""
	}
	slices.Sort(keys)
	return " and holds " + strings.Join(slices.Compact(keys), ", ")
}

func (c *Check) hashKeys(ct *content.Content, path []keyclass.Step, keys *[]string) {
	for _, ch := range ct.Children {
		inner := keyclass.InList(path)
		if ch.Known {
			inner = below(c.Policy, path, ch)
			if !ch.Allowed && !ch.Val.Empty() && c.Policy.ClassAt(path, ch.Key) == pii.Hash {
				*keys = append(*keys, fmt.Sprintf("%q", ch.Key))
				continue
			}
		}
		c.hashKeys(ch.Val, inner, keys)
	}
}

// unknownToSanitizer returns a hash-class key of the policy's that is left in
// a payload, "" if there is none.
func (c *Check) unknownToSanitizer(ct *content.Content, path []keyclass.Step) string {
	for _, ch := range ct.Sorted() {
		if ch.Elem {
			if key := c.unknownToSanitizer(ch.Val, keyclass.InList(path)); key != "" {
				return key
			}
		}
		if !ch.Known || ch.Allowed || ch.Val.Empty() {
			continue
		}
		if c.Policy.ClassAt(path, ch.Key) == pii.Hash && !inDictionary(ch.Key, path, pii.Hash) {
			return ch.Key
		}
		if key := c.unknownToSanitizer(ch.Val, below(c.Policy, path, ch)); key != "" {
			return key
		}
	}
	return ""
}

// checkContextField judges a value that the SDK sends under a key of its own.
func checkContextField(c *Check, inst *flow.Instance) []analysis.Diagnostic {
	s := infoOf(inst)
	own := *inst.Content
	own.Refs = nil // the caller's
	if own.Empty() || own.Flags&content.Sanitized != 0 || c.Policy.Class(s.Key) == pii.Keep {
		return nil
	}
	f := analysis.Diagnostic{
		Message: fmt.Sprintf("%q%s goes raw to %s%s; hash it or leave it out", s.Key, putIn(inst), s.Name, wiredBy(inst)),
		Related: c.path(inst, nil, nil),
	}
	c.place(&f, inst, 0)
	return []analysis.Diagnostic{f}
}
