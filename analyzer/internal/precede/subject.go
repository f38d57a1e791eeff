package precede

import (
	"go/token"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/text"
	"golang.org/x/tools/go/ssa"
)

// A Subject is whom an operation is about, by the values that the identifier
// is made of. A nil Subject is somebody who is not named.
type Subject []part

// A part is a place that an identifier comes from, or a constant text if root
// is nil.
type part struct {
	root ssa.Value
	text string
	path content.Path
	via  ssa.Instruction // puts it on the list that it was taken from

	// widened: the place lies somewhere below path or, without a root, is not
	// known. Two such are never taken to be the same.
	widened bool
}

// unknown is a Subject that is the same as no other.
var unknown = Subject{{widened: true}}

func (p part) isUnknown() bool { return p.root == nil && p.widened }

// Subject returns whom the identifier v names: prefixes, escapes and
// conversions do not matter.
func (a *Analysis) Subject(v ssa.Value) Subject {
	if !ssautil.IsText(v.Type()) {
		return a.origin(v, nil)
	}
	return a.named(a.texts.Read(v, nil))
}

// SubjectIn is Subject for a field of the struct v.
func (a *Analysis) SubjectIn(v ssa.Value, field string) Subject {
	return a.origin(v, content.Path{{Kind: content.Field, Name: field}})
}

// named returns whom a text names: by its holes or, if there are none, by its
// segments, of which one is the name in a URL.
func (a *Analysis) named(t text.Text) Subject {
	var out Subject
	for _, v := range t.Holes() {
		out = append(out, a.origin(v, nil)...)
	}
	if len(out) > 0 {
		return out
	}
	for segment := range strings.SplitSeq(t.Shape(customerio.Hole), "/") {
		out = append(out, part{text: segment})
	}
	return out
}

// same reports whether s and t are about the same one: all that one of them
// is made of belongs to the other. Nobody named may be anybody.
func (s Subject) same(t Subject) bool {
	return s == nil || t == nil || s.within(t) || t.within(s)
}

// mayBeSame is same, but for what was given up at a bound: that counts.
func (s Subject) mayBeSame(t Subject) bool {
	return slices.ContainsFunc(slices.Concat(s, t), part.isUnknown) || s.known().same(t.known())
}

// known is s as if nothing of it had been given up.
func (s Subject) known() Subject {
	out := slices.Clone(s)
	for i := range out {
		out[i].widened = false
	}
	return out
}

func (s Subject) within(t Subject) bool {
	for _, p := range s {
		if !slices.ContainsFunc(t, p.overlaps) {
			return false
		}
	}
	return true
}

// overlaps: one is the other, or a part of it.
func (p part) overlaps(q part) bool {
	if p.root != q.root || p.text != q.text || p.isUnknown() || q.isUnknown() {
		return false
	}
	return !p.widened && q.path.HasPrefix(p.path) || !q.widened && p.path.HasPrefix(q.path)
}

// Equal reports whether two subjects are made of the same parts.
func (s Subject) Equal(t Subject) bool { return len(s) > 0 && s.equal(t) }

// String is what the source calls somebody, "" if that is not one variable or
// a field of one.
func (s Subject) String() string {
	if len(s) != 1 || s[0].root == nil || s[0].widened {
		return ""
	}
	var name string
	switch x := s[0].root.(type) {
	case *ssa.Parameter, *ssa.FreeVar, *ssa.Global:
		name = x.Name()
	case *ssa.Alloc:
		name = x.Comment
	}
	for _, sel := range s[0].path {
		if sel.Kind != content.Field {
			return ""
		}
		name += "." + sel.Name
	}
	if !token.IsIdentifier(strings.ReplaceAll(name, ".", "_")) {
		return "" // the compiler's name
	}
	return name
}

// equal: both are made of the same parts, whatever is known of these.
func (s Subject) equal(t Subject) bool {
	return slices.EqualFunc(s, t, func(p, q part) bool {
		return p.root == q.root && p.text == q.text && p.widened == q.widened && slices.Equal(p.path, q.path)
	})
}

// dependsOn reports whether s depends on a parameter of fn.
func (s Subject) dependsOn(fn *ssa.Function) bool {
	return slices.ContainsFunc(s, func(p part) bool { x, ok := p.root.(*ssa.Parameter); return ok && x.Parent() == fn })
}

// isPassed reports whether the callers of fn say who s is. A request that was
// received is brought by none of them.
func (s Subject) isPassed(fn *ssa.Function) bool {
	received := func(p part) bool {
		return p.root != nil && ssautil.QualifiedTypeName(p.root.Type()) == "net/http.Request"
	}
	return s.dependsOn(fn) && !s.isLocal(fn) && !slices.ContainsFunc(s, received)
}

// isLocal reports whether s is known only in fn: it depends on a value that is
// computed there.
func (s Subject) isLocal(fn *ssa.Function) bool {
	return slices.ContainsFunc(s, func(p part) bool {
		in, ok := p.root.(ssa.Instruction)
		return ok && in.Parent() == fn
	})
}

// isElementOf reports whether s is an element of a list that is passed to fn.
func (s Subject) isElementOf(fn *ssa.Function) bool {
	return slices.ContainsFunc(s, func(p part) bool {
		x, ok := p.root.(*ssa.Parameter)
		return ok && x.Parent() == fn && slices.ContainsFunc(p.path, func(x content.Sel) bool { return x.Kind == content.Elem })
	})
}

// isOneOfMany reports whether s is another one each time in a loop around in:
// an element of a collection, of which it may be known who puts it there, a
// value computed in the loop, or one that the loop reads.
func (a *Analysis) isOneOfMany(s Subject, in ssa.Instruction) bool {
	return slices.ContainsFunc(s, func(p part) bool {
		if p.via != nil || slices.ContainsFunc(p.path, func(x content.Sel) bool { return x.Kind != content.Field && x.Kind != content.Key }) {
			return true
		}
		at, ok := p.root.(ssa.Instruction)
		return ok && at.Parent() == in.Parent() && a.graph.SameLoop(at.Block(), in.Block()) || isRead(a, p, in)
	})
}

// appendedIn returns the instructions of fn that put s on a list.
func (s Subject) appendedIn(fn *ssa.Function) []ssa.Instruction {
	var out []ssa.Instruction
	for _, p := range s {
		if p.via != nil && p.via.Parent() == fn {
			out = append(out, p.via)
		}
	}
	return out
}

// seenFrom is s with the arguments of a call in place of the parameters of fn.
func (a *Analysis) seenFrom(s Subject, call ssa.CallInstruction, fn *ssa.Function) Subject {
	var out Subject
	for _, p := range s {
		x, ok := p.root.(*ssa.Parameter)
		if !ok || x.Parent() != fn {
			out = append(out, p)
			continue
		}
		arg := ssautil.ArgFor(call.Common(), x)
		if arg == nil {
			continue
		}
		of := a.at(arg, p.path)
		if p.widened {
			of = of.widen()
		}
		out = append(out, of...)
	}
	return out
}

// at is the part at p of an argument or, if p does not lead into it, whom it
// names.
func (a *Analysis) at(arg ssa.Value, p content.Path) Subject {
	if len(p) == 0 {
		return a.Subject(arg)
	}
	return a.origin(arg, p)
}

func (s Subject) widen() Subject {
	out := slices.Clone(s)
	for i := range out {
		out[i].widened = true
	}
	return out
}
