package verify

import (
	"fmt"
	"go/types"
	"maps"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A Kind is what is wrong.
type Kind string

const (
	Unsafe       Kind = "unsafe"        // compared by what stops at the first difference
	Short        Kind = "short"         // little of the MAC is compared
	Message      Kind = "message"       // the MAC is over something else
	Rewritten    Kind = "rewritten"     // the MAC is over JSON that was made anew
	PlainHash    Kind = "plain hash"    // a hash of key and body instead of a MAC
	OtherHash    Kind = "other hash"    // a MAC with another hash than SHA-256
	NoMAC        Kind = "no MAC"        // compared with a secret itself
	Replay       Kind = "replay"        // the timestamp's age is not looked at
	Old          Kind = "old"           // the timestamp's age is looked at, and old requests accepted
	Before       Kind = "before"        // acts before the verdict
	Ignored      Kind = "ignored"       // nothing looks at the verdict
	Unaborted    Kind = "unaborted"     // middleware returns on a bad verdict, and the chain goes on
	FallsThrough Kind = "falls through" // the branch for a bad verdict does not leave
	NoKey        Kind = "no key"        // accepts if no key is configured
	NoSignature  Kind = "no signature"  // accepts what has no signature
	NoTimestamp  Kind = "no timestamp"  // accepts what has no timestamp
	Malformed    Kind = "malformed"     // accepts a header that cannot be parsed
	OpenMode     Kind = "open mode"     // verifies only if the environment says so
	Bypass       Kind = "bypass"        // verifies only if the request does not ask otherwise
	Unread       Kind = "unread"        // reads the signature and compares it with nothing
	Unverified   Kind = "unverified"    // does not look at the signature at all
)

// A Problem is one thing wrong at one place.
type Problem struct {
	Kind    Kind
	At      ssa.Instruction // where, unless Handler is set
	Handler *ssa.Function   // the handler as a whole
	How     string          // what compares, hashes or decides
}

// A Role is what a function does for those who call it.
type Role uint8

const (
	NoRole       Role = iota
	Verdict           // returns whether the request it is given is good
	QuietVerdict      // the same, and a bad one may come with a nil error
	Guard             // makes a handler that lets only good requests through
)

// Config is what is known of other packages.
type Config struct {
	Imported func(*types.Func) Role
	Own      bool // the package has to do with Customer.io by its own words
}

// checker is what is known of one package.
type checker struct {
	cfg      Config
	pkg      *ssa.Package
	funcs    []*ssa.Function
	matters  map[*ssa.Function]bool // may have to do with requests
	entered  map[*ssa.Function]bool
	rooted   map[*ssa.Function]bool // run by itself
	branched map[branching]int
	total    int // steps of all runs
	nobody   *entry
	judging  map[*ssa.Function]bool // compare the signature, or call what does
	silent   bool                   // problems are known already
	entries  []*entry
	keys     map[string]bool // names of what keys of MACs come from
	problems map[string]Problem
	fresh    bool // somewhere in the package the timestamp meets the clock
	globals  map[string]*value
	roles    map[*types.Func]Role
}

// A Result is what was found in a package.
type Result struct {
	Problems []Problem
	Roles    map[*types.Func]Role // of the package's functions
}

// Package runs the handlers of a package.
func Package(pkg *ssa.Package, funcs []*ssa.Function, cfg Config) Result {
	c := &checker{
		cfg: cfg, pkg: pkg, funcs: funcs, entered: map[*ssa.Function]bool{}, rooted: map[*ssa.Function]bool{}, branched: map[branching]int{}, judging: map[*ssa.Function]bool{}, nobody: &entry{keys: map[string]bool{}}, keys: map[string]bool{},
		problems: map[string]Problem{}, roles: map[*types.Func]Role{},
	}
	c.matters = c.findMatters()
	if len(c.matters) == 0 {
		return Result{}
	}
	c.globals = c.initial()
	c.runAll()
	var out []Problem
	for _, k := range slices.Sorted(maps.Keys(c.problems)) {
		out = append(out, c.problems[k])
	}
	return Result{out, c.roles}
}

func (c *checker) problem(p Problem) {
	key := string(p.Kind)
	switch {
	case c.silent:
		return
	case p.Handler != nil:
		key = fmt.Sprintf("%09d %s", p.Handler.Pos(), key)
	case p.At == nil:
		return
	default:
		key = position(p.At) + " " + key
	}
	c.problems[key] = p
}

// position tells instructions apart, in the order of the source.
func position(in ssa.Instruction) string {
	b := in.Block()
	return fmt.Sprintf("%09d %s %d %d", in.Pos(), in.Parent(), b.Index, slices.Index(b.Instrs, in))
}

func sortedKeys(m map[string]bool) []string { return slices.Sorted(maps.Keys(m)) }

func (x *run) state() *state {
	st := &state{mem: map[string]*value{}, choices: choices{map[string]bool{}, map[string]*ssa.If{}, map[string]*ssa.Function{}}}
	maps.Copy(st.mem, x.globals)
	return st
}

// runAll runs what nobody in the package uses, and then what was not reached
// from there: first what registers handlers, so that a handler is known with
// the middleware around it.
func (c *checker) runAll() {
	used := map[*ssa.Function]bool{}
	for _, fn := range c.funcs {
		for _, u := range uses(fn) {
			if u != fn {
				used[u] = true
			}
		}
		if fn.Parent() != nil {
			used[fn] = true
		}
	}
	rank := func(fn *ssa.Function) int {
		r := 0
		if takesRequest(fn) {
			r += 2
		}
		if used[fn] {
			r += 4
		}
		return r
	}
	todo := slices.DeleteFunc(slices.Clone(c.funcs), func(fn *ssa.Function) bool {
		return !c.matters[fn] || fn.Blocks == nil || fn.TypeParams().Len() > 0 && len(fn.TypeArgs()) == 0
	})
	slices.SortStableFunc(todo, func(a, b *ssa.Function) int { return rank(a) - rank(b) })
	for _, fn := range todo {
		if !c.entered[fn] {
			c.runRoot(fn, used[fn])
			c.rooted[fn] = true
		}
	}
	c.judge()
	c.learnRoles(todo)
}

// learnRoles runs what importers can call by itself, if that was not done yet,
// only to see what it does for them.
func (c *checker) learnRoles(fns []*ssa.Function) {
	c.silent = true
	for _, fn := range fns {
		obj, ok := fn.Object().(*types.Func)
		if ok && obj.Exported() && !c.rooted[fn] {
			c.runRoot(fn, false)
		}
	}
}

func takesRequest(fn *ssa.Function) bool {
	for _, p := range fn.Params {
		if isRequest(p.Type()) {
			return true
		}
	}
	return false
}

// runRoot runs a function by itself.
func (c *checker) runRoot(fn *ssa.Function, used bool) {
	x := &run{checker: c}
	st := x.state()
	args := x.requestArgs(fn)
	sig := fn.Signature
	if !takesRequest(fn) && !c.judgesTexts(fn, args) {
		var e []*entry
		x.enter(st, fn, args, nil, func(st *state, res *value) { e = append(e, x.results(st, fn, res)...) })
		c.noteGuard(fn, e)
		return
	}
	e := x.newEntry(fn, entryInfo{root: !used, maybe: used})
	st.req = &request{entry: e}
	x.enter(st, fn, args, nil, func(st *state, res *value) { x.returned(st, res, fn) })
	if obj, ok := fn.Object().(*types.Func); ok && judgeIndex(sig) >= 0 && e.compared && !handles(sig) && e.accepting() != unclear {
		c.roles[obj] = Verdict
		if e.isQuiet() {
			c.roles[obj] = QuietVerdict
		}
	}
}

// results runs the handlers that a function returns.
func (x *run) results(st *state, fn *ssa.Function, res *value) []*entry {
	var out []*entry
	vs := res.elems
	if vs == nil {
		vs = []*value{res}
	}
	for i, v := range vs {
		if i >= fn.Signature.Results().Len() {
			break
		}
		t := fn.Signature.Results().At(i).Type()
		switch {
		case v.fn != nil && isMiddleware(t):
			e := x.newEntry(v.fn, entryInfo{root: true, probe: true})
			next := external("next", v.fn.Signature.Params().At(0).Type())
			x.enter(st.clone(), v.fn, []*value{next}, v.binds, func(st *state, h *value) {
				if isCallable(h) && x.hasBody(h) {
					x.serve(st, h, e)
				} else {
					x.passes(st, e, h)
				}
			})
			out = append(out, e)
		case isHandler(t) && isCallable(v) && x.hasBody(v):
			e := x.newEntry(handlerFunc(x, v), entryInfo{root: true})
			x.serve(st.clone(), v, e)
			out = append(out, e)
		case isHandler(t):
			e := x.newEntry(fn, entryInfo{root: true})
			x.passes(st, e, v)
			out = append(out, e)
		}
	}
	return out
}

// passes notes that middleware hands on the handler that it got.
func (x *run) passes(st *state, e *entry, v *value) {
	if v.name == "" || v.null == isNil || v.marks != 0 {
		return
	}
	s := st.clone()
	s.req = &request{entry: e}
	if in := firstReturn(e.fn); in != nil {
		x.act(s, in, "next", strong)
	}
}

func firstReturn(fn *ssa.Function) ssa.Instruction {
	if fn == nil {
		return nil
	}
	for _, b := range fn.Blocks {
		if r, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
			return r
		}
	}
	return nil
}

