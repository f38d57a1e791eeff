package precede

import (
	"cmp"
	"fmt"
	"go/types"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/wire"
	"golang.org/x/tools/go/ssa"
)

// A Fact is what importers learn of the operations of a function. It is a
// go/analysis fact; nothing in it is ordered by a map.
type Fact struct{ Ops []OpFact }

// AFact marks Fact as a fact.
func (*Fact) AFact() {}

// String describes the fact in one line, for tests: "suppresses p0.ID".
func (f *Fact) String() string {
	var parts []string
	for _, op := range f.Ops {
		parts = append(parts, op.String())
	}
	return strings.Join(parts, "; ")
}

// A Kind is what an operation is to the order of operations.
type Kind uint8

const (
	Suppresses Kind = iota + 1 // has to come first
	Deletes                    // somebody who has to be suppressed before
	Erases                     // suppresses, then deletes
	Writes                     // to somebody who must not have been deleted before
	Asks                       // what its texts say
	Hands                      // hands somebody to what is behind a port
)

// String returns the kind as a verb.
func (k Kind) String() string {
	return [...]string{"does nothing to", "suppresses", "deletes", "erases", "writes to", "asks for something on", "hands on"}[min(k, Hands)]
}

// An OpFact says that the function does something to somebody whom its
// parameters name.
type OpFact struct {
	Kind    Kind
	Name    string        // of what is called in the end, for messages
	Subject []SubjectFact // nobody: its name promises the operation, and its code does not do it
	Silent  bool          // it says nothing if that failed
	Form    string        // of Asks: how the texts are read
	Texts   []TextFact    // of Asks
	Port    Port          // of Hands
	Arg     int           // of Hands: as what the port gets it
	Perhaps bool          // of Hands: not whenever it returns without an error
	Settled bool          // of Hands: the order is judged where the function stands
	Unless  []Guard       // of Hands: so it is if one of these is what has to come before
	Loops   []Place       // of Hands: loops that stop at the first error, if callers bring what is behind the port
}

// A SubjectFact is a part of a parameter, the receiver being the first, or a
// constant text.
type SubjectFact struct {
	Param   int // -1: it is Text
	Path    content.Path
	Text    string
	Widened bool // somewhere below Path; of Text, somebody unknown
}

// String describes the operation in one line.
func (op OpFact) String() string {
	parts := []string{op.Kind.String()}
	for _, s := range op.Subject {
		parts = append(parts, s.String())
	}
	if op.Silent {
		parts = append(parts, "silently")
	}
	return strings.Join(parts, " ")
}

// String is p<index><path>, or the length of a text: it may be a key.
func (s SubjectFact) String() string {
	text := fmt.Sprintf("p%d%s", s.Param, s.Path)
	if s.Param < 0 {
		text = fmt.Sprintf("text(%d)", len(s.Text))
	}
	if s.Widened {
		text += "..."
	}
	return text
}

func (op OpFact) equal(o OpFact) bool {
	return op.Kind == o.Kind && op.Name == o.Name && op.Silent == o.Silent && op.Form == o.Form && op.Port == o.Port && op.Arg == o.Arg && op.Perhaps == o.Perhaps && op.Settled == o.Settled && slices.Equal(op.Loops, o.Loops) && slices.EqualFunc(op.Unless, o.Unless, Guard.equal) && slices.EqualFunc(op.Texts, o.Texts, TextFact.equal) &&
		slices.EqualFunc(op.Subject, o.Subject, func(s, t SubjectFact) bool { return s.compare(t) == 0 })
}

func (t TextFact) equal(u TextFact) bool {
	return t.Key == u.Key && slices.Equal(t.Known, u.Known) && slices.EqualFunc(t.From, u.From, func(s, v SubjectFact) bool { return s.compare(v) == 0 })
}

