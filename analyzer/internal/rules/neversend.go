package rules

import (
	"fmt"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/internal/keyclass"
	"github.com/ciolint/ciolint/internal/policy"
	"github.com/ciolint/ciolint/runtime/pii"
)

func checkNeverSend(c *Check, inst *flow.Instance) []analysis.Diagnostic {
	role := roleOf(inst)
	switch role {
	case customerio.Attributes, customerio.EventData, customerio.DeviceData, customerio.MessageData,
		customerio.FreeText, customerio.Rows, customerio.ContextField, customerio.Attachment, customerio.Recipient:
	default:
		return nil
	}
	n := &neverWalk{c: c, inst: inst, role: role}
	n.content(inst.Content, nil, where{})
	return n.out
}

// neverWalk looks through the content of one payload.
type neverWalk struct {
	c    *Check
	inst *flow.Instance
	role customerio.Role
	out  []analysis.Diagnostic
}

// where is the entry that the walk is in.
type where struct {
	key      string // nearest constant key; "" at the top
	child    *content.Child
	delivers bool // a message exists to deliver what stands here
}

func (n *neverWalk) content(c *content.Content, path []keyclass.Step, w where) {
	for _, o := range c.Origins {
		if o.Class == pii.NeverSend && !o.Outer && !n.delivers(o.Name) && !n.linked(o.Name, w) && !(o.Marked && w.delivers) {
			n.value(o, w)
		}
	}
	n.shapes(c, w)
	for _, ch := range c.Sorted() {
		n.child(ch, path, w)
	}
}

func (n *neverWalk) child(ch *content.Child, path []keyclass.Step, w where) {
	switch {
	case ch.Elem:
		n.content(ch.Val, keyclass.InList(path), where{w.key, nearest(w, ch), w.delivers})
	case !ch.Known:
		n.content(ch.Val, path, where{"", nearest(w, ch), false})
	case n.isNeverSend(ch, path):
		if !ch.Val.Empty() && !ch.Outer {
			n.key(ch, path, w)
		}
	default:
		delivers := infoOf(n.inst).Transactional && n.c.Policy.DeliverableAt(path, ch.Key)
		path = below(n.c.Policy, path, ch)
		at := ch
		if !ch.Pos.IsValid() && w.child != nil {
			at = w.child
		}
		n.content(ch.Val, path, where{ch.Key, at, delivers})
	}
}

// nearest is the entry to point at: an element's nearest key, if it has one.
func nearest(w where, ch *content.Child) *content.Child {
	if w.child != nil && w.child.Pos.IsValid() {
		return w.child
	}
	return ch
}

// isNeverSend judges an entry by its key, alone and with the keys above it:
// the number in {"card": {"number": n}} is a card number.
func (n *neverWalk) isNeverSend(ch *content.Child, path []keyclass.Step) bool {
	if ch.Allowed || infoOf(n.inst).Transactional && n.c.Policy.DeliverableAt(path, ch.Key) {
		return false
	}
	return n.c.Policy.ClassAt(path, ch.Key) == pii.NeverSend && !isPreference(n.c.Policy, path, ch)
}

// isPreference reports whether an entry is a switch of the subscription
// preferences, whatever topic it is called after.
func isPreference(pol *policy.Policy, path []keyclass.Step, ch *content.Child) bool {
	root := ""
	if len(path) > 0 {
		root = path[0].Key
	}
	if !keyclass.IsPreference(root, ch.Key) || !ch.Val.SaysNothing() {
		return false
	}
	_, decided := pol.Decided(ch.Key)
	return !decided
}

// below are the keys around what stands below an entry. One that may be sent
// says nothing about it.
func below(pol *policy.Policy, path []keyclass.Step, ch *content.Child) []keyclass.Step {
	return keyclass.Below(path, ch.Key, ch.Allowed || pol.IsOpaqueAt(path, ch.Key))
}

// delivers: a one-time code or a reset link is what a transactional message is for.
func (n *neverWalk) delivers(name string) bool {
	return name != "" && infoOf(n.inst).Transactional && n.c.Policy.Deliverable(name)
}

// linked: the token in a link of such a message is what opens it, whatever
// the program calls it. A password or a key of the service's is not.
func (n *neverWalk) linked(name string, w where) bool {
	return infoOf(n.inst).Transactional && opensLink(n.c.Policy, w.key, name)
}

// opensLink reports whether a datum of that name under that key is what makes a
// link work.
func opensLink(pol *policy.Policy, key, name string) bool {
	return isLink(key) && (pol.Deliverable("reset_"+name) || strings.EqualFold(name, "secret"))
}

