package verify

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A request is the one that a path handles.
type request struct{ entry *entry }

// entryInfo is what is known of a handler before it runs.
type entryInfo struct {
	guarded    bool   // behind middleware that verifies
	route      string // the path that it is registered under
	registered bool
	probe      bool // middleware, run to see what it does
	root       bool // nobody in the package uses it
	maybe      bool // how it is used cannot be followed
}

// An entry is one handler, or a function that tells whether a request is
// good, and what it did on all its paths.
type entry struct {
	info       entryInfo
	fn         *ssa.Function
	acts       []*act
	outcomes   []outcome
	compared   bool
	unaborted  ssa.Instruction // where a path compared that refuses without an end to the chain
	maybe      bool
	handed     bool           // the signature is given to something unknown
	fresh      bool           // the timestamp meets the clock
	comparing  map[string]int // what was decided where the signature is compared, by plain name
	vouched    bool           // something that is not followed may look at the age
	unknownMAC bool           // compared with something that is not known
	signed     []signed
	signedTime []ssa.Instruction
	event      bool
	keys       map[string]bool   // keys read from the body
	reads      []ssa.Instruction // of the signature
	readsTime  bool
	required   bool // no act without a signature
	consumed   bool
	cut        bool // at a bound
	faulty     bool // its verdicts are of no use anyway
	consumer   *ssa.Function
}

// A signed message is what one path compared the signature with a MAC of.
type signed struct {
	kind Kind // what is wrong with it, "" if nothing is
	at   ssa.Instruction
	from ssa.Instruction // the call in the handler that led there
}

// An outcome is what a path returned.
type outcome struct {
	verdict verdict
	maybe   bool
	accepts accepting
	noError bool // returned a nil error beside that
	choices
}

type accepting int8

const (
	unclear accepting = iota
	says0             // false, or an error
	says1             // true, or no error
)

func (x *run) newEntry(fn *ssa.Function, info entryInfo) *entry {
	e := &entry{info: info, fn: fn, keys: map[string]bool{}, comparing: map[string]int{}, required: true}
	x.entries = append(x.entries, e)
	return e
}

// entry is the one that a path belongs to; outside of requests, one that
// nobody looks at.
func (x *run) entry(st *state) *entry {
	if st.req == nil {
		return x.nobody
	}
	return st.req.entry
}

// compares notes that the signature is compared, and what was decided before.
func (e *entry) compares(c choices) {
	e.compared = true
	if e.comparing == nil { // nobody's
		return
	}
	for name, how := range c.plain() {
		e.comparing[name] |= how
	}
}

// used notes that a handler does something with the body.
func (e *entry) used(in *ssa.Function, facts map[string]bool) {
	e.consumed = true
	if e.consumer == nil {
		e.consumer = in
	}
	if empty, ok := facts[emptySignature]; !ok || empty {
		e.required = false
	}
}

func (e *entry) sawKey(k string) {
	switch k {
	case "object_type", "metric":
		e.keys[k] = true
	}
	if e.keys["object_type"] && e.keys["metric"] {
		e.event = true
	}
}

// readsHeader notes that one of Customer.io's headers is read.
func (x *run) readsHeader(st *state, v *value, at ssa.Instruction) {
	e := x.entry(st)
	if v.marks&signature != 0 {
		e.reads = append(e.reads, at)
	} else {
		e.readsTime = true
	}
}

// finish ends a path of a handler.
func (x *run) finish(st *state) {
	e := x.entry(st)
	if st.maybe {
		e.maybe = true
	}
	e.goesOn(st)
}

// returned ends a path of a function that tells whether a request is good.
func (x *run) returned(st *state, res *value, fn *ssa.Function) {
	x.finish(st)
	e := x.entry(st)
	o := outcome{verdict: st.verdict, maybe: st.maybe, choices: st.choices}
	o.accepts = st.saying(fn.Signature, res)
	if i := errorIndex(fn.Signature); i > 0 && res.elems != nil {
		o.noError = res.elems[i].null == isNil
	}
	e.outcomes = append(e.outcomes, o)
}

// saying is whether a function says by its result that a request is good.
func (st *state) saying(s *types.Signature, res *value) accepting {
	i := judgeIndex(s)
	if i < 0 {
		return unclear
	}
	v := res
	if res.elems != nil {
		v = res.elems[i]
	}
	if b, ok := v.bool(); ok {
		if b {
			return says1
		}
		return says0
	}
	if !isError(s.Results().At(i).Type()) {
		return unclear
	}
	null, decided := st.facts["nil:"+v.name]
	switch {
	case v.null == isNil || v.null == maybeNil && decided && null:
		return says1
	case v.null == notNil || decided:
		return says0
	}
	return unclear
}

