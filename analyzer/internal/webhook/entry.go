package webhook

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// entryInfo is what is known of a handler before it runs.
type entryInfo struct {
	guarded    bool   // behind middleware that verifies
	route      string // the path that it is registered under
	registered bool
	middleware bool // run to see what it does with a request
	root       bool // nobody in the package uses it
	unsure     bool // how it is used cannot be followed
}

// An entry is one handler, or a function that tells whether a request is
// good, and what it did on all its paths.
type entry struct {
	info        entryInfo
	fn          *ssa.Function
	effects     []*effect
	outcomes    []outcome
	compared    bool
	unaborted   ssa.Instruction // where a path compared that refuses without an end to the chain
	unsure      bool            // something unknown may have verified
	unaskedKey  string          // the parameter that it signs with and does not ask for
	passedOn    bool            // the signature is given to something unknown
	checksAge   bool            // the timestamp meets the clock
	comparing   map[string]int  // what was decided where the signature is compared, by plain name
	mayCheckAge bool            // something that is not followed may look at the age
	signed      []signed
	probing     bool     // run to see what is compared with MACs
	probed      []probed // what is
	signedTime  []signedTime
	event       bool              // it handles events of Customer.io
	keys        map[string]bool   // keys read from the body
	reads       []ssa.Instruction // of the signature
	readsTime   bool
	required    bool // nothing is done without a signature
	consumed    bool // something is done with the body
	consumer    *ssa.Function
	// At a limit of the engine, a path ended or a call was not followed ...
	cutVerified   bool // ... after a good verdict
	cutUnverified bool // ... before or without one
	faulty        bool // its verdicts are of no use anyway
}

// A signed message is what one path compared the signature with a MAC of.
type signed struct {
	kind Kind // what is wrong with it, "" if nothing is
	at   ssa.Instruction
	from ssa.Instruction // the call in the handler that led there
}

// A signedTime is where the timestamp is signed, by which other package if any.
type signedTime struct {
	at   ssa.Instruction
	from ssa.Instruction // the call in the handler that led there
	via  string
}

// An outcome is what a path returned.
type outcome struct {
	verdict verdict
	unsure  bool
	answer  answer
	noError bool   // returned a nil error beside that
	code    *value // the result, of a function that returns one
	choices
}

// An answer is what a function says of a request by its result.
type answer int8

const (
	unclear answer = iota
	rejects        // false, or an error
	accepts        // true, or no error
)

func (c *checker) newEntry(fn *ssa.Function, info entryInfo) *entry {
	fn = inSource(fn)
	e := &entry{info: info, fn: fn, keys: map[string]bool{}, comparing: map[string]int{}, required: true}
	c.entries = append(c.entries, e)
	return e
}

// inSource is the method behind a wrapper that makes a value of it.
func inSource(fn *ssa.Function) *ssa.Function {
	if fn == nil || fn.Synthetic == "" {
		return fn
	}
	if obj, ok := fn.Object().(*types.Func); ok {
		if method := fn.Prog.FuncValue(obj); method != nil {
			return method
		}
	}
	return fn
}

// compares notes that the signature is compared, and what was decided before.
func (e *entry) compares(c choices) {
	e.compared = true
	if e.comparing == nil { // of the entry that stands for none
		return
	}
	for name, decided := range c.byPlainName() {
		e.comparing[name] |= decided
	}
}

// uses notes that a handler does something with the body.
func (e *entry) uses(in *ssa.Function, facts map[string]bool) {
	e.consumed = true
	if e.consumer == nil {
		e.consumer = in
	}
	if empty, ok := facts[emptySignature]; !ok || empty {
		e.required = false
	}
}

// readsKey notes that a key is read from the body.
func (e *entry) readsKey(k string) {
	switch k {
	case "object_type", "metric":
		e.keys[k] = true
	}
	if e.keys["object_type"] && e.keys["metric"] {
		e.event = true
	}
}

// readsHeader notes that one of Customer.io's headers is read.
func (e *entry) readsHeader(v *value, at ssa.Instruction) {
	if v.Marks&signature != 0 {
		e.reads = append(e.reads, at)
	} else {
		e.readsTime = true
	}
}

// finish ends a path of a handler.
func finish(st *state) {
	e := entryOf(st)
	if pathOf(st).unsure {
		e.unsure = true
	}
	e.noteUnaborted(pathOf(st))
}

// finishWith ends a path of a function that tells whether a request is good.
func finishWith(st *state, res *value, fn *ssa.Function) {
	finish(st)
	p := pathOf(st)
	o := outcome{verdict: p.verdict, unsure: p.unsure, code: res, choices: choicesOf(st)}
	o.answer = answerOf(st, fn.Signature, res)
	if i := errorIndex(fn.Signature); i > 0 && res.Elems != nil {
		o.noError = isNil(res.Elems[i])
	}
	p.entry.outcomes = append(p.entry.outcomes, o)
}

// answerOf is whether a function says by its result that a request is good.
func answerOf(st *state, s *types.Signature, res *value) answer {
	i := answerIndex(s)
	if i < 0 {
		return unclear
	}
	v := res
	if res.Elems != nil {
		v = res.Elems[i]
	}
	if b, ok := v.AsBool(); ok {
		if b {
			return accepts
		}
		return rejects
	}
	if !ssautil.IsErrorType(s.Results().At(i).Type()) {
		return unclear
	}
	null, decided := st.Decided("nil:" + v.Name)
	switch {
	case isNil(v) || mayBeNil(v) && decided && null:
		return accepts
	case !mayBeNil(v) || decided:
		return rejects
	}
	return unclear
}

// answerIndex is the result that is a verdict, or -1: the truth value, or else
// the error.
func answerIndex(s *types.Signature) int {
	for i := range s.Results().Len() {
		if ssautil.IsBoolType(s.Results().At(i).Type()) {
			return i
		}
	}
	return errorIndex(s)
}

// tellsVerdict reports whether a function may say by its result whether a
// request is good: by a truth value, an error, or a number.
func tellsVerdict(s *types.Signature) bool { return answerIndex(s) >= 0 || returnsCode(s) }

// returnsCode reports whether a function returns a number and nothing else.
func returnsCode(s *types.Signature) bool {
	return s.Results().Len() == 1 && isInteger(s.Results().At(0).Type())
}

func isInteger(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsInteger != 0
}

// errorIndex is the last result that is an error, or -1.
func errorIndex(s *types.Signature) int {
	for i := s.Results().Len() - 1; i >= 0; i-- {
		if ssautil.IsErrorType(s.Results().At(i).Type()) {
			return i
		}
	}
	return -1
}