func isLink(key string) bool {
	key = strings.ToLower(key)
	return strings.HasSuffix(key, "link") || strings.HasSuffix(key, "url") || strings.HasSuffix(key, "href")
}

func (n *neverWalk) key(ch *content.Child, path []keyclass.Step, w where) {
	s := infoOf(n.inst)
	through := remedy(n.inst)
	own := !inDictionary(ch.Key, path, pii.NeverSend)
	if own {
		through = fmt.Sprintf("a sanitizer with sanitize.NeverSend(%q)", ch.Key)
	}
	f := analysis.Diagnostic{
		Message: fmt.Sprintf("never-send key %q%s reaches %s%s; remove it or pass the payload through %s", ch.Key, putIn(n.inst), s.Name, wiredBy(n.inst), through),
		Related: n.c.path(n.inst, nil, ch),
	}
	pos := ch.Pos
	if !pos.IsValid() && w.child != nil && !w.child.Outer {
		pos = w.child.Pos
	}
	n.c.place(&f, n.inst, pos)
	if n.inst.Wiring != nil {
		n.out = append(n.out, f) // what to change is in another package
		return
	}
	if !own { // the sanitizer's package functions do not know the policy's keys
		n.c.sanitize(&f, n.inst, ch.Pos)
	}
	n.c.leaveOut(&f, n.inst, ch)
	n.out = append(n.out, f)
}

// inDictionary reports whether the dictionary itself gives a key, alone or
// with those around it, a class at least as strict.
func inDictionary(key string, path []keyclass.Step, class pii.Class) bool {
	has, _ := keyclass.At(path, key)
	return has >= class
}

func (n *neverWalk) value(o content.Origin, w where) {
	name := o.Name
	if name == "" {
		name = "(" + o.Kind + ")"
	}
	f := analysis.Diagnostic{
		Message: fmt.Sprintf("never-send value %s%s reaches %s%s%s; remove it, the sanitizer works by key and cannot see it",
			name, putIn(n.inst), sinkOf(n.inst), under(w), wiredBy(n.inst)),
		Related: n.c.path(n.inst, &o, w.child),
	}
	pos := o.At
	if w.child != nil && !w.child.Outer && !o.At.IsValid() {
		pos = w.child.Pos
	}
	n.c.place(&f, n.inst, pos)
	n.out = append(n.out, f)
}

func under(w where) string {
	switch {
	case w.key != "":
		return " under " + quoted(w.key)
	case w.child != nil:
		return " under an unknown key"
	}
	return ""
}

// quoted is a key as messages show it. A key that is itself a card number or
// the like is not shown.
func quoted(key string) string {
	if len(pii.Detect(key)) > 0 {
		return fmt.Sprintf("a key of %d characters", len(key))
	}
	return fmt.Sprintf("%q", key)
}

// shapes looks for constants that are sensitive by their shape alone. What
// the sanitizer saw it has redacted.
func (n *neverWalk) shapes(c *content.Content, w where) {
	if c.Flags&content.Sanitized != 0 || w.child != nil && w.child.Outer {
		return
	}
	for _, k := range c.Consts {
		if k.Derived {
			continue
		}
		for _, m := range pii.Detect(k.Val) {
			n.value(content.Origin{Kind: strings.ToLower(m.Kind.String()), Class: pii.NeverSend}, w)
		}
	}
}

// remedy is the function to pass a payload through.
func remedy(inst *flow.Instance) string {
	if infoOf(inst).Transactional {
		return "sanitize.MessageData"
	}
	return "sanitize.Attributes"
}

// place sets the range of f: what was written at pos if that is in this
// package, else the argument that leads to the sink.
func (c *Check) place(f *analysis.Diagnostic, inst *flow.Instance, pos token.Pos) {
	if inst.Wiring != nil {
		f.Pos = inst.Wiring.Pos
		return
	}
	if pos.IsValid() {
		if e := c.source.key(pos); e != nil {
			f.Pos, f.End = e.Pos(), e.End()
			return
		}
		f.Pos = pos
		return
	}
	if e := c.payloadExpr(inst); e != nil {
		f.Pos, f.End = e.Pos(), e.End()
		return
	}
	if call, ok := inst.Call.(ssa.CallInstruction); ok {
		f.Pos = c.Flow.ArgumentPos(call, inst.Arg)
	}
	if !f.Pos.IsValid() {
		f.Pos = inst.Call.Pos()
	}
	if !f.Pos.IsValid() && ssautil.FromSource(inst.Call.Parent()) {
		f.Pos = inst.Final.Pos() // the call of an iterator stands nowhere in the source
	}
}
