package flow

import (
	"cmp"
	"fmt"
	"go/types"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/runtime/pii"
)

// A FuncFact is what importers learn of a function: which of its parameters
// reach a sink, what its results hold, what it writes into what it is given,
// and upon whom it acts. It is a go/analysis fact; nothing in it is ordered by a map.
type FuncFact struct {
	Sinks     []SinkFact
	Results   []ResultFact
	Writes    []WriteFact
	Sanitizer content.Sanitizer
	Open      bool // the function does more than this
}

// AFact marks FuncFact as a fact.
func (*FuncFact) AFact() {}

// A VarFact is what importers learn of a package-level variable.
type VarFact struct{ Parts []ResultFact }

// AFact marks VarFact as a fact.
func (*VarFact) AFact() {}

// A SinkFact says that data passed to the function reaches a sink.
type SinkFact struct {
	Info    Info
	Payload ContentFact // what gets there, in terms of the parameters
	Parts   []Part      // of a port: what the entries of Payload are
	Arg     int         // the parameter that the payload is or comes from; -1 if several
	More    bool        // more gets there than Payload says
	Via     []string    // the functions that pass it on, from the outermost
}

// A ResultFact is the content of a part of a result, or of a variable.
type ResultFact struct {
	Index   int
	Path    content.Path
	Content ContentFact
	Part    bool           // it may hold something else, too
	Funcs   []ReturnedFact // functions that it may be
}

// A ReturnedFact is a function that another one returns. It counts the
// parameters of that one after its own.
type ReturnedFact struct {
	Name string
	Fact FuncFact
}

// A WriteFact is something that the function does to a parameter.
type WriteFact struct {
	Param   int
	Path    content.Path
	Keys    []RefFact // the last selector is AnyKey, and depends on these
	Removes bool
	Strong  bool // it does so whenever it returns
	Level   int  // 1: to what the variable refers to that the parameter points to, and so on
	Content ContentFact
}

// A ContentFact is a [Content] without positions.
type ContentFact struct {
	Flags    content.Flags
	Widened  limit.Set
	Consts   []string
	Derived  []string
	Judged   []string // constants that were judged nearer to the sink
	Children []ChildFact
	Origins  []OriginFact
	Refs     []RefFact
}

// A ChildFact is a [Child] without positions.
type ChildFact struct {
	Key                  string
	Known, Elem, Allowed bool
	Stripped             bool
	Outer                bool // it was judged nearer to the sink
	Open                 bool // an unknown key may be something that Keys do not say
	Sanitizer            content.Sanitizer
	Keys                 []RefFact
	Val                  ContentFact
}

// An OriginFact is an [Origin] without positions.
type OriginFact struct {
	Name, Kind string
	Class      pii.Class
	Outer      bool // it was judged nearer to the sink
	Marked     bool
}

// A RefFact is a [Ref] to a parameter by its index, the receiver first.
type RefFact struct {
	Param     int
	Path      content.Path
	Except    []string  // entries that are removed
	Less      []RefFact // the keys of entries that are removed, too
	Sanitizer content.Sanitizer
	Fragment  string
	Key       string
	Derived   bool
	Basic     bool     // it was read as a text, a number or a truth value
	Same      bool     // it is the thing itself, and no copy
	Level     int      // 1: it is what the variable refers to that the parameter points to, and so on
	Port      *PortRef // it is no parameter, but what a port's call gives back
}

// Tells reports whether an importer that has no fact of the function, which
// takes it to hand its arguments on in a text that it returns, would believe
// something else.
func (f *FuncFact) Tells(sig *types.Signature) bool {
	return f.String() != "" || takesData(sig) && slices.ContainsFunc(f.Results, func(r ResultFact) bool {
		return len(r.Path) == 0 && ssautil.IsText(sig.Results().At(r.Index).Type())
	})
}

func takesData(sig *types.Signature) bool {
	for v := range sig.Params().Variables() {
		if ssautil.HoldsDatum(v.Type()) {
			return true
		}
	}
	return false
}

// String describes the fact in one line, for tests:
//
//	sends p1 to (*customerio.CustomerIO).Identify; returns {plan: p0}
func (f *FuncFact) String() string {
	var parts []string
	for _, s := range f.Sinks {
		parts = append(parts, fmt.Sprintf("sends %s to %s", s.Payload, s.Info))
	}
	for _, w := range f.Writes {
		verb := "writes"
		if w.Removes {
			verb = "removes"
		}
		parts = append(parts, strings.TrimSpace(fmt.Sprintf("%s %sp%d%s %s", verb, strings.Repeat("*", w.Level), w.Param, w.Path, w.Content)))
	}
	for _, r := range f.Results {
		if text := r.Content.String(); text != "" {
			parts = append(parts, fmt.Sprintf("returns%s %s", r.Path, text))
		}
		for k := range r.Funcs {
			parts = append(parts, fmt.Sprintf("returns a function that %s", cmp.Or(r.Funcs[k].Fact.String(), "does nothing")))
		}
	}
	if f.Open {
		parts = append(parts, "does more than is known")
	}
	if f.Sanitizer != content.NotSanitizer {
		parts = append(parts, "sanitizes")
	}
	return strings.Join(parts, "; ")
}

// String describes the fact in one line, for tests.
func (f *VarFact) String() string {
	var parts []string
	for _, p := range f.Parts {
		parts = append(parts, fmt.Sprintf("holds%s %s", p.Path, p.Content))
	}
	return strings.Join(parts, "; ")
}

// String prints c without what is the same for every content.
func (c ContentFact) String() string {
	var parts []string
	for _, k := range c.Consts {
		parts = append(parts, fmt.Sprintf("text(%d)", len(k))) // it may be a key
	}
	for _, o := range c.Origins {
		parts = append(parts, o.Name+o.Kind+"!")
	}
	for _, r := range c.Refs {
		parts = append(parts, r.String())
	}
	if len(c.Children) > 0 {
		var chs []string
		for _, ch := range c.Children {
			chs = append(chs, ch.String())
		}
		parts = append(parts, "{"+strings.Join(chs, ", ")+"}")
	}
	if c.Flags&content.Sanitized != 0 {
		parts = append(parts, "sanitized")
	}
	return strings.Join(parts, " ")
}

// String prints the entry as key: value.
func (c ChildFact) String() string {
	key := c.Key
	switch {
	case c.Elem:
		key = "[]"
	case !c.Known:
		key = "?"
		for _, r := range c.Keys {
			key += r.String()
		}
	}
	return key + ": " + c.Val.String()
}

// String prints the reference as p<index><path>.
func (r RefFact) String() string {
	text := fmt.Sprintf("%sp%d%s", strings.Repeat("*", r.Level), r.Param, r.Path)
	if r.Derived {
		text = "of " + text
	}
	if r.Same {
		text = "the " + text
	}
	return text
}
