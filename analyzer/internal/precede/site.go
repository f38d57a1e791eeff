package precede

import (
	"cmp"
	"encoding/gob"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
)

// A Wiring is what those who wire a package learn of whom it hands to ports, and
// in which order. It is part of a go/analysis fact.
type Wiring struct {
	Ops     []FuncOps
	Waiting []Waiting
	Said    []string // what was reported, here or below
}

// FuncOps is the fact of a function, by its name.
type FuncOps struct {
	Func string
	Ops  []OpFact
}

func init() { gob.RegisterName("ciolint.Wiring", &Wiring{}) }

// A Waiting is somebody who is handed to a port, which may delete that person.
type Waiting struct {
	ID    string
	Port  Port
	Arg   int
	Seen  []string
	Site  Site
	Loops []Place // loops around it that stop at the first error

	stops []ssa.Instruction // of the loops, those that are here
	here  *Handed           // of the own package
}

// Here is the call, if it is one of the own package; nil else.
func (w Waiting) Here() *Handed { return w.here }

// Stop is where a loop is in the package, nil if it is elsewhere.
func (w Waiting) Stop(loop Place) ssa.Instruction {
	if i := slices.Index(w.Loops, loop) - (len(w.Loops) - len(w.stops)); i >= 0 {
		return w.stops[i]
	}
	return nil
}

// A Place is where something stands, in words.
type Place struct{ At, In string }

// A Site is one call on the way to a port, and what is known of the time before
// and after it.
type Site struct {
	Place
	Known     Certainty // what the package knows itself to come before
	Before    []Guard   // what comes before, if it is what has to
	Acts      []Guard   // what the function does to anybody, if it is that
	After     []Guard   // what is done to the same one afterwards
	Acted     bool      // the function acts as far as the package knows
	Delegated bool      // importers see to it, unless a function acts
	Callers   []Site
	Recurs    bool // some of the callers are on the way to it
}

// A Certainty says whether something comes before.
type Certainty uint8

const (
	No      Certainty = iota
	Perhaps           // it may have failed
	Sure
)

// A Guard is a call of another port, on the same one. What the two ports are
// handed are parts of one value.
type Guard struct {
	Port Port
	Arg  int
	Own  content.Path // the part that the guard is handed
	Rest content.Path // the part that the other is handed
	Sure bool

	ByName  bool // its name says that it is what has to come before
	Judged  bool // whether it is sure was judged where it stands
	Anybody bool // whoever it is about: it tells whose duty the order is
}

// Ports are the calls of a package by which somebody is handed to a port.
type Ports struct {
	a             *Analysis
	known, strict *Order
	promises      func(method string) bool
	groups        []*group
	handed        []Handed
}

// A group is all calls of one port that hand somebody over in one way.
type group struct {
	port          Port
	arg           int
	order, strict *Order
}

// Ports returns what looks for calls of ports.
func (a *Analysis) Ports() *Ports { return &Ports{a: a} }

// Prepare prepares questions about hs, given the operations that are known, and
// which methods promise to be what has to come before.
func (p *Ports) Prepare(hs []Handed, known *Order, promises func(method string) bool) {
	type key struct {
		port Port
		arg  int
	}
	ops := map[key][]Operation{}
	for _, h := range p.Raised(hs) {
		k := key{h.Port, h.Arg}
		ops[k] = append(ops[k], h.Operation)
	}
	p.known, p.strict, p.promises = known, strictly(known), promises
	keys := slices.SortedFunc(maps.Keys(ops), func(x, y key) int { return cmp.Or(x.port.compare(y.port), cmp.Compare(x.arg, y.arg)) })
	for _, k := range keys {
		o := p.a.Order(ops[k])
		p.groups = append(p.groups, &group{k.port, k.arg, o, strictly(o)})
	}
	for _, h := range hs {
		p.handed = append(p.handed, p.raised(h, p.level, map[ssa.Instruction]bool{})...)
	}
}

func strictly(o *Order) *Order {
	strict := *o
	strict.strict = true
	return &strict
}

// Waiting lists what those who wire the package need to know.
func (p *Ports) Waiting() []Waiting {
	var out []Waiting
	for _, h := range p.handed {
		if w, ok := p.waiting(h); ok {
			out = append(out, w)
		}
	}
	return out
}

