package webhook

import (
	"go/types"
	"maps"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// Many functions that verify never see a request: they are given its headers
// and the body, three texts, or a struct of them. Which is which shows in what
// they do: they compare one with a MAC, and the MAC is over the others.

// A slot is a text that a function is given: a parameter, or a field of one.
type slot struct {
	param int
	field string // ".Name", or ""
	name  string // of its value, before anything is known of it
	typ   types.Type
}

// takesParts reports whether a function is given parts of a request, and tells
// by its result whether they are good. It marks them.
func (c *checker) takesParts(st *state, fn *ssa.Function, args []*value) bool {
	if !c.cfg.Own || !tellsVerdict(fn.Signature) {
		return false
	}
	for i, p := range fn.Params {
		if isHeaders(p.Type()) {
			args[i] = &value{Name: requestHeaders, Addr: requestHeaders, Null: symexec.NotNil}
		}
	}
	slots := slotsOf(fn, args)
	if len(slots) == 0 {
		return false
	}
	for _, p := range c.probe(fn, args) {
		if markProbed(st, args, slots, p) {
			return true
		}
	}
	return markByName(fn, args)
}

// slotsOf are the texts that a function is given.
func slotsOf(fn *ssa.Function, args []*value) []slot {
	var out []slot
	for i, p := range fn.Params {
		if ssautil.HoldsText(p.Type()) {
			out = append(out, slot{i, "", args[i].Name, p.Type()})
			continue
		}
		s, ok := ssautil.PointedTo(p.Type()).Underlying().(*types.Struct)
		if !ok {
			continue
		}
		for f := range s.Fields() {
			if ssautil.HoldsText(f.Type()) {
				out = append(out, slot{i, "." + f.Name(), args[i].Name + "." + f.Name(), f.Type()})
			}
		}
	}
	return out
}

// mark marks the value of a slot.
func (s slot) mark(st *state, args []*value, m mark) {
	arg := args[s.param]
	if s.field == "" {
		args[s.param] = arg.With(m)
		return
	}
	v := st.External(s.name, s.typ).With(m)
	if arg.Addr != "" {
		st.Put(s.name, v)
		return
	}
	args[s.param] = arg.Changed(func(c *value) {
		c.Fields = maps.Clone(c.Fields)
		if c.Fields == nil {
			c.Fields = map[string]*value{}
		}
		c.Fields[s.field] = v
	})
}

// requestHeaders is the place of the headers of the request.
const requestHeaders = requestName + ".Header"

func isHeaders(t types.Type) bool {
	switch ssautil.QualifiedTypeName(t) {
	case "net/http.Header", "net/textproto.MIMEHeader":
		return true
	}
	return false
}

// A probed comparison is one of a text with a MAC that a function makes of what
// it is given. The text has no name if it is the signature already.
type probed struct {
	text string
	sum  *sum
}

// probe runs a function to see what it compares with MACs.
func (c *checker) probe(fn *ssa.Function, args []*value) []probed {
	defer func(silent bool) { c.silent = silent }(c.silent)
	c.silent = true
	e := &entry{fn: fn, keys: map[string]bool{}, comparing: map[string]int{}, probing: true}
	st := c.engine.Start(c.newPath())
	p := pathOf(st)
	p.entry, p.handling = e, true
	st.Enter(fn, slices.Clone(args), nil, func(*state, *value) {})
	return e.probed
}

// noteProbed notes that a text is compared with a MAC, if the path is there to
// find that out.
func noteProbed(st *state, a, b *value) {
	e := entryOf(st)
	if !e.probing {
		return
	}
	for _, pair := range [][2]*value{{a, b}, {b, a}} {
		text, mac := pair[0], innermost(noteOf(st.Gather(pair[1])).sum)
		if mac == nil || noteOf(text).sum != nil || text.Const != nil {
			continue
		}
		name := symexec.BaseName(text.Name)
		if text.Marks&signature != 0 {
			name = ""
		}
		e.probed = append(e.probed, probed{name, mac})
	}
}

// markProbed marks the signature and what is signed by what a probe found, and
// reports whether that is enough: the body comes last.
func markProbed(st *state, args []*value, slots []slot, p probed) bool {
	called := func(name string) int {
		return slices.IndexFunc(slots, func(s slot) bool { return name != "" && s.name == name })
	}
	sig := called(p.text)
	if p.text != "" && sig < 0 {
		return false
	}
	var signed []slot
	for _, part := range p.sum.parts {
		if part.V == nil {
			continue
		}
		if i := called(part.V.Name); i >= 0 && i != sig {
			signed = append(signed, slots[i])
		}
	}
	if len(signed) == 0 {
		return false
	}
	if sig >= 0 {
		slots[sig].mark(st, args, signature)
	}
	last := len(signed) - 1
	signed[last].mark(st, args, body|raw)
	for _, s := range signed[:last] {
		if s.name != signed[last].name {
			s.mark(st, args, timestamp)
		}
	}
	return true
}

var (
	namedSignature = regexp.MustCompile(`(?i)^(sig|signature|.*signature|sigheader|got|provided)$`)
	namedTimestamp = regexp.MustCompile(`(?i)^(ts|timestamp|.*timestamp)$`)
	namedBody      = regexp.MustCompile(`(?i)^(body|raw|rawbody|payload|data)$`)
)

// markByName marks the texts of a function that makes no MAC of them, and
// reports whether one is the signature.
func markByName(fn *ssa.Function, args []*value) bool {
	found := false
	for i, p := range fn.Params {
		if !ssautil.HoldsText(p.Type()) {
			continue
		}
		switch name := p.Name(); {
		case namedSignature.MatchString(name):
			args[i] = args[i].With(signature)
			found = true
		case namedTimestamp.MatchString(name):
			args[i] = args[i].With(timestamp)
		case namedBody.MatchString(name):
			args[i] = args[i].With(body | raw)
		}
	}
	return found
}
