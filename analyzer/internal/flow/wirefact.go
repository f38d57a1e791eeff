package flow

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/wire"
	"github.com/ciolint/ciolint/runtime/pii"
)

// A WireFact is what the packages above learn of how a package is, and can be,
// put together with others: which of its functions send, where implementations
// go in it, and what waits at its ports. It names everything in plain text:
// who wires two packages need not know their types.
type WireFact struct {
	Path    string   // of the package
	Sees    []string // whose functions were judged where the package calls them
	Senders []Sender
	Impls   []wire.Impl
	Flows   []wire.Flow
	Calls   []wire.Call
	Waiting []Waiting
	Wired   []string    // what was reported here, or below
	Below   []*WireFact // of packages that importers do not see

	// Orders is what waits for the wiring that is no payload. It is the rules'
	// own, of a type that package gob knows; nil if there is nothing.
	Orders any
}

// AFact marks WireFact as a fact.
func (*WireFact) AFact() {}

// String describes the fact in one line, for tests.
func (f *WireFact) String() string {
	return fmt.Sprintf("%d senders, %d flows, %d waiting, %d wired", len(f.Senders), len(f.Flows), len(f.Waiting), len(f.Wired))
}

// Empty reports whether there is nothing to tell.
func (f *WireFact) Empty() bool {
	return len(f.Senders)+len(f.Impls)+len(f.Flows)+len(f.Calls)+len(f.Waiting)+len(f.Wired)+len(f.Below) == 0 && f.Orders == nil
}

// A Sender is a function that hands what it is given to sinks, or to ports, or a
// sanitizer.
type Sender struct {
	Func      string
	Pkg       string // whose it is
	Sinks     []SinkFact
	Sanitizer content.Sanitizer // it gives back what may be sent
}

// A Waiting is what one call of a port hands over, as seen from one place.
type Waiting struct {
	Port   Port
	Parts  []Part
	Args   []ContentFact // of each part
	In     string        // the function where the data was put in
	At     string        // file and line
	Via    []string
	Stored bool
}

// portFact is what an instance of a port tells importers; false if nothing of it
// can be a finding.
func (a *Analysis) portFact(inst *Instance) (Waiting, bool) {
	fn := inst.Call.Parent()
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	w := Waiting{Port: inst.Sink.Info.(Port), Parts: inst.Sink.Parts, In: a.shortName(fn), At: a.place(inst.Call), Stored: inst.Stored}
	telling := false
	x := &exporter{a: a, told: true} // one for all parts, which share what a fact may hold
	for n := range w.Parts {
		c := a.dutyHere(inst, partOf(inst.Content, n), w.Parts[n])
		telling = telling || a.tells(c)
		w.Args = append(w.Args, x.content(c))
	}
	for st := inst.Via; st != nil; st = st.Prev {
		w.Via = append(w.Via, st.Text)
	}
	return w, telling
}

// partOf is what an instance of a port hands over in its n-th part.
func partOf(c *content.Content, n int) *content.Content {
	return c.Select(content.Path{{Kind: content.Key, Name: partKey(n)}})
}

// place is the file and the line of an instruction.
func (a *Analysis) place(in ssa.Instruction) string {
	p := a.prog.Fset.Position(in.Pos())
	if !p.IsValid() {
		return ""
	}
	return filepath.Base(p.Filename) + ":" + strconv.Itoa(p.Line)
}

// shortName is the name of a function of the package as code would have it that
// imports it: domain.(*Signup).Register.
func (a *Analysis) shortName(fn *ssa.Function) string {
	return a.pkg.Pkg.Name() + "." + fn.RelString(a.pkg.Pkg)
}

// dutyHere is c without the parameters that it depends on: of those that are
// the callers' duty nothing is said here, others are not known.
func (a *Analysis) dutyHere(inst *Instance, c *content.Content, p Part) *content.Content {
	n := c.Head()
	for _, r := range c.Refs {
		port, isPort := a.fromPort(r)
		switch {
		case isPort && inst.Depth > 0 && !isPortValue(r):
			// said where it is called
		case isPort:
			n.Refs = append(n.Refs, port)
		case !Collection(r):
			n.Flags |= content.Unknown
		case r.Sanitized():
			n.Flags |= content.Sanitized
		case inst.Here, inst.Depth == 0 && len(r.Path) > len(p.Path):
			n.Flags |= content.Opaque | content.Unknown
		}
	}
	return a.withChildren(n, c)
}

