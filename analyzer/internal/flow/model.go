package flow

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A model says what a function of the standard library, or a well-known
// helper, does with what it is given. Functions without a row carry all their
// arguments into their results of text (see [invocation.returned]), which is
// right for most of strings, strconv, fmt and encoding.
type model struct {
	gives  gives
	alias  int  // 1 + the argument (receiver counted) that the result refers to
	wraps  bool // the result reads from or writes to that argument, and is no copy
	put    *put // what it writes into an argument
	clears bool // it empties its receiver
	drops  bool // it removes the entries of argument 0 that argument 1 picks
}

// gives says what a result holds.
type gives uint8

const (
	givesCarried gives = iota // all arguments, as text
	givesNothing
	givesArg      // what the alias argument holds, with its structure
	givesText     // what the alias argument holds, as text
	givesKeys     // the keys of the alias argument, as elements
	givesValues   // the values of the alias argument, as elements
	givesDigest   // givesText, unless the alias argument is an HMAC
	givesOpaque   // something from elsewhere
	givesEntry    // the entry of argument 0 under the key in the alias argument
	givesElement  // an element of the alias argument (cmp.Or)
	givesMapped   // a constant for each constant (strings.ToLower)
	givesFormat   // what fmt.Sprintf makes of a format and its arguments
	givesConcat   // the elements of the alias argument, one after the other
	givesJoined   // the same, with argument 1 between them
	givesPath     // the arguments, with slashes between them
	givesReplaced // argument 1, with the pairs of the replacer in argument 0
	givesJSON     // the alias argument, encoded with its keys
	givesHeld     // what was put into the variable that argument 0 refers to: the thing itself
	givesKept     // what was put into argument 0 under any key: the thing itself; or what the alias argument makes
	givesSetting  // nothing; the value that it is given is a default of the environment
	givesChunks   // a list of parts of the alias argument
	givesFile     // the file of the embedded ones in argument 0 that the alias argument names
)

// put: argument `into` receives the arguments from `from` on.
type put struct {
	into, from int
	how        putHow
}

type putHow uint8

const (
	putText    putHow = iota // as text
	putValue                 // as it is, replacing
	putEntries               // entries of a map are added
	putEntry                 // as it is, under some key
	putFirst                 // only the first of them, as it is
	putDecoded               // decoded: keys of the argument become fields
	putFormat                // as fmt.Fprintf does
)

// modelOf returns the row for fn.
func modelOf(fn *types.Func) *model {
	if fn.Pkg() == nil {
		return nil
	}
	if m := models[fn.FullName()]; m != nil || !ssautil.IsRead(fn) {
		return m
	}
	return &read
}

// read is what the method of an io.Reader does, whatever type it belongs to.
var read = writes(1, 0, putText)

// apply carries out a call of a modelled function.
func (m *model) apply(i *invocation) ([]*value, *state) {
	n := i.com.Signature().Results().Len()
	s := m.effects(i)
	if !m.wraps && m.gives == givesCarried {
		i.s = s
		vals, after := i.unknown()
		return vals, after
	}
	vals := make([]*value, n)
	for k := range vals {
		vals[k] = of(content.Inert) // the error or flag beside it
	}
	before := i.s
	i.s = s
	if n > 0 {
		vals[0] = m.result(i, before)
	}
	return vals, i.s
}

// result is the first result of the call.
func (m *model) result(i *invocation, s *state) *value {
	f := i.f
	var src *value
	var t types.Type
	if m.alias > 0 && m.alias <= len(i.args) {
		src, t = i.args[m.alias-1], i.argType(m.alias-1)
	}
	res := i.com.Signature().Results().At(0).Type()
	switch m.gives {
	case givesNothing:
		return nothing
	case givesOpaque:
		return i.opaque(0, res, unknownValue())
	case givesArg:
		return m.argument(i, src, t, res)
	case givesJSON:
		return of(f.content(src, t, s))
	case givesText:
		texts := content.Content{Consts: i.heldBy(src).Consts}
		return of(content.Join(i.carried(m.alias-1), texts.Derive()))
	case givesDigest:
		return i.digest(m.alias - 1)
	case givesKeys:
		return i.listed(f.keysOf(src, s), res)
	case givesValues:
		return i.listed(f.loadAll(&value{c: src.c.Select(content.Path{{Kind: content.AnyKey}}), refs: f.places(src, anyKey)}, orAny(elemType(t)), s), res)
	case givesEntry:
		return i.entryUnder(m.alias, s)
	case givesHeld:
		return f.loadAll(i.args[0], res, s)
	case givesKept:
		kept := f.loadAll(&value{c: content.Nothing, refs: f.places(i.args[0], anyKey)}, res, i.s)
		if src == nil {
			return kept
		}
		return join(kept, m.argument(i, src, t, res)) // or something new
	case givesElement:
		return f.loadAll(&value{c: src.c.Select(content.Path{{Kind: content.Elem}}), refs: f.places(src, anyElem)}, res, s)
	case givesSetting:
		i.setDefault(ssautil.Args(i.com), i.args)
		return of(content.Inert)
	case givesChunks:
		return i.listed(src, res)
	case givesFile:
		return of(namedFile(f.content(src, t, s), i.heldBy(i.args[0])))
	case givesMapped:
		return of(mapConsts(f.content(src, t, s), i.fn.FullName()))
	}
	return m.text(i, s)
}

