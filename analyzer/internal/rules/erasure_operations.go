package rules

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/analyzer/internal/httpreq"
	"github.com/ciolint/ciolint/analyzer/internal/precede"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// erasures are the suppressions and deletions of people in a package.
type erasures struct {
	flow       *flow.Analysis
	ops        *precede.Analysis
	ports      *precede.Ports
	suppressed []precede.Operation
	deleted    []deletion
	written    []written
	handed     []precede.Handed
	atPorts    []ssa.CallInstruction // suppressions by the names of what others bring

	promised []ssa.CallInstruction // calls that suppress by name, of the package's own functions
}

type deletion struct {
	precede.Operation
	name    string // of what is called
	perhaps bool   // it may be something else: not all of it was looked at
}

func (e *erasures) suppress(ops ...precede.Operation) { e.suppressed = append(e.suppressed, ops...) }

func (e *erasures) delete(name string, ops ...precede.Operation) {
	for _, op := range ops {
		e.deleted = append(e.deleted, deletion{Operation: op, name: name})
	}
}

// mayDelete is delete for what is not known to do so.
func (e *erasures) mayDelete(name string, op precede.Operation) {
	e.deleted = append(e.deleted, deletion{op, name, true})
}

// call looks at what a call does by the function that it names.
func (e *erasures) call(call ssa.CallInstruction) {
	args := ssautil.Args(call.Common())
	runtime := e.byRuntime(call)
	if runtime || e.byName(call) {
		if !runtime && len(e.flow.Callees(call)) > 0 {
			e.promised = append(e.promised, call)
			return
		}
		if _, _, port := e.flow.PortAt(call); port && !runtime {
			e.atPorts = append(e.atPorts, call)
		}
		e.suppressPassed(call)
		if runtime {
			e.delete("(*erasure.Eraser).Erase", precede.Operation{At: call, Subject: e.ops.Subject(args[len(args)-1])})
		}
		return
	}
	for _, fn := range e.flow.Named(call) {
		recv := len(args) - fn.Signature().Params().Len() // a method value has its receiver already
		row, ok := customerio.Lookup(fn)
		switch {
		case !ok || row.Segment || len(row.Parts) == 0:
		case row.Erases:
			s := e.ops.Subject(args[row.Parts[0].Arg+recv])
			e.delete(customerio.SinkName(fn), precede.Operation{At: call, Subject: s})
			return
		case row.Name == "Enqueue":
			e.event(call, recv, customerio.SinkName(fn))
			return
		default:
			e.writes(call, row, recv, customerio.SinkName(fn))
		}
	}
}

// suppressPassed: whom a call names by anything that it passes is suppressed.
func (e *erasures) suppressPassed(call ssa.CallInstruction) {
	for _, arg := range ssautil.Args(call.Common()) {
		if s := e.ops.Subject(arg); s != nil {
			e.suppress(precede.Operation{At: call, Subject: s})
		}
	}
}

// event looks at an event of the CDP API: two names have a meaning.
func (e *erasures) event(call ssa.CallInstruction, arg int, name string) {
	msg, ok := ssautil.Args(call.Common())[arg].(*ssa.MakeInterface)
	if !ok {
		return
	}
	if !strings.HasSuffix(msg.X.Type().String(), ".Track") {
		e.write(name, precede.Operation{At: call, Subject: e.ops.SubjectIn(msg.X, "UserId")})
		return
	}
	at := content.Path{{Kind: content.Field, Name: "Event"}}
	it := e.ops.Item(call, msg, at, e.ops.SubjectIn(msg.X, "UserId"))
	e.item(it, name, "event")
}

// isSemantic reports whether an event has a meaning of its own, and is none that
// a person is sent.
func isSemantic(event string) bool {
	return slices.Contains([]string{"User Suppressed", "User Deleted", "User Unsuppressed", "Device Deleted", "Relationship Deleted", "Object Deleted"}, event)
}

// byRuntime reports whether a call is Erase of runtime/erasure, which does
// both.
func (e *erasures) byRuntime(call ssa.CallInstruction) bool {
	return slices.ContainsFunc(e.flow.Named(call), func(fn *types.Func) bool {
		return fn.Name() == "Erase" && fn.Pkg() != nil && strings.HasSuffix(fn.Pkg().Path(), "github.com/ciolint/ciolint/runtime/erasure")
	})
}

func isSuppression(path string) bool { return strings.HasSuffix(path, "}/suppress") }

// httpRequests looks at the raw requests that a call makes.
func (e *erasures) httpRequests(call ssa.CallInstruction) {
	for _, req := range e.ops.Requests(call) {
		row := req.Endpoint
		switch {
		case row == nil:
			e.mayDelete(ssautil.Callee(call.Common()).FullName(), req.Operation)
		case row.Erases:
			e.delete(endpointName(req.Request), req.Operation)
		case isSuppression(row.Path):
			e.suppress(req.Operation)
		case len(row.Identifiers) > 0 && carries(row.Parts):
			e.write(endpointName(req.Request), req.Operation)
		case row.Path == "/api/v2/entity":
			e.items(req, "")
		case row.Path == "/api/v2/batch":
			e.items(req, "batch")
		}
	}
}

// items looks at what a request of the Track API's second version asks for.
func (e *erasures) items(req *precede.Request, list string) {
	name := endpointName(req.Request)
	items, all := e.ops.Items(req, itemForm(list))
	for _, it := range items {
		e.item(it, name, "item")
	}
	if !all { // the rest may be anything
		e.mayDelete(name, req.OnAnybody())
	}
}

// itemForm is how a request lists them.
func itemForm(list string) httpreq.Form {
	return httpreq.Form{List: list, Keys: []string{"type", "action"}, Name: "identifiers"}
}

// A form says what an item asks for by its texts.
type form struct {
	suppresses, deletes, writes func(texts map[string][]string) bool
}

// forms are events of the CDP API, and items of the Track API.
var forms = map[string]form{
	"event": {saysEvent("User Suppressed"), saysEvent("User Deleted"), func(texts map[string][]string) bool {
		return len(texts[""]) > 0 && !slices.ContainsFunc(texts[""], isSemantic)
	}},
	"item": {asks("suppress"), asks("delete"), asks("identify", "event", "screen", "page", "add_device")},
}

func saysEvent(event string) func(map[string][]string) bool {
	return func(texts map[string][]string) bool { return slices.Contains(texts[""], event) }
}

// item looks at what a call asks for by texts. What is not known of it is no
// suppression, and may be a deletion.
func (e *erasures) item(it precede.Item, name, kind string) {
	f := forms[kind]
	ops, _ := e.ops.Operations(it, f.suppresses)
	e.suppress(ops...)
	ops, all := e.ops.Operations(it, f.deletes)
	e.delete(name, ops...)
	if !all {
		e.mayDelete(name, it.Operation())
	}
	ops, _ = e.ops.Operations(it, f.writes)
	e.write(name, ops...)
	e.ops.ExportItem(name, kind, it)
}

// asks tells items that do something to a person.
func asks(actions ...string) func(texts map[string][]string) bool {
	return func(texts map[string][]string) bool {
		kind := texts["type"]
		asked := func(action string) bool { return slices.Contains(texts["action"], action) }
		return slices.ContainsFunc(actions, asked) && (len(kind) == 0 || slices.Contains(kind, "person"))
	}
}
