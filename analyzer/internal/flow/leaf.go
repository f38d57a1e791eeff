package flow

import (
	"go/types"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/wire"
)

// leaves are the implementing types that the package mentions and that send,
// or hand on: what their methods are.
type leaves struct {
	known   map[wire.Node]bool
	sends   map[string]bool // functions of other packages that send
	senders []Sender        // methods that have no fact: of an SDK, or of an embedded interface
	impls   []wire.Impl
	listed  []*types.Func
}

func (a *Analysis) newLeaves(facts []*WireFact) *leaves {
	l := &leaves{known: map[wire.Node]bool{}, sends: map[string]bool{}}
	for _, f := range facts {
		for _, s := range f.Senders {
			l.sends[s.Func] = true
		}
	}
	return l
}

// isLeaf reports whether a method of t sends or may do so.
func (a *Analysis) isLeaf(t types.Type) bool {
	leaf := wire.TypeLeaf(t)
	if yes, ok := a.leaves.known[leaf]; ok {
		return yes
	}
	name, _ := leaf.AsType()
	yes := false
	set := a.prog.MethodSets.MethodSet(t)
	for i := range set.Len() {
		sel := set.At(i)
		fn := sel.Obj().(*types.Func).Origin()
		if !fn.Exported() {
			continue // no interface of another package has it
		}
		if target := a.implementing(name, sel, fn); target != "" {
			a.leaves.impls = append(a.leaves.impls, wire.Impl{Type: name, Method: fn.Name(), Func: target})
			yes = true
		}
	}
	a.leaves.known[leaf] = yes
	return yes
}

// implementing is the function that runs as a method of the named type, "" if
// it is known not to send.
func (a *Analysis) implementing(typ string, sel *types.Selection, fn *types.Func) string {
	name := fn.FullName()
	switch {
	case types.IsInterface(fn.Signature().Recv().Type()):
		return a.embedded(typ, sel, fn)
	case fn.Pkg() == a.pkg.Pkg, a.leaves.sends[name], a.cfg.Fact(fn) != nil, a.listedSender(fn):
		return name
	}
	return ""
}

// listedSender notes what a function does that has no fact, because the rules
// know it; false if they know of nothing.
func (a *Analysis) listedSender(fn *types.Func) bool {
	s := Sender{Func: fn.FullName(), Pkg: ssautil.PkgPath(fn), Sanitizer: a.cfg.Sanitizer(fn)}
	for _, snk := range a.find.Call(fn) {
		s.Sinks = append(s.Sinks, SinkFact{Info: snk.Info, Arg: snk.Arg, Payload: ContentFact{Refs: []RefFact{{Param: snk.Arg, Path: snk.Path}}}})
	}
	says := len(s.Sinks) > 0 || s.Sanitizer != content.NotSanitizer
	if says {
		a.leaves.senders = append(a.leaves.senders, s)
		a.leaves.listed = append(a.leaves.listed, fn)
	}
	return says
}

// embedded: a method that a type has of an interface that it embeds hands on
// what it is given to what that interface holds.
func (a *Analysis) embedded(typ string, sel *types.Selection, fn *types.Func) string {
	owner, field := embeddedField(sel)
	if owner == nil || !wire.Carries(field.Type()) {
		return ""
	}
	s := SinkFact{
		Info: Port{Func: wire.FieldNode(owner, field.Name()), Method: fn.Name()}, // of no package: nobody has judged a call that stands nowhere
		Arg:  -1,
	}
	for i := range fn.Signature().Params().Len() {
		s.Parts = append(s.Parts, partsIn(i+1, fn.Signature().Params().At(i).Type())...)
	}
	for n, p := range s.Parts {
		s.Payload.Children = append(s.Payload.Children, ChildFact{Key: partKey(n), Known: true, Val: ContentFact{Refs: []RefFact{{Param: p.Index, Path: p.Path}}}})
	}
	name := typ + "." + fn.Name()
	a.leaves.senders = append(a.leaves.senders, Sender{Func: name, Pkg: owner.Obj().Pkg().Path(), Sinks: []SinkFact{s}})
	return name
}

// embeddedField is the field by which a type has a method of an interface, and
// the named type that has the field.
func embeddedField(sel *types.Selection) (*types.Named, *types.Var) {
	t := sel.Recv()
	var owner *types.Named
	var field *types.Var
	for _, i := range sel.Index()[:len(sel.Index())-1] {
		s, ok := ssautil.Struct(t)
		if !ok {
			return nil, nil
		}
		owner, field = ssautil.Named(t), s.Field(i)
		t = field.Type()
	}
	return owner, field
}