// text is what the functions give that put texts together.
func (m *model) text(i *invocation, s *state) *value {
	switch m.gives {
	case givesFormat:
		return of(i.formatted(0))
	case givesConcat:
		return of(i.concat(i.elements(m.alias-1), content.Nothing))
	case givesJoined:
		return of(i.concat(i.elements(0), i.f.content(i.args[1], i.argType(1), s)))
	case givesPath:
		return of(i.joinedPath())
	case givesReplaced:
		return of(i.replaced())
	}
	return nothing
}

// argument is what the alias argument holds: the thing itself, if the result
// only wraps it, or a copy of its own.
func (m *model) argument(i *invocation, src *value, t, res types.Type) *value {
	if m.wraps || len(src.refs) == 0 || ssautil.IsText(res) {
		if !m.wraps && ssautil.IsText(res) {
			return of(i.f.content(src, t, i.s))
		}
		return src
	}
	if !isReference(res) {
		return i.f.loadAll(src, res, i.s)
	}
	o := i.object(0, res)
	n := i.f.copied(i.s, src, nil)
	i.s = i.s.with(o, n)
	return refTo(place{obj: o})
}

// digest: an HMAC says nothing without its key; of other hashes, what was
// hashed may be found by trying.
func (i *invocation) digest(k int) *value {
	for _, p := range i.args[k].refs {
		if call, ok := p.obj.site.(*ssa.Call); ok {
			if fn := ssautil.Callee(call.Common()); fn != nil && fn.FullName() == "crypto/hmac.New" {
				return of(&content.Content{Flags: content.Unknown})
			}
		}
	}
	c := *i.carried(k)
	c.Origins = digested(c.Origins)
	return of(&c)
}

// listed is a list of one kind of elements.
func (i *invocation) listed(v *value, t types.Type) *value {
	o := i.object(0, t)
	i.s = i.s.with(o, &value{c: content.Nothing, any: []entry{{val: v, elem: true}}})
	return refTo(place{obj: o})
}

// entryUnder is what a look-up by name yields: form.Get("ssn"). The name says
// what it is.
func (i *invocation) entryUnder(keyArg int, s *state) *value {
	f := i.f
	key := f.content(i.args[keyArg], i.argType(keyArg), s)
	var out *value
	if keyArg > 0 && ssautil.IsMap(i.argType(0)) {
		for _, sel := range f.keySels(ssautil.Args(i.com)[keyArg], s) {
			got := f.loadAll(&value{c: content.Nothing, refs: f.places(i.args[0], sel)}, anyType, s)
			out = joinAll(out, got, f.loadAll(&value{c: content.Nothing, refs: f.places(got, anyElem)}, anyType, s))
		}
		out = of(f.content(out, anyType, s))
	}
	out = join(out, of(&content.Content{Flags: content.Unknown | content.Opaque | content.Scalar}))
	if set := i.setting(i.args[keyArg]); set != nil {
		out = join(out, set[0])
	}
	keys, _ := key.Keys()
	for _, k := range keys {
		out = f.namedBy(out, k, i.in.Common().Pos(), types.Typ[types.String], s)
	}
	return out
}

// mapConsts applies a function of the strings package to constants.
func mapConsts(c *content.Content, name string) *content.Content {
	f := map[string]func(string) string{
		"strings.ToLower": strings.ToLower, "strings.ToUpper": strings.ToUpper,
		"strings.TrimSpace": strings.TrimSpace, "bytes.TrimSpace": strings.TrimSpace, "strings.Clone": strings.Clone,
	}[name]
	n := *c
	n.Consts = nil
	for _, k := range c.Consts {
		n.Consts = append(n.Consts, content.Const{Val: f(k.Val), Derived: k.Derived, Outer: k.Outer, From: k.From})
	}
	return &n
}

// effects is what the call does to its arguments.
func (m *model) effects(i *invocation) *state {
	s := i.s
	if m.clears {
		for _, p := range i.args[0].refs {
			s = i.f.store(s, p, write{val: nothing, strong: single(i.args[0].refs)})
		}
	}
	if m.drops && single(i.args[0].refs) {
		s = i.f.filterPlace(s, i.args[0].refs[0], i.f.predicateFilter(i.in, i.args[1]))
	}
	if m.put == nil {
		return s
	}
	into := i.args[m.put.into]
	w := write{val: m.written(i), pos: i.in.Pos(), strong: m.put.how == putValue && single(into.refs)}
	for _, p := range into.refs {
		switch m.put.how {
		case putDecoded:
			s = i.decode(s, p, w)
		case putEntry:
			s = i.f.store(s, i.f.at(p, anyKey), w)
		default:
			s = i.f.store(s, p, w)
		}
	}
	return s
}

