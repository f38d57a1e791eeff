package precede

import (
	"cmp"
	"go/token"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
)

// A Program is what is known of the functions that may stand behind ports.
type Program struct {
	Behind func(Port) []Implementation
	Ops    map[string][]OpFact // by function
}

// An Implementation is a function that may be behind a port.
type Implementation struct {
	Func  string
	Shift int       // how many of its parameters come before the first argument
	Given token.Pos // where this package puts it there
}

// A Hit is what an implementation does to whom it is handed, or to a part of
// whom.
type Hit struct {
	OpFact
	Path content.Path // the part
	By   Implementation
}

// A Fault is something that is wrong with what waits, given what is behind the
// ports.
type Fault struct {
	Kind  FaultKind
	Hit   Hit    // the deletion
	Later string // what writes afterwards
	Place Place  // of the call that is wrong
}

// A FaultKind says what is wrong.
type FaultKind uint8

const (
	NotBefore     FaultKind = iota + 1 // nobody was suppressed before
	PerhapsBefore                      // the suppression may have failed
	Stops                              // a loop stops at the first error
	Written                            // somebody is written to afterwards
)

// Judge returns what is wrong with what waits.
func (p *Program) Judge(w Waiting) []Fault {
	var out []Fault
	hits := p.hits(w.Port, w.Arg, w.Seen, map[handle]bool{})
	for _, h := range hits {
		if h.Kind != Deletes && h.Kind != Erases {
			continue
		}
		if h.Kind == Deletes && !slices.ContainsFunc(hits, h.isStep) {
			switch p.certainty(w.Site, h.Path, way{}) {
			case No:
				out = append(out, Fault{Kind: NotBefore, Hit: h, Place: w.Site.Place})
			case Perhaps:
				out = append(out, Fault{Kind: PerhapsBefore, Hit: h, Place: w.Site.Place})
			}
		}
		for _, at := range w.Loops {
			out = append(out, Fault{Kind: Stops, Hit: h, Place: at})
		}
		out = append(out, p.written(w.Site, h)...)
	}
	return out
}

// isStep: one port, called in a loop over steps, does both. Their order is taken
// to be right.
func (h Hit) isStep(x Hit) bool { return x.Kind == Suppresses && slices.Equal(x.Path, h.Path) }

// Deletes returns what a function deletes, itself or by a port, if its name is
// handed to somebody who calls it with anything.
func (p *Program) Deletes(fn string) []Hit {
	var out []Hit
	for _, op := range p.Ops[fn] {
		for _, s := range op.Subject {
			switch {
			case s.Param < 0:
			case op.Kind == Deletes:
				out = append(out, Hit{OpFact: op, By: Implementation{Func: fn}})
			case op.Kind == Hands:
				for _, h := range p.hits(op.Port, op.Arg, nil, map[handle]bool{}) {
					if h.Kind == Deletes && !op.Settled && !p.anyGuards(op.Unless, h.Path) {
						out = append(out, h)
					}
				}
			}
		}
	}
	return out
}

// Suppresses reports whether a function suppresses anybody.
func (p *Program) Suppresses(fn string) bool {
	return slices.ContainsFunc(p.Ops[fn], func(op OpFact) bool {
		return op.Kind == Suppresses && len(op.Subject) > 0 || op.Kind == Hands && slices.ContainsFunc(p.hits(op.Port, op.Arg, nil, map[handle]bool{}), suppresses)
	})
}

func suppresses(h Hit) bool { return h.Kind == Suppresses || h.Kind == Erases }

// A handle is one way to hand somebody to a port.
type handle struct {
	port Port
	arg  int
}

// hits returns what is done to whom a port is handed. Decorators hand on.
func (p *Program) hits(port Port, arg int, but []string, seen map[handle]bool) []Hit {
	if seen[handle{port, arg}] {
		return nil
	}
	seen[handle{port, arg}] = true
	var out []Hit
	for _, by := range p.Behind(port) {
		if slices.Contains(but, by.Func) {
			continue
		}
		for _, op := range p.Ops[by.Func] {
			for _, s := range op.Subject {
				if s.Param != arg+by.Shift {
					continue
				}
				if op.Kind != Hands {
					out = append(out, Hit{op, s.Path, by})
					continue
				}
				for _, h := range p.hits(op.Port, op.Arg, nil, seen) {
					if op.Perhaps && h.Kind == Suppresses {
						continue
					}
					if h.Kind == Deletes && (op.Settled || p.anyGuards(op.Unless, h.Path)) {
						h.Kind = Erases
					}
					h.Path, h.By.Given, h.Silent = s.Path.Plus(h.Path...), by.Given, h.Silent || op.Silent
					out = append(out, h)
				}
			}
		}
	}
	return out
}

