package webhook

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// An effect is something that the verdict should come before.
type effect struct {
	at      ssa.Instruction
	in      *ssa.Function // the handler that does it
	target  string        // what is called
	kind    effectKind
	verdict verdict
	unsure  bool
	early   bool // the signature is compared afterwards
	choices
	cause     *Problem // why it happens in spite of a bad verdict
	undecided bool     // between the verdict and here, something unknown was decided
}

type effectKind uint8

const (
	acts    effectKind = iota // sends, stores, starts, or calls the next handler
	logs                      // writes the body to a log
	decodes                   // parses the body: no harm by itself
)

// Targets that are no functions.
const (
	nextHandler = "next"
	decoder     = "decode"
	channel     = "channel"
)

// noteEffect notes an effect on a path.
func noteEffect(st *state, at ssa.Instruction, target string, kind effectKind) {
	p := pathOf(st)
	if !p.handling {
		return
	}
	e := &effect{
		at: at, in: handlerUnderWay(st), target: target, kind: kind,
		verdict: p.verdict, unsure: p.unsure, choices: choicesOf(st),
	}
	if p.verdict == bad {
		e.cause, e.undecided = causeOf(st, at)
	}
	p.effects = append(p.effects, e)
	p.entry.effects = append(p.entry.effects, e)
	p.entry.uses(e.in, st.Facts)
}

// handlerUnderWay is the innermost function under way that takes requests.
func handlerUnderWay(st *state) *ssa.Function {
	frames := st.Frames()
	for i := len(frames) - 1; i >= 0; i-- {
		if fn := frames[i].Fn; fn.Signature != nil && handles(fn.Signature) && fn.Synthetic == "" {
			return fn
		}
	}
	if p := pathOf(st); p.handling {
		return p.entry.fn
	}
	return nil
}

// handlerFrame is the index of the innermost handler under way.
func handlerFrame(st *state) int {
	frames := st.Frames()
	for i := len(frames) - 1; i > 0; i-- {
		if handles(frames[i].Fn.Signature) {
			return i
		}
	}
	return 0
}

// noteStore notes what leads the body out of the handler.
func noteStore(st *state, in ssa.Instruction, to, key, v *value) {
	if !pathOf(st).handling {
		return
	}
	m := st.MarksOf(v) | st.MarksOf(key)
	target := to.Name
	if leavesByChannel(in) {
		target = channel
	} else if to.IsLocal() || isRequestPlace(to.Addr) {
		return
	}
	if m&body != 0 {
		noteEffect(st, in, target, acts)
	}
}

func leavesByChannel(in ssa.Instruction) bool {
	switch in.(type) {
	case *ssa.Send, *ssa.Select:
		return true
	}
	return false
}

// noteWrite notes that the body is written to a file or the terminal, or to a
// writer that the handler was given.
func noteWrite(st *state, c *call, w *value, text []part) bool {
	file := w.Dyn != nil && types.TypeString(w.Dyn, nil) == "*os.File" || strings.HasPrefix(w.Name, "global:os.Std")
	given := isGivenWriter(w)
	if (file || given) && st.MarksOf(symexec.FromParts(text))&body != 0 {
		kind := acts
		if file {
			kind = logs
		}
		noteEffect(st, c.In, w.Name, kind)
	}
	return file || given
}

// isGivenWriter reports whether a writer is an interface that comes from
// outside: not the response, no buffer, and no hash.
func isGivenWriter(w *value) bool {
	if w.Dyn != nil && (!types.IsInterface(w.Dyn) || ssautil.HasMethodNamed(w.Dyn, "BlockSize")) {
		return false
	}
	return w.Addr != "" && !w.IsLocal() && w.Name != responseName && !isRequestPlace(w.Name)
}

// entering notes that a function of the package is given the body and does
// nothing that could be seen, but nothing with a result either: it is called
// for an effect, whatever that is.
func entering(st *state, c *call, fn *ssa.Function, args []*value) func(*state) {
	if !pathOf(st).handling || !isForEffect(st, fn, args) {
		return nil
	}
	effects, compared, writes, at := len(pathOf(st).effects), pathOf(st).comparedAt, st.Writes(), st.Top().At
	return func(st *state) {
		p := pathOf(st)
		if len(p.effects) == effects && p.comparedAt == compared && st.Writes() == writes && st.Top().At == at {
			noteEffect(st, c.In, fn.Name(), acts)
		}
	}
}