// judgeIndex is the result that is a verdict, or -1: the truth value, or else
// the error.
func judgeIndex(s *types.Signature) int {
	for i := range s.Results().Len() {
		if isBool(s.Results().At(i).Type()) {
			return i
		}
	}
	return errorIndex(s)
}

// errorIndex is the last result that is an error, or -1.
func errorIndex(s *types.Signature) int {
	for i := s.Results().Len() - 1; i >= 0; i-- {
		if isError(s.Results().At(i).Type()) {
			return i
		}
	}
	return -1
}

// isQuiet: a bad verdict may come without an error.
func (e *entry) isQuiet() bool {
	return slices.ContainsFunc(e.outcomes, func(o outcome) bool { return o.verdict == bad && o.noError && o.accepts != e.accepting() })
}

// judge turns what the entries did into problems.
func (c *checker) judge() {
	guards := false
	for _, e := range c.entries {
		guards = guards || e.compared && e.callsNext()
	}
	right := map[ssa.Instruction]bool{} // comparisons that some handler gets right
	for _, e := range c.entries {
		for _, s := range e.signed {
			right[s.at] = right[s.at] || s.kind == ""
		}
	}
	for _, e := range c.entries {
		c.judgeMessages(e, right)
		c.judgeActs(e)
		c.judgeOutcomes(e)
		c.judgeAge(e)
		c.judgeChain(e)
		if !(e.info.root && guards) {
			c.judgeAbsence(e)
		}
	}
}

// judgeMessages looks at what the MACs are made of. A path that failed to read
// the body and goes on does not count; a helper that others use well is not
// to blame for what one handler gives it.
func (c *checker) judgeMessages(e *entry, right map[ssa.Instruction]bool) {
	mine := map[ssa.Instruction]bool{}
	for _, s := range e.signed {
		mine[s.at] = mine[s.at] || s.kind == ""
	}
	for _, s := range e.signed {
		switch {
		case s.kind == "" || mine[s.at]:
		case right[s.at]:
			c.problem(Problem{Kind: s.kind, At: s.from})
		default:
			c.problem(Problem{Kind: s.kind, At: s.at})
		}
	}
}

func (e *entry) callsNext() bool {
	for _, a := range e.acts {
		if a.target == "next" {
			return true
		}
	}
	return false
}

// judgeOutcomes looks at a function that tells whether a request is good: it
// must not say so without a good verdict.
func (c *checker) judgeOutcomes(e *entry) {
	if !e.compared || !e.info.root {
		return
	}
	accept := e.accepting()
	if accept == unclear {
		return
	}
	for _, o := range e.outcomes {
		if o.accepts != accept || o.maybe || o.verdict == good {
			continue
		}
		c.absentOn(o.choices, o.verdict, true)
	}
}

// accepting is what the function returns for good requests: what it returns
// for good verdicts, and never for bad ones.
func (e *entry) accepting() accepting {
	var onGood, onBad [3]bool
	for _, o := range e.outcomes {
		switch o.verdict {
		case good:
			onGood[o.accepts] = true
		case bad:
			onBad[o.accepts] = true
		}
	}
	for _, a := range []accepting{says1, says0} {
		if onGood[a] && !onBad[a] {
			return a
		}
	}
	return unclear
}

// judgeAge: the timestamp is signed, so that its age can be told; that must
// be done, and old requests refused.
func (c *checker) judgeAge(e *entry) {
	switch {
	case e.faulty || e.cut || e.info.guarded:
		return
	case e.fresh:
		if in := e.acceptsOld(); in != nil && !e.vouched {
			c.problem(Problem{Kind: Old, At: in})
		}
		return
	case !e.readsTime || !handles(e.fn.Signature) && c.fresh:
		return
	}
	for _, at := range e.signedTime {
		c.problem(Problem{Kind: Replay, At: at})
	}
}

// judgeAbsence looks for handlers of Customer.io's events that verify
// nothing.
func (c *checker) judgeAbsence(e *entry) {
	if e.compared || e.cut || e.maybe || e.handed || e.info.guarded || e.info.maybe || e.info.probe || !e.consumed {
		return
	}
	if e.required && len(e.reads) > 0 || c.isDropped(e) {
		c.problem(Problem{Kind: Unread, At: e.reads[0]})
		return
	}
	fn := e.consumer
	if fn == nil {
		fn = e.fn
	}
	if fn == nil || !handles(fn.Signature) {
		return
	}
	if e.event || isCustomerIOPath(e.info.route) {
		c.problem(Problem{Kind: Unverified, Handler: fn})
	}
}

// isDropped: the signature is read for nothing.
func (c *checker) isDropped(e *entry) bool {
	for _, at := range e.reads {
		v, ok := at.(ssa.Value)
		if !ok {
			continue
		}
		for _, ref := range *v.Referrers() {
			if _, debug := ref.(*ssa.DebugRef); !debug {
				return false
			}
		}
	}
	return len(e.reads) > 0
}
