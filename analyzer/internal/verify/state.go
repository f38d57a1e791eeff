package verify

import (
	"fmt"
	"go/constant"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// A state is one path's: memory, calls under way, and what has been decided.
type state struct {
	mem    map[string]*value
	frames []*frame
	choices
	writes int // to buffers and hashes
	steps  int

	req      *request // the request being handled, nil outside of handlers
	verdict  verdict
	maybe    bool // something unknown may have verified
	aborted  bool // the chain of handlers ends with this one, or may
	trace    []site
	judgedAt int // step of the last comparison
	acts     []*act
}

// Choices are the tests that a path has decided.
type choices struct {
	facts   map[string]bool
	sites   map[string]*ssa.If       // where in the source
	refused map[string]*ssa.Function // said no because of it
}

func (c choices) clone() choices {
	return choices{maps.Clone(c.facts), maps.Clone(c.sites), maps.Clone(c.refused)}
}

type verdict int8

const (
	none verdict = iota
	bad
	good
)

// A site is a place in the frame that was there when the signature was
// compared.
type site struct {
	frame int
	fn    *ssa.Function
	at    ssa.Instruction
}

// A frame is one call under way.
type frame struct {
	id     int
	fn     *ssa.Function
	regs   map[ssa.Value]*value
	args   []*value
	binds  []*value
	block  *ssa.BasicBlock
	prev   *ssa.BasicBlock
	next   int // index of the next instruction
	visits map[*ssa.BasicBlock]int
	opened map[*ssa.BasicBlock]int // of these, by an open decision
	at     ssa.Instruction         // the call that is under way in this frame
	defers []ssa.CallInstruction
	ifs    []decision
}

// A decision is a branch that was taken.
type decision struct {
	at   *ssa.If
	step int
	open bool // by what is unknown
}

func (st *state) clone() *state {
	c := *st
	c.mem = maps.Clone(st.mem)
	c.choices = st.choices.clone()
	c.trace = slices.Clone(st.trace)
	c.acts = slices.Clip(st.acts)
	c.frames = make([]*frame, len(st.frames))
	for i, f := range st.frames {
		g := *f
		g.regs = maps.Clone(f.regs)
		g.visits = maps.Clone(f.visits)
		g.opened = maps.Clone(f.opened)
		g.defers = slices.Clip(f.defers)
		g.ifs = slices.Clip(f.ifs)
		c.frames[i] = &g
	}
	return &c
}

func (st *state) top() *frame { return st.frames[len(st.frames)-1] }

// isLocal: the place was made on this path, and holds what was put there.
func isLocal(addr string) bool {
	return len(addr) > 1 && addr[0] == 'o' && addr[1] >= '0' && addr[1] <= '9'
}

// content is where the bytes of a buffer or the input of a hash are kept.
func content(addr string) string { return addr + "#" }

// havoc forgets what is at a place: something unknown was put there.
func (st *state) havoc(addr string, v *value) {
	st.drop(addr)
	st.mem[addr+"!"] = v
}

// drop forgets what is at a place and in it.
func (st *state) drop(addr string) {
	for k := range st.mem {
		if rest, ok := strings.CutPrefix(k, addr); ok && (rest == "" || strings.ContainsRune(".[#!", rune(rest[0]))) {
			delete(st.mem, k)
		}
	}
}

func (st *state) store(addr string, v *value) {
	st.drop(addr)
	if v.fields != nil {
		for k, f := range v.fields {
			st.mem[addr+k] = f
		}
		if v.name != "" || v.marks != 0 {
			st.mem[addr+"!"] = v.as(func(c *value) { c.fields = nil })
		}
		return
	}
	st.mem[addr] = v
}

// load is what is at a place.
func (st *state) load(addr string, t types.Type) *value {
	if v := st.mem[addr]; v != nil {
		return v
	}
	under, rest := st.unknownAt(addr)
	var base *value
	switch {
	case under != nil:
		base = partOf(under, rest, t)
	case isLocal(addr):
		base = zero(t)
	default:
		base = external(addr, t)
	}
	if fields := st.within(addr); fields != nil {
		return base.as(func(c *value) { c.fields = fields })
	}
	return base
}

// unknownAt is the unknown value that was put at addr or around it.
func (st *state) unknownAt(addr string) (v *value, rest string) {
	for i := len(addr); i > 0; i-- {
		if i < len(addr) && !strings.ContainsRune(".[", rune(addr[i])) {
			continue
		}
		if v := st.mem[addr[:i]+"!"]; v != nil {
			return v, addr[i:]
		}
		if v := st.mem[addr[:i]]; v != nil && i < len(addr) && v.fields == nil {
			return v, addr[i:]
		}
	}
	return nil, ""
}

// partOf is a part of an unknown value.
func partOf(v *value, rest string, t types.Type) *value {
	p := &value{marks: room(t, v.marks), name: v.name + rest, event: v.event}
	if rest == "" {
		p.sum, p.parts, p.known, p.addr = v.sum, v.parts, v.known, v.addr
	}
	if p.marks&raw != 0 && rest != "" && !isBytePart(rest) {
		p.marks &^= raw
	}
	if isPointer(t) && p.addr == "" {
		p.addr = p.name
	}
	return p
}

func isBytePart(rest string) bool { return strings.HasPrefix(rest, "[") }

// within collects what is known of the parts of a place.
func (st *state) within(addr string) map[string]*value {
	var out map[string]*value
	for k, v := range st.mem {
		rest, ok := strings.CutPrefix(k, addr)
		if !ok || rest == "" || !strings.ContainsRune(".[", rune(rest[0])) {
			continue
		}
		if out == nil {
			out = map[string]*value{}
		}
		out[rest] = v
	}
	return out
}

// isPointer: a value of type t refers to something else.
func isPointer(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Pointer, *types.Map, *types.Slice, *types.Chan, *types.Interface:
		return true
	}
	return false
}

