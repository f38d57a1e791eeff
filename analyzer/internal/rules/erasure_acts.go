package rules

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

// erasures are the suppressions and deletions of people in a package.
type erasures struct {
	flow       *flow.Analysis
	suppressed []flow.Act
	deleted    []deletion
}

type deletion struct {
	flow.Act
	name string // of what is called
}

func (e *erasures) suppress(acts ...flow.Act) { e.suppressed = append(e.suppressed, acts...) }

func (e *erasures) delete(name string, acts ...flow.Act) {
	for _, act := range acts {
		e.deleted = append(e.deleted, deletion{act, name})
	}
}

// call looks at what a call does by the function that it names.
func (e *erasures) call(call ssa.CallInstruction) {
	args := flow.Arguments(call)
	runtime := e.byRuntime(call)
	if runtime || e.byName(call) {
		for _, arg := range args {
			if who := e.flow.SubjectOf(arg); who != nil {
				e.suppress(flow.Act{At: call, Who: who})
			}
		}
		if runtime {
			e.delete("(*erasure.Eraser).Erase", flow.Act{At: call, Who: e.flow.SubjectOf(args[len(args)-1])})
		}
		return
	}
	for _, fn := range e.flow.Named(call) {
		recv := len(args) - fn.Signature().Params().Len() // a method value has its receiver already
		row, ok := customerio.Lookup(fn)
		switch {
		case !ok || row.Segment || len(row.Parts) == 0:
		case row.Erases:
			who := e.flow.SubjectOf(args[row.Parts[0].Arg+recv])
			e.delete(customerio.SinkName(fn), flow.Act{At: call, Who: who})
			return
		case row.Name == "Enqueue":
			e.event(call, recv, customerio.SinkName(fn))
			return
		}
	}
}

// event looks at an event of the CDP API: two names have a meaning.
func (e *erasures) event(call ssa.CallInstruction, arg int, name string) {
	msg, ok := flow.Arguments(call)[arg].(*ssa.MakeInterface)
	if !ok || !strings.HasSuffix(msg.X.Type().String(), ".Track") {
		return
	}
	who := e.flow.SubjectIn(msg.X, "UserId")
	at := content.Path{{Kind: content.Field, Name: "Event"}}
	e.suppress(e.flow.IfText(call, arg, at, "User Suppressed", who)...)
	e.delete(name, e.flow.IfText(call, arg, at, "User Deleted", who)...)
}

// byRuntime reports whether a call is Erase of runtime/erasure, which does
// both.
func (e *erasures) byRuntime(call ssa.CallInstruction) bool {
	return slices.ContainsFunc(e.flow.Named(call), func(fn *types.Func) bool {
		return fn.Name() == "Erase" && fn.Pkg() != nil && strings.HasSuffix(fn.Pkg().Path(), "github.com/ciolint/ciolint/runtime/erasure")
	})
}

// knownRequest tells which parts of a URL name somebody.
func knownRequest(method, url string) (map[int]string, bool) {
	row, ok := customerio.LookupRequest(method, url)
	if !ok || method == "" && row.Method != "" {
		return nil, false
	}
	return row.Identifiers, true
}

func isSuppression(path string) bool { return strings.HasSuffix(path, "}/suppress") }

// requests looks at the raw requests that a call makes.
func (e *erasures) requests(call ssa.CallInstruction) {
	for _, req := range e.flow.Requests(call, knownRequest) {
		row, _ := customerio.LookupRequest(req.Method, req.URL)
		switch {
		case row.Erases:
			e.delete(row.Method+" "+row.Path, req.Act)
		case isSuppression(row.Path):
			e.suppress(req.Act)
		case row.Path == "/api/v2/entity":
			e.items(row, req, "")
		case row.Path == "/api/v2/batch":
			e.items(row, req, "batch")
		}
	}
}

// items looks at what a request of the Track API's second version asks for.
func (e *erasures) items(row *customerio.Request, req *flow.Request, list string) {
	for _, item := range req.Items(list, []string{"type", "action"}, "identifiers") {
		e.suppress(item.Acts(asks("suppress"))...)
		e.delete(row.Method+" "+row.Path, item.Acts(asks("delete"))...)
	}
}

// asks tells items that do something to a person.
func asks(action string) func(texts map[string][]string) bool {
	return func(texts map[string][]string) bool {
		kind := texts["type"]
		return slices.Contains(texts["action"], action) && (len(kind) == 0 || slices.Contains(kind, "person"))
	}
}