// withChildren is n with the entries of c, in which what parameters bring is
// not known.
func (a *Analysis) withChildren(n, c *content.Content) *content.Content {
	var b content.Builder
	b.Add(n)
	for _, ch := range c.Children {
		x := *ch
		v := ch.Val.Head()
		for _, r := range ch.Val.Refs {
			if port, ok := a.fromPort(r); ok {
				v.Refs = append(v.Refs, port)
				continue
			}
			v.Flags |= content.Unknown
			if Collection(r) && !r.Sanitized() {
				v.Flags |= content.Opaque
			}
		}
		x.Val, x.KeyRefs, x.Open = a.withChildren(v, ch.Val), nil, !ch.Known && !ch.Elem
		b.AddChild(&x)
	}
	return b.Done()
}

// tells reports whether something in c could be a finding, wherever it goes:
// entries, data that nobody has looked through, or a constant that is a telling
// key.
func (a *Analysis) tells(c *content.Content) bool {
	if c.Flags&(content.Raw|content.Opaque) != 0 && c.Flags&content.Scalar == 0 {
		return true
	}
	if slices.ContainsFunc(c.Refs, isPortValue) {
		return true
	}
	fresh := func(o content.Origin) bool { return !o.Outer }
	key := func(k content.Const) bool {
		return !k.Outer && (a.cfg.Class(k.Val) != pii.Keep || len(pii.Detect(k.Val)) > 0)
	}
	if slices.ContainsFunc(c.Origins, fresh) || slices.ContainsFunc(c.Consts, key) {
		return true
	}
	return slices.ContainsFunc(c.Children, func(ch *content.Child) bool { return !ch.Outer || a.tells(ch.Val) })
}

// wireFact is what the package itself adds to the facts of those below. It keeps
// what leads to the given ports.
func (a *Analysis) wireFact(ports []wire.Node) *WireFact {
	f := &WireFact{Path: a.pkg.Pkg.Path()}
	ports = slices.Clone(ports)
	for _, inst := range a.pending {
		if w, ok := a.portFact(inst); ok {
			f.Waiting = append(f.Waiting, w)
			a.waits = append(a.waits, inst)
			ports = append(ports, w.Port.Func)
		}
	}
	for _, sinks := range a.exported {
		for _, s := range sinks {
			if p, ok := s.Info.(Port); ok {
				ports = append(ports, p.Func)
			}
		}
	}
	f.Flows, f.Calls = a.wires.Export(ports)
	f.Senders, f.Impls = a.senders(f.Flows)
	f.Flows = slices.DeleteFunc(f.Flows, func(fl wire.Flow) bool {
		name, isType := fl.From.AsType()
		return isType && !slices.ContainsFunc(f.Impls, func(i wire.Impl) bool { return i.Type == name })
	})
	return f
}

// senders lists the functions of the package that an implementation may be
// called as, and what the methods of implementing types are.
func (a *Analysis) senders(flows []wire.Flow) ([]Sender, []wire.Impl) {
	passed := map[string]bool{}
	for _, f := range flows {
		if name, _, ok := f.From.AsFunc(); ok {
			passed[name] = true
		}
	}
	byName := map[string]Sender{}
	for fn, sinks := range a.exported {
		if !ssautil.FromSource(fn) {
			continue // a wrapper has other parameters than the method that it is called like
		}
		name := wire.FuncName(fn)
		if obj := ssautil.Declared(fn); !passed[name] && (obj == nil || obj.Signature().Recv() == nil || !obj.Exported()) {
			continue // nothing runs it but code of this package
		}
		s := byName[name]
		s.Func, s.Pkg = name, a.pkg.Pkg.Path()
		if len(sinks) > len(s.Sinks) {
			s.Sinks = sinks
		}
		byName[name] = s
	}
	for _, s := range a.leaves.senders {
		if _, known := byName[s.Func]; !known {
			byName[s.Func] = s
		}
	}
	out := slices.SortedFunc(maps.Values(byName), func(x, y Sender) int { return cmp.Compare(x.Func, y.Func) })
	used := map[string]bool{}
	for _, f := range flows {
		if name, ok := f.From.AsType(); ok {
			used[name] = true
		}
	}
	impls := slices.DeleteFunc(slices.Clone(a.leaves.impls), func(i wire.Impl) bool { return !used[i.Type] })
	slices.SortFunc(impls, func(x, y wire.Impl) int { return cmp.Or(cmp.Compare(x.Type, y.Type), cmp.Compare(x.Method, y.Method)) })
	return out, impls
}