func (s SubjectFact) compare(t SubjectFact) int {
	widened := func(s SubjectFact) int {
		if s.Widened {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(s.Param, t.Param), cmp.Compare(s.Path.ID(), t.Path.ID()), cmp.Compare(s.Text, t.Text), cmp.Compare(widened(s), widened(t)))
}

// Facts returns what importers have to know, by function: what was exported.
func (a *Analysis) Facts() map[*types.Func]*Fact { return a.facts }

// Export makes a fact of an operation of its function, if its callers can say
// whom it is about.
func (a *Analysis) Export(kind Kind, name string, op Operation) {
	if s, ok := subjectFacts(op); ok {
		a.export(op.fn(), OpFact{Kind: kind, Name: name, Silent: op.silent, Subject: s})
	}
}

// subjectFacts is whom an operation is about as importers say it; false if they
// cannot.
func subjectFacts(op Operation) ([]SubjectFact, bool) {
	var out []SubjectFact
	for _, p := range op.Subject {
		s := SubjectFact{Param: -1, Text: p.text, Path: p.path, Widened: p.widened}
		if p.root != nil {
			x, ok := p.root.(*ssa.Parameter)
			if !ok || x.Parent() != op.fn() {
				return nil, false
			}
			s.Param = slices.Index(op.fn().Params, x)
		}
		out = append(out, s)
	}
	slices.SortFunc(out, SubjectFact.compare)
	return out, true
}

// ExportPromise notes that the name of a function promises an operation that
// its code does not do.
func (a *Analysis) ExportPromise(kind Kind, fn *ssa.Function) {
	a.export(fn, OpFact{Kind: kind})
}

// export notes what a function does: importers know it by its object, and who
// wires it, by its name.
func (a *Analysis) export(fn *ssa.Function, op OpFact) {
	if !ssautil.FromSource(fn) {
		return // a wrapper has the name of what it calls, and other parameters
	}
	name := wire.FuncName(fn)
	f := a.byName[name]
	if f == nil {
		f = &Fact{}
		a.byName[name] = f
	}
	if obj := ssautil.ExportedObject(fn); obj != nil {
		a.facts[obj] = f
	}
	if slices.ContainsFunc(f.Ops, op.equal) {
		return
	}
	if op.Kind == Hands {
		if len(f.Ops) < limit.PortFacts.Max {
			f.Ops = append(f.Ops, op)
		} else {
			a.tally.Reached(limit.PortFacts)
		}
		return
	}
	if len(f.Ops) >= limit.OpFacts.Max && op.Kind == Writes {
		return // to somebody unknown, who is nobody that was deleted
	}
	if len(f.Ops) >= limit.OpFacts.Max && op.Kind == Asks {
		op.Kind = Deletes // perhaps
	}
	if len(f.Ops) >= limit.OpFacts.Max && len(op.Subject) > 0 {
		a.tally.Reached(limit.OpFacts)
		op = OpFact{Kind: op.Kind, Name: op.Name, Silent: true, Subject: []SubjectFact{{Param: -1, Widened: true}}}
		if slices.ContainsFunc(f.Ops, func(o OpFact) bool { return o.Kind == op.Kind && o.isWidened() }) {
			return
		}
	}
	f.Ops = append(f.Ops, op)
}

// isWidened reports whether the operation is done to somebody unknown.
func (op OpFact) isWidened() bool {
	return len(op.Subject) == 1 && op.Subject[0].Param < 0 && op.Subject[0].Widened
}

// An Imported operation is an [OpFact] as one call does it.
type Imported struct {
	OpFact
	Operation
}

// Does reports whether the operation is done to anybody.
func (m Imported) Does() bool { return len(m.OpFact.Subject) > 0 }

// Imported returns what a call does according to facts.
func (a *Analysis) Imported(call ssa.CallInstruction) []Imported {
	var out []Imported
	for _, fn := range a.core.Imported(call.Common()) {
		f := a.imported(fn)
		if f == nil {
			continue
		}
		for _, op := range f.Ops {
			out = append(out, Imported{op, Operation{At: call, Subject: a.passed(op.Subject, call), silent: op.Silent}})
		}
	}
	return out
}

// passed is whom a call names by what it passes.
func (a *Analysis) passed(parts []SubjectFact, call ssa.CallInstruction) Subject {
	args := ssautil.Args(call.Common())
	var out Subject
	for _, p := range parts {
		switch {
		case p.Param < 0 && p.Widened:
			out = append(out, unknown...)
		case p.Param < 0:
			out = append(out, part{text: p.Text, path: p.Path})
		case p.Param < len(args) && p.Widened:
			out = append(out, a.at(args[p.Param], p.Path).widen()...)
		case p.Param < len(args):
			out = append(out, a.at(args[p.Param], p.Path)...)
		}
	}
	return out
}

// Done returns the operations of the order that a function does whenever it
// returns without an error, for each function that others can call, by its name
// or because it is handed to them.
func (o *Order) Done() []Operation {
	var out []Operation
	for _, fn := range o.a.core.Functions() {
		if ssautil.ExportedObject(fn) != nil || ssautil.FromSource(fn) && o.a.core.GivenAway(fn) {
			out = append(out, o.doneBy(fn)...)
		}
	}
	return out
}

// doneBy are the operations of the order that fn does whenever it returns
// without an error.
func (o *Order) doneBy(fn *ssa.Function) []Operation {
	var out []Operation
	for _, op := range o.ops[fn] {
		if !o.skips(fn, op.Subject) {
			op.silent = o.a.hidesFailure(op)
			out = append(out, op)
		}
	}
	return out
}