// certainty is whether the part at q of whom a site hands over was suppressed
// before. If one of the functions below acts, nothing is left to importers.
func (p *Program) certainty(s Site, q content.Path, on way) Certainty {
	v := s.Known
	for _, g := range s.Before {
		v = max(v, p.guards(g, q))
	}
	if v > No {
		return v
	}
	acts := func(g Guard) bool { g.Anybody = true; return p.guards(g, q) > No }
	on = on.through(s.Acted || slices.ContainsFunc(s.Acts, acts))
	recurs := s.Recurs && on.delegated
	if s.Delegated && on.acted || !s.Delegated && len(s.Callers) == 0 && !recurs {
		return No
	}
	on.delegated = on.delegated || s.Delegated
	v = Sure
	for _, c := range s.Callers {
		v = min(v, p.certainty(c, q, on))
	}
	return v
}

func (p *Program) anyGuards(gs []Guard, q content.Path) bool {
	return slices.ContainsFunc(gs, func(g Guard) bool { return p.guards(g, q) > No })
}

// guards is whether the call of a port suppresses the part at q of whom another
// one is handed.
func (p *Program) guards(g Guard, q content.Path) Certainty {
	v := No
	if g.ByName && !p.breaks(g.Port) {
		v = Perhaps
		if g.Sure || g.Judged {
			v = Sure
		}
	}
	for _, h := range p.hits(g.Port, g.Arg, nil, map[handle]bool{}) {
		switch {
		case !suppresses(h) || !g.meets(h.Path, q):
		case g.Judged || g.Sure && !h.Silent:
			v = Sure
		default:
			v = max(v, Perhaps)
		}
	}
	return v
}

// breaks reports whether what is behind a port is known not to do what its name
// promises.
func (p *Program) breaks(port Port) bool {
	return slices.ContainsFunc(p.Behind(port), func(i Implementation) bool {
		return slices.ContainsFunc(p.Ops[i.Func], func(op OpFact) bool { return op.Kind == Suppresses && len(op.Subject) == 0 })
	})
}

// meets reports whether the parts that two ports take of what they are handed
// are parts of one another.
func (g Guard) meets(own, rest content.Path) bool {
	if g.Anybody {
		return true
	}
	own, rest = g.Own.Plus(own...), g.Rest.Plus(rest...)
	return own.HasPrefix(rest) || rest.HasPrefix(own)
}

// written lists what is written after a deletion, at a site and those above it.
func (p *Program) written(s Site, del Hit) []Fault {
	var out []Fault
	for _, g := range s.After {
		for _, h := range p.hits(g.Port, g.Arg, nil, map[handle]bool{}) {
			if h.Kind == Writes && g.meets(h.Path, del.Path) {
				out = append(out, Fault{Kind: Written, Hit: del, Later: h.Name, Place: s.Place})
			}
		}
	}
	for _, c := range s.Callers {
		out = append(out, p.written(c, del)...)
	}
	return out
}

// Wiring is what those above need to know.
func (p *Ports) Wiring(pkg string, waiting []Waiting, said []string, isGiven func(string) bool) *Wiring {
	w := &Wiring{Said: slices.Sorted(slices.Values(said))}
	for name, f := range p.a.byName {
		if token.IsExported(name[strings.LastIndexByte(name, '.')+1:]) || isGiven(name) {
			w.Ops = append(w.Ops, FuncOps{name, f.Ops})
		}
	}
	slices.SortFunc(w.Ops, func(x, y FuncOps) int { return cmp.Compare(x.Func, y.Func) })
	for _, x := range waiting {
		x.ID, x.here, x.stops = pkg+" "+x.ID, nil, nil
		w.Waiting = append(w.Waiting, x)
	}
	return w
}

// ByName is what the functions of the package do, by their names.
func (a *Analysis) ByName() map[string]*Fact { return a.byName }
