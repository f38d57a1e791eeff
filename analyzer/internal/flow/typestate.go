package flow

import (
	"go/types"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A stateOf stands for what the objects of a type hold, whoever fills them: what
// a goroutine finds in a queue that methods put something into. A reference to it
// is put in by what the package stores in the field ([Analysis.FieldContent]).
type stateOf struct{ typ *types.Named }

func (s *stateOf) Name() string     { return s.typ.Obj().Name() }
func (s *stateOf) Type() types.Type { return s.typ }

// stateParam is the stateOf a type.
func (a *Analysis) stateParam(t *types.Named) *stateOf {
	p := a.states[t]
	if p == nil {
		p = &stateOf{t}
		a.states[t] = p
	}
	return p
}

// openState lets others fill the collections in the fields of an object that
// a goroutine has got hold of: it has methods, which may run at any time.
func (f *frame) openState(s *state, o *object) *state {
	n := ssautil.Named(o.typ)
	if n == nil || n.Obj().Pkg() != f.a.pkg.Pkg || n.NumMethods() == 0 || o.kind != allocated {
		return s
	}
	u, ok := n.Underlying().(*types.Struct)
	if !ok {
		return s
	}
	for v := range u.Fields() {
		if !isCollection(v.Type()) {
			continue
		}
		sel := content.Sel{Kind: content.Field, Name: v.Name()}
		r := content.Ref{Param: f.a.stateParam(n), Path: content.Path{sel}}
		s = f.store(s, f.at(place{obj: o}, f.a.in.id(sel)), write{val: of(&content.Content{Refs: []content.Ref{r}})})
	}
	return s
}

// isState reports whether v is what others have stored in a field.
func isState(v *value) bool {
	for _, r := range v.c.Refs {
		if _, ok := r.Param.(*stateOf); ok {
			return true
		}
	}
	return false
}

func isCollection(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Map, *types.Slice, *types.Chan:
		return !ssautil.IsText(t)
	}
	return false
}

// pushState follows what an instance finds in the fields of a type to those who
// have put it there.
func (a *Analysis) pushState(inst *Instance, seen map[string]bool) []*Instance {
	sum := &summary{}
	walkRefs(inst.Content, func(r content.Ref) {
		if _, ok := r.Param.(*stateOf); ok {
			sum.params = append(sum.params, r.Param)
		}
	})
	if len(sum.params) == 0 {
		return nil
	}
	f := a.frameOf(inst.Call.Parent())
	return a.stored(inst, f.instance(sum, &invocation{f: f, in: callOf(inst.Call)}, nil, f.lastState()), seen)
}

// stored is an instance with what the package stores in fields, and, of queues,
// what that is to those who store it.
func (a *Analysis) stored(inst *Instance, i *instance, seen map[string]bool) []*Instance {
	next := *inst
	sub := &substitution{i: i, mark: true, stored: true}
	next.Content, next.Depth, next.Here, next.Stored = sub.content(inst.Content), inst.Depth+1, false, true
	out := []*Instance{&next}
	queues := queuesIn(inst.Content)
	key := "stored " + queues
	if queues == "" || seen[key] {
		return out // what another field holds was judged where it is read
	}
	seen[key] = true
	if inst.queues == limit.Queues.Max {
		a.tally.Reached(limit.Queues)
		next.Content, next.Stored = next.Content.Widen(limit.Queues), false // nobody who stores it is asked
		return out
	}
	from := next
	from.Stored, from.queues = inst.Stored, inst.queues+1
	return append(out, a.push(&from, seen)...)
}

// queuesIn names the queues that c is read out of.
func queuesIn(c *content.Content) string {
	var ids []string
	walkRefs(c, func(r content.Ref) {
		if _, state := r.Param.(*stateOf); state || IsQueue(r) {
			ids = append(ids, types.TypeString(r.Param.Type(), nil)+r.Path.ID())
		}
	})
	slices.Sort(ids)
	return strings.Join(slices.Compact(ids), " ")
}

// IsQueue reports whether r is read out of a channel in a field: of what is sent
// there, those know who send it.
func IsQueue(r content.Ref) bool {
	if len(r.Path) == 0 || r.Path[0].Kind != content.Field {
		return false
	}
	t := partType(r.Param.Type(), r.Path[0])
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Chan)
	return ok
}