// isForEffect reports whether a function is given the body, or what was parsed
// from it, to do something with it. One that decides whether it returns an
// error may be a check.
func isForEffect(st *state, fn *ssa.Function, args []*value) bool {
	if fn.Synthetic != "" || isHarmless(fn.Name()) || isLog(fn.Name()) {
		return false
	}
	res := fn.Signature.Results()
	if res.Len() > 1 || res.Len() == 1 && (!ssautil.IsErrorType(res.At(0).Type()) || len(fn.Blocks) > 1) {
		return false // asked for a result, if only whether there is an error
	}
	given := false
	for i, a := range args {
		if i < len(fn.Params) {
			switch t := fn.Params[i].Type(); {
			case isRequest(t) || isResponseWriter(t):
				return false // answers by itself
			case a.IsLocal() && ssautil.HasMethodNamed(t, "Write"):
				return false // fills something
			}
		}
		given = given || st.MarksOf(a)&body != 0
	}
	return given
}

// noteUnknownCall notes that something unknown is given the body.
func noteUnknownCall(st *state, c *call) {
	kind, ok := effectOf(c)
	if !ok || !givesBody(st, c, kind == logs) {
		return
	}
	target := c.Name
	if c.Fn != nil {
		target = c.Fn.FullName()
	}
	noteEffect(st, c.In, target, kind)
}

// effectOf is what a call of something unknown may do with what it is given;
// not ok if that is nothing.
func effectOf(c *call) (kind effectKind, ok bool) {
	kind = acts
	if isLog(c.Name) {
		kind = logs
	}
	if !ssautil.IsStandard(c.Path()) {
		return kind, !isHarmless(c.Name)
	}
	switch c.Path() {
	case "log":
		return logs, true
	case "log/slog":
		return logs, kind == logs
	case "fmt":
		return logs, strings.HasPrefix(c.Name, "Print")
	case "os", "database/sql", "net/smtp", "os/exec", "net/rpc", "net":
		return kind, true
	case "net/http":
		return kind, sendsRequest(c)
	case "io", "bufio":
		return kind, c.Recv != nil && strings.HasPrefix(c.Name, "Write") && isGivenWriter(c.Recv) && !ssautil.HasMethodNamed(c.In.Common().Value.Type(), "BlockSize")
	case "sync", "sync/atomic":
		return kind, (c.Name == "Store" || c.Name == "Swap" || c.Name == "LoadOrStore") && !c.Recv.IsLocal()
	}
	return kind, false
}

func sendsRequest(c *call) bool {
	if c.Recv == nil {
		return strings.HasPrefix(c.Name, "Post") || c.Name == "Get"
	}
	return ssautil.QualifiedTypeName(c.ReceiverType()) == "net/http.Client"
}

// givesBody reports whether the body goes with a call; a log that tells an
// event's id or kind is no harm.
func givesBody(st *state, c *call, logging bool) bool {
	for i, a := range c.Args {
		if a.Marks&body == 0 && isRequestPlace(a.Name) || st.MarksOf(a)&body == 0 || isKindOfEvent(a) {
			continue
		}
		if !logging || c.Types[i] != nil && isWhole(st, a) {
			return true
		}
	}
	return false
}

// isKindOfEvent reports whether a value says what happened, not to whom;
// metrics and traces tell it.
func isKindOfEvent(v *value) bool {
	switch strings.ToLower(strings.Trim(v.LastName(), "[]")) {
	case "metric", "objecttype", "object_type", "type":
		return true
	}
	return false
}

// isWhole reports whether a value is the raw body, or all that was decoded.
func isWhole(st *state, v *value) bool {
	if v.IsLocal() {
		if es := st.Elements(v.Addr); es != nil { // the arguments of a Printf
			return slices.ContainsFunc(es, func(e *value) bool { return st.MarksOf(e)&body != 0 && isWhole(st, e) })
		}
	}
	if v.Marks&raw != 0 || v.Fields != nil || v.Known && slices.ContainsFunc(v.Parts, isRawBody) {
		return true
	}
	if v.Dyn == nil {
		return false
	}
	switch ssautil.PointedTo(v.Dyn).Underlying().(type) {
	case *types.Struct, *types.Map:
		return true
	}
	return ssautil.IsBytesType(ssautil.PointedTo(v.Dyn))
}
