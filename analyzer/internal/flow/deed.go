package flow

import (
	"fmt"
	"go/types"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// A DeedFact says that the function acts upon somebody whom its parameters
// name.
type DeedFact struct {
	Kind   uint8     // as the rules number them
	Name   string    // of what is called in the end, for messages
	Who    []WhoFact // nobody: its name promises the act, and its code does not do it
	Unsure bool      // it says nothing if that failed
}

// A WhoFact is a part of a parameter, the receiver being the first, or a
// constant text.
type WhoFact struct {
	Param int // -1: it is Text
	Path  content.Path
	Text  string
}

// String describes the deed in one line.
func (d DeedFact) String() string {
	var who []string
	for _, w := range d.Who {
		if w.Param < 0 {
			who = append(who, fmt.Sprintf("text(%d)", len(w.Text)))
		} else {
			who = append(who, fmt.Sprintf("p%d%s", w.Param, w.Path))
		}
	}
	return strings.TrimSpace(fmt.Sprintf("does %d %s", d.Kind, strings.Join(who, " ")))
}

// maxDeeds bounds what one function is known to do.
const maxDeeds = 16

// ExportDeed makes a fact of an act of its function, if importers can say whom
// it is about.
func (a *Analysis) ExportDeed(kind uint8, name string, act Act) {
	fn := act.At.Parent()
	obj := ssautil.ExportedObject(fn)
	if obj == nil || len(a.deeds[obj]) >= maxDeeds {
		return
	}
	d := DeedFact{Kind: kind, Name: name, Unsure: act.unsure}
	for _, t := range act.Who {
		w := WhoFact{Param: -1, Text: t.text, Path: t.path}
		if t.root != nil {
			p, ok := t.root.(*ssa.Parameter)
			if !ok || p.Parent() != fn {
				return
			}
			w.Param = slices.Index(fn.Params, p)
		}
		d.Who = append(d.Who, w)
	}
	slices.SortFunc(d.Who, func(x, y WhoFact) int { return strings.Compare(fmt.Sprint(x), fmt.Sprint(y)) })
	a.addDeed(obj, d)
}

// ExportPromise notes that the name of a function promises an act of a kind
// that its code does not do.
func (a *Analysis) ExportPromise(kind uint8, fn *ssa.Function) {
	if obj := ssautil.ExportedObject(fn); obj != nil {
		a.addDeed(obj, DeedFact{Kind: kind})
	}
}

func (a *Analysis) addDeed(obj *types.Func, d DeedFact) {
	if !slices.ContainsFunc(a.deeds[obj], func(x DeedFact) bool { return fmt.Sprint(x, x.Name) == fmt.Sprint(d, d.Name) }) {
		a.deeds[obj] = append(a.deeds[obj], d)
	}
}

// Deeds returns what a call does according to facts.
func (a *Analysis) Deeds(call ssa.CallInstruction) []Deed {
	var out []Deed
	args := ssautil.Args(call.Common())
	for _, f := range a.factsFor(call.Common()) {
		for _, d := range f.Deeds {
			out = append(out, Deed{DeedFact: d, Act: Act{At: call, Who: a.who(d.Who, args), unsure: d.Unsure}})
		}
	}
	return out
}

// A Deed is a [DeedFact] as one call does it.
type Deed struct {
	DeedFact
	Act Act
}

// Does reports whether the deed is done to anybody.
func (d Deed) Does() bool { return len(d.DeedFact.Who) > 0 }

func (a *Analysis) who(ws []WhoFact, args []ssa.Value) Subject {
	var out Subject
	for _, w := range ws {
		switch {
		case w.Param < 0:
			out = append(out, trace{text: w.Text, path: w.Path})
		case w.Param >= len(args):
		case len(w.Path) == 0:
			out = append(out, a.SubjectOf(args[w.Param])...)
		default:
			out = append(out, a.places(args[w.Param], w.Path, 0)...)
		}
	}
	return out
}

// Done returns the acts of the order that a function does whenever it returns
// without an error, for each function that others can call.
func (o *Order) Done() []Act {
	var out []Act
	for _, fn := range o.a.funcs {
		if ssautil.ExportedObject(fn) == nil {
			continue
		}
		for _, act := range o.acts[fn] {
			if !o.skips(fn, act.Who) {
				act.unsure = o.a.swallows(act)
				out = append(out, act)
			}
		}
	}
	return out
}

// Above returns an act as the functions around it see it, itself first.
func (a *Analysis) Above(act Act) []Act {
	out := []Act{act}
	for i := 0; i < len(out) && len(out) < maxTries; i++ {
		for _, x := range a.seenAbove(out[i]) {
			if !slices.ContainsFunc(out, func(y Act) bool { return y.At == x.At }) {
				out = append(out, x)
			}
		}
	}
	return out
}