// external is a value that comes from outside of what is run.
func external(name string, t types.Type) *value {
	v := &value{name: name}
	if isPointer(t) {
		v.addr = name
	}
	if isTime(t) {
		v.marks |= clock
	}
	return v
}

func isTime(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "time" && n.Obj().Name() == "Time"
}

// zero is the zero value of a type.
func zero(t types.Type) *value {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsBoolean != 0:
			return boolOf(false)
		case u.Info()&types.IsString != 0:
			return textOf("")
		case u.Info()&types.IsInteger != 0:
			return intOf(0)
		}
		return constOf(constant.MakeFloat64(0))
	case *types.Struct, *types.Array:
		return &value{fields: map[string]*value{}}
	}
	return nilValue
}

// fresh names are given in the order of a run, so that a run is repeatable.
func (x *run) freshName(what string) string {
	x.names++
	return fmt.Sprintf("%s~%d", what, x.names)
}

// newObject is a place of its own.
func (x *run) newObject() string {
	x.names++
	return fmt.Sprintf("o%d", x.names)
}

// field is a part of a struct or array value.
func (x *run) field(v *value, rest string, t types.Type) *value {
	if v.fields == nil {
		p := partOf(v, rest, t)
		if v.name == "" {
			p.name = ""
		}
		return p
	}
	if f := v.fields[rest]; f != nil {
		return f
	}
	var fields map[string]*value
	for k, f := range v.fields {
		if r, ok := strings.CutPrefix(k, rest); ok && r != "" && strings.ContainsRune(".[!", rune(r[0])) {
			if fields == nil {
				fields = map[string]*value{}
			}
			fields[r] = f
		}
	}
	if v.name == "" && v.marks == 0 {
		if fields != nil {
			return &value{fields: fields}
		}
		return zero(t)
	}
	p := partOf(v, rest, t)
	p.fields = fields
	return p
}