// waiting is what waits of h; false if there is nothing that could be wrong.
func (p *Ports) waiting(h Handed) (Waiting, bool) {
	if !h.bearing || h.byCaller {
		return Waiting{}, false
	}
	w := Waiting{Port: h.Port, Arg: h.Arg, Seen: h.Seen, here: &h}
	w.Site = p.site(h, h.Operation, map[ssa.Instruction]bool{})
	w.Loops = slices.Clone(h.loops)
	for _, in := range p.known.StopsAtError(h.Operation) {
		if at := p.place(in); !slices.Contains(w.Loops, at) {
			w.Loops, w.stops = append(w.Loops, at), append(w.stops, in)
		}
	}
	w.ID = w.Site.At + " " + h.Port.Method
	return w, w.Site.Known != Sure || len(w.Loops)+len(w.Site.After) > 0
}

func (p *Ports) place(in ssa.Instruction) Place {
	at, fn := p.a.core.Place(in)
	return Place{at, fn}
}

// level is a call on the way to a port, without those above it.
func (p *Ports) level(h Handed, op Operation) Site {
	s := Site{Place: p.place(op.At)}
	if op.At == h.At {
		s.Before = slices.Clone(h.unless)
	}
	s.Acted = p.known.actsBeside(op)
	switch {
	case op.At == h.At && h.settled:
		s.Known = Sure
	case p.known.precedes(op) && p.strict.precedes(op):
		s.Known = Sure
	case p.known.precedes(op):
		s.Known = Perhaps
	}
	for _, g := range p.groups {
		p.look(&s, g, op)
	}
	return s
}

// site is a call on the way to a port, with those above it that are asked.
func (p *Ports) site(h Handed, op Operation, seen map[ssa.Instruction]bool) Site {
	seen[op.At] = true
	s := p.level(h, op)
	if s.Known == Sure {
		return s
	}
	fn := op.fn()
	if calledElsewhere(p.a.core, fn) {
		s.Delegated = op.Subject.isPassed(fn)
		if !s.Delegated {
			return s
		}
	}
	for _, x := range p.a.seenByCallers(op) {
		if seen[x.At] {
			s.Recurs = true
			continue
		}
		s.Callers = append(s.Callers, p.site(h, x, seen))
	}
	return s
}

// precedes reports whether the order's operation comes before op in its function.
func (o *Order) precedes(op Operation) bool {
	return !o.avoids(op.Subject, moment(op)) || !o.avoidsAny(op.Subject.appendedIn(op.fn()), op.Subject)
}

// look notes what the calls of one port are to op.
func (p *Ports) look(s *Site, g *group, op Operation) {
	before := g.order.precedes(op)
	acts := false
	for _, x := range g.order.ops[op.fn()] {
		acts = acts || x.At != op.At
		if x.At == op.At || !x.Same(op) {
			continue
		}
		guard := Guard{Port: g.port, Arg: g.arg, ByName: p.promises(g.port.Method)}
		guard.Own, guard.Rest = apart(x.Subject, op.Subject)
		if before {
			guard.Sure = g.strict.precedes(op)
			s.Before = addGuard(s.Before, guard)
		}
		if p.a.Follows(op, x) {
			s.After = addGuard(s.After, guard)
		}
	}
	if acts {
		s.Acts = addGuard(s.Acts, Guard{Port: g.port, Arg: g.arg, ByName: p.promises(g.port.Method)})
	}
}

func addGuard(gs []Guard, g Guard) []Guard {
	if slices.ContainsFunc(gs, g.equal) {
		return gs
	}
	return append(gs, g)
}

func (g Guard) equal(h Guard) bool {
	return g.Port == h.Port && g.Arg == h.Arg && g.Sure == h.Sure && g.Judged == h.Judged && g.ByName == h.ByName && g.Anybody == h.Anybody && slices.Equal(g.Own, h.Own) && slices.Equal(g.Rest, h.Rest)
}

// apart is how the paths of two that overlap go on below what they share.
func apart(s, t Subject) (own, rest content.Path) {
	for _, p := range s {
		for _, q := range t {
			if !p.overlaps(q) {
				continue
			}
			n := min(len(p.path), len(q.path))
			return p.path[n:], q.path[n:]
		}
	}
	return nil, nil
}