// noteGuard: middleware that verifies before it calls the next handler. An
// entry for each path: what one path of a constructor hands on is judged with
// what the others do.
func (c *checker) noteGuard(fn *ssa.Function, es []*entry) {
	var all *entry
	for _, e := range es {
		if e.compared && (all == nil || len(e.acts) > 0) {
			all = e
		}
	}
	if all == nil {
		return
	}
	for _, e := range es {
		if e != all && !e.compared {
			all.acts = append(all.acts, e.acts...)
			e.acts = nil
		}
	}
	if obj, ok := fn.Object().(*types.Func); ok {
		c.roles[obj] = Guard
	}
}

var (
	namedSignature = regexp.MustCompile(`(?i)^(sig|signature|.*signature|sigheader|got|provided)$`)
	namedTimestamp = regexp.MustCompile(`(?i)^(ts|timestamp|.*timestamp)$`)
	namedBody      = regexp.MustCompile(`(?i)^(body|raw|rawbody|payload|data)$`)
)

// judgesTexts reports whether a function is given the parts of a request as
// texts, and marks them.
func (c *checker) judgesTexts(fn *ssa.Function, args []*value) bool {
	if !c.cfg.Own || judgeIndex(fn.Signature) < 0 {
		return false
	}
	found := false
	for i, p := range fn.Params {
		if !isText(p.Type()) {
			continue
		}
		switch name := p.Name(); {
		case namedSignature.MatchString(name):
			args[i] = args[i].with(signature)
			found = true
		case namedTimestamp.MatchString(name):
			args[i] = args[i].with(timestamp)
		case namedBody.MatchString(name):
			args[i] = args[i].with(body | raw)
		}
	}
	return found
}