// written is what the call puts into an argument.
func (m *model) written(i *invocation) *value {
	from := i.args[min(m.put.from, len(i.args)):]
	switch m.put.how {
	case putValue, putFirst, putEntry:
		return i.args[m.put.from]
	case putEntries:
		return i.f.copied(i.s, i.args[m.put.from], nil)
	case putDecoded:
		return i.args[m.put.from]
	case putFormat:
		return of(i.formatted(m.put.from))
	}
	var b content.Builder
	for k := range from {
		t := i.argType(m.put.from + k)
		c := i.f.content(from[k], t, i.s)
		if len(c.Children) > 0 && ssautil.IsText(t) {
			b.Add(c) // marshalled data: its keys are still known
		} else {
			b.Add(i.carried(m.put.from + k))
		}
	}
	return of(b.Done())
}

// decode puts what was encoded into the variable at p: under the JSON names of
// its fields. What the text holds that is not in view is new data here, and
// nobody else's duty.
func (i *invocation) decode(s *state, p place, w write) *state {
	f := i.f
	t := f.typeOf(p)
	src := opened(f.content(w.val, i.argTypeOf(w.val), i.s))
	return i.spellInto(f.decodeInto(s, p, t, src, w), p, t, src)
}

func (i *invocation) argTypeOf(v *value) types.Type {
	for k, a := range i.args {
		if a == v {
			return i.argType(k)
		}
	}
	return anyType
}

// decodeInto puts decoded data into what stands at p.
func (f *frame) decodeInto(s *state, p place, t types.Type, src *content.Content, w write) *state {
	if t == nil {
		t = anyType
	}
	if u, ok := ssautil.Struct(t); ok && !ssautil.IsWrapper(t) {
		for _, jf := range f.a.fieldsOf(u, false) {
			q := p
			for _, fv := range jf.path {
				q = f.at(q, f.a.in.id(content.Sel{Kind: content.Field, Name: fv.Name()}))
			}
			part := src.Select(content.Path{{Kind: content.Key, Name: jf.name}})
			s = f.store(s, q, write{val: of(part)})
		}
		return s
	}
	node := f.node(s, p)
	for _, q := range node.refs { // a map that the variable holds gets the entries
		if q != p {
			s = f.store(s, q, write{val: fromContent(f, src)})
		}
	}
	return f.store(s, p, write{val: fromContent(f, src), pos: w.pos})
}

// opened is c with data of this function's own in place of what is a text, or
// something to read from, that a parameter brought: what is decoded out of it
// is new, and nobody else's duty.
func opened(c *content.Content) *content.Content {
	n := *c
	n.Refs = nil
	for _, r := range c.Refs {
		t := refType(r)
		if u, ok := structOrNil(t); ok && u != nil && !ssautil.IsWrapper(t) {
			continue // its fields say it
		}
		if t != nil && (ssautil.IsText(t) || isStream(t)) {
			n.Flags |= content.Opaque | content.Unknown
		} else {
			n.Refs = append(n.Refs, r)
		}
	}
	return &n
}

// refType is the type of the part of a parameter that r stands for, nil if
// that is not known.
func refType(r content.Ref) types.Type {
	t := r.Param.Type()
	for _, s := range r.Path {
		if s.Kind != content.Format {
			t = partType(t, s)
		}
	}
	return t
}

// isStream reports whether t is read from.
func isStream(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "Read")
	_, ok := obj.(*types.Func)
	return ok
}

// fromContent is a value with the entries of c as parts of its own.
func fromContent(f *frame, c *content.Content) *value {
	return decoded(f, c, func(content.Ref) (place, bool) { return place{}, false })
}

// decoded is fromContent, with a reference in place of each Ref that at knows
// the place of.
func decoded(f *frame, c *content.Content, at func(content.Ref) (place, bool)) *value {
	n := c.Head()
	out := value{c: n}
	for _, r := range c.Refs {
		if p, ok := at(r); ok {
			out.refs = append(out.refs, p)
		} else {
			n.Refs = append(n.Refs, r)
		}
	}
	out.refs = sortPlaces(out.refs)
	for _, ch := range c.Children {
		e := entry{val: decoded(f, ch.Val, at), pos: ch.Pos, san: ch.Sanitizer, elem: ch.Elem}
		if ch.Known {
			id := uint32(f.a.in.id(content.Sel{Kind: content.Key, Name: ch.Key}))
			cl := &cell{entries: []entry{e}}
			if old, ok := out.parts.get(id); ok {
				cl = joinCells(old, cl)
			}
			out.parts = out.parts.set(id, cl)
			continue
		}
		if len(ch.KeyRefs) > 0 {
			e.key = &content.Content{Refs: ch.KeyRefs}
			if ch.Open {
				e.key.Flags = content.Unknown
			}
		}
		out.any = joinEntries(out.any, []entry{e})
	}
	return &out
}
