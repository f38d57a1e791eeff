package rules

import (
	"fmt"
	"go/token"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/precede"
	"github.com/ciolint/ciolint/analyzer/internal/wire"
	"github.com/ciolint/ciolint/internal/catalog"
)

// Of a domain that calls an interface only the package that wires it knows
// whether anybody is deleted there. It says so where it hands the adapter over,
// if the calls are another package's.

// orderPorts are the nodes at which deletions may wait.
func orderPorts(c *Check) []wire.Node {
	if c.Pass.ExportObjectFact == nil && !c.Policy.Applies(catalog.Erasure.Name) {
		return nil
	}
	var out []wire.Node
	e := operationsOf(c)
	for _, h := range e.ports.Raised(e.handed) {
		if !slices.Contains(out, h.Port.Func) {
			out = append(out, h.Port.Func)
		}
	}
	return out
}

// wired judges what waits, here and below, and notes what those above need.
func (e *erasures) wired(c *Check, said sayings) {
	known := slices.DeleteFunc(slices.Clone(e.suppressed), func(op precede.Operation) bool {
		return slices.ContainsFunc(e.atPorts, func(call ssa.CallInstruction) bool { return op.At == call })
	})
	e.ports.Prepare(e.handed, e.ops.Order(known), promises)
	e.ports.Export()
	own := e.ports.Waiting()
	j := &orderJoiner{c: c, said: said, known: map[string]bool{}}
	j.program = precede.Program{Behind: j.behind, Ops: map[string][]precede.OpFact{}}
	var waiting []precede.Waiting
	for _, f := range e.flow.Below() {
		if w, ok := f.Orders.(*precede.Wiring); ok {
			j.learn(w)
			waiting = append(waiting, w.Waiting...)
		}
	}
	for name, f := range e.ops.ByName() {
		j.program.Ops[name] = f.Ops
	}
	sdk := j.listed()
	for _, w := range append(waiting, own...) {
		j.judge(w)
	}
	j.givenAway()
	wiring := e.ports.Wiring(c.Pass.Pkg.Path(), own, j.new, e.flow.IsGiven)
	wiring.Ops = append(wiring.Ops, sdk...)
	if c.Wire != nil && len(wiring.Ops)+len(wiring.Waiting)+len(wiring.Said) > 0 {
		c.Wire.Orders = wiring
	}
}

// An orderJoiner joins the deletions that wait with what is behind the ports.
type orderJoiner struct {
	c       *Check
	program precede.Program
	said    sayings
	known   map[string]bool // what packages below have said
	new     []string        // what this one says
}

func (j *orderJoiner) learn(w *precede.Wiring) {
	for _, f := range w.Ops {
		j.program.Ops[f.Func] = f.Ops
	}
	for _, key := range w.Said {
		j.known[key] = true
	}
}

func (j *orderJoiner) behind(p precede.Port) []precede.Implementation {
	var out []precede.Implementation
	for _, i := range j.c.Flow.Behind(p.Func, p.Method) {
		out = append(out, precede.Implementation{Func: i.Func, Shift: i.Shift, Given: i.Given})
	}
	return out
}

// listed adds the calls of SDKs that the package hands on as they are.
func (j *orderJoiner) listed() []precede.FuncOps {
	var out []precede.FuncOps
	for _, fn := range j.c.Flow.Listed() {
		row, ok := customerio.Lookup(fn)
		if !ok || row.Segment || len(row.Parts) == 0 || len(row.Parts[0].Path) > 0 {
			continue
		}
		op := precede.OpFact{Name: customerio.SinkName(fn), Subject: []precede.SubjectFact{{Param: row.Parts[0].Arg + 1}}}
		switch {
		case row.Erases:
			op.Kind = precede.Deletes
		case isWrite(row):
			op.Kind = precede.Writes
		default:
			continue
		}
		j.program.Ops[fn.FullName()] = []precede.OpFact{op}
		out = append(out, precede.FuncOps{Func: fn.FullName(), Ops: []precede.OpFact{op}})
	}
	return out
}

// judge says what is wrong with what waits, if nobody below has.
func (j *orderJoiner) judge(w precede.Waiting) {
	here := w.Here() != nil
	id := w.ID
	if here {
		id = j.c.Pass.Pkg.Path() + " " + id
	}
	for _, f := range j.program.Judge(w) {
		key := fmt.Sprint(id, " ", f.Kind, " ", f.Hit.By.Func, " ", f.Place.At, " ", f.Later)
		if j.known[key] {
			continue
		}
		j.known[key] = true
		j.new = append(j.new, key)
		message := map[precede.FaultKind]string{
			precede.NotBefore: notSuppressed, precede.PerhapsBefore: mayHaveFailed, precede.Stops: givesUp, precede.Written: writtenAfter,
		}[f.Kind]
		if here && f.Kind != precede.Stops && f.Kind != precede.Written {
			j.said.add(w.Here().At, message, f.Hit.Name, j.c.people.who(w.Here().Operation))
			continue
		}
		if at := w.Stop(f.Place); at != nil && f.Kind == precede.Stops {
			j.said.add(at, message, f.Hit.Name)
			continue
		}
		pos := f.Hit.By.Given
		if here && !pos.IsValid() {
			pos = w.Here().At.Pos()
		}
		j.at(pos, &f.Place, message+" (in "+f.Place.In+", by what is given here)", f.Hit.Name, "them", f.Later)
	}
}

// givenAway says of functions that are handed to somebody who is not analysed
// that they delete whoever they are called with.
func (j *orderJoiner) givenAway() {
	leaves := j.c.Flow.Behind(wire.Foreign, "")
	for _, l := range leaves {
		if j.program.Suppresses(l.Func) {
			return // the steps of an erasure, by a library
		}
	}
	for _, l := range leaves {
		for _, h := range j.program.Deletes(l.Func) {
			if key := "given " + l.Func + " " + h.Name; !j.known[key] {
				j.known[key] = true
				j.new = append(j.new, key)
				j.at(l.Given, nil, notSuppressed, h.Name, "them")
			}
		}
	}
}

// at says something of a place where the package hands over an adapter, which is
// called elsewhere.
func (j *orderJoiner) at(pos token.Pos, called *precede.Place, message string, args ...any) {
	if !pos.IsValid() {
		pos = j.c.Pass.Files[0].Name.Pos()
	}
	d := analysis.Diagnostic{Pos: pos, Message: fmt.Sprintf(message, args...)}
	if called != nil {
		text := "called in " + called.In + " (" + called.At + ")"
		d.Related = []analysis.RelatedInformation{{Pos: pos, Message: text}}
	}
	j.said.addAt(d)
}
