package rules

import (
	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

// What messages say of data that one package hands to an interface and another
// one sends, and that a third one wires together: it is there that the finding
// stands.

// putIn says where the data was put in, if that is not where the finding is.
func putIn(inst *flow.Instance) string { return elsewhere(inst, " put into the payload in ") }

// putTogether is putIn of a payload as a whole.
func putTogether(inst *flow.Instance) string { return elsewhere(inst, " put together in ") }

func elsewhere(inst *flow.Instance, done string) string {
	if inst.Wiring == nil || inst.Wiring.In == "" {
		return ""
	}
	return done + inst.Wiring.In
}

func wiredBy(inst *flow.Instance) string {
	if inst.Wiring == nil {
		return ""
	}
	if inst.Wiring.In == "" {
		return " when the function given here is called with anything"
	}
	return " through the adapter given here"
}

// wiredPath is the way from the function that puts the data in to the sink.
// All of its steps are in other packages, whose positions are not known here:
// they stand where the wiring is, and say where they are.
func wiredPath(inst *flow.Instance) []analysis.RelatedInformation {
	w := inst.Wiring
	var out []analysis.RelatedInformation
	add := func(text string) {
		out = append(out, analysis.RelatedInformation{Pos: w.Pos, Message: text})
	}
	put := "put into the payload in " + w.In
	if w.At != "" {
		put += " (" + w.At + ")"
	}
	if w.In != "" {
		add(put)
	}
	for _, fn := range w.Via {
		add("handed to " + fn)
	}
	add("sent by " + sinkOf(inst))
	return out
}
