package symexec

import (
	"fmt"
	"go/types"
	"strconv"
	"strings"
)

// Memory maps places to values. A place is an object and an access path, as
// text: o12.header[3]. An object made on the path is o and a number, a
// package-level variable global: and its name; others come from outside, and
// have the name of the value that refers to them. Three suffixes keep what is
// known of a place as a whole:
//
//	place!   something unknown that was put there
//	place#   the bytes of a buffer, or what was written to a writer
//	place!x, place#x   what users of the engine note under a word of their own

// isLocal reports whether a place was made on this path, and holds what was
// put there.
func isLocal(addr string) bool {
	return len(addr) > 1 && addr[0] == 'o' && addr[1] >= '0' && addr[1] <= '9'
}

// IsLocal reports whether what a value refers to was made on this path.
func (v *Value) IsLocal() bool { return isLocal(v.Addr) }

// BytesAt is where the bytes of a buffer, or the input of a writer, are kept.
func BytesAt(addr string) string { return addr + "#" }

func unknownPlace(addr string) string { return addr + "!" }

// Indexed is the place of an element.
func Indexed(addr string, i int) string { return fmt.Sprintf("%s[%d]", addr, i) }

// belongs reports whether what follows a place's name leads to a part of it,
// or to what is known of it as a whole.
func belongs(rest string) bool {
	return rest == "" || strings.IndexByte(".[#!", rest[0]) >= 0
}

// Get is what was put at exactly that place; nil if nothing was.
func (st *State) Get(addr string) *Value { return st.memory[addr] }

// Put sets exactly that place.
func (st *State) Put(addr string, v *Value) { st.memory[addr] = v }

// Havoc forgets what is at a place, as something unknown was put there.
func (st *State) Havoc(addr string, v *Value) {
	st.drop(addr)
	st.memory[unknownPlace(addr)] = v
}

// drop forgets what is at a place and in it.
func (st *State) drop(addr string) {
	for k := range st.memory {
		if rest, ok := strings.CutPrefix(k, addr); ok && belongs(rest) {
			delete(st.memory, k)
		}
	}
}

// Store puts a value at a place, which is a strong update: what was there is
// gone.
func (st *State) Store(addr string, v *Value) {
	st.drop(addr)
	if v.Fields == nil {
		st.memory[addr] = v
		return
	}
	for k, f := range v.Fields {
		st.memory[addr+k] = f
	}
	if v.Name != "" || v.Marks != 0 {
		st.memory[unknownPlace(addr)] = v.Changed(func(c *Value) { c.Fields = nil })
	}
}

// Load is what is at a place.
func (st *State) Load(addr string, t types.Type) *Value {
	if v := st.memory[addr]; v != nil {
		return v
	}
	under, path := st.unknownAround(addr)
	var base *Value
	switch {
	case under != nil:
		base = partOf(under, path, t)
	case isLocal(addr):
		base = Zero(t)
	default:
		base = st.External(addr, t)
	}
	if fields := st.within(addr); fields != nil {
		return base.Changed(func(c *Value) { c.Fields = fields })
	}
	return base
}

// External is a value that comes from outside of what is run.
func (st *State) External(name string, t types.Type) *Value {
	v := &Value{Name: name}
	if refersToMemory(t) {
		v.Addr = name
	}
	if h := st.run.hooks.External; h != nil {
		v.Marks = h(t)
	}
	return v
}

// unknownAround is the unknown value that was put at a place or around it, and
// the path that leads from there to the place.
func (st *State) unknownAround(addr string) (v *Value, path string) {
	for i := len(addr); i > 0; i-- {
		if i < len(addr) && addr[i] != '.' && addr[i] != '[' {
			continue
		}
		if v := st.memory[unknownPlace(addr[:i])]; v != nil {
			return v, addr[i:]
		}
		if v := st.memory[addr[:i]]; v != nil && i < len(addr) && v.Fields == nil {
			return v, addr[i:]
		}
	}
	return nil, ""
}

// isPartOfUnknown reports whether a place is a part of something unknown that
// was put there as a whole, as of a struct that is an argument.
func (st *State) isPartOfUnknown(addr string) bool {
	if st.memory[addr] != nil || st.memory[unknownPlace(addr)] != nil {
		return false
	}
	under, path := st.unknownAround(addr)
	return under != nil && path != ""
}

// within collects what is known of the parts of a place.
func (st *State) within(addr string) map[string]*Value {
	var out map[string]*Value
	for k, v := range st.memory {
		rest, ok := strings.CutPrefix(k, addr)
		if !ok || rest == "" || rest[0] != '.' && rest[0] != '[' {
			continue
		}
		if out == nil {
			out = map[string]*Value{}
		}
		out[rest] = v
	}
	return out
}

// isUntouched reports whether a place was made on this path and nothing was
// put there.
func (st *State) isUntouched(addr string) bool {
	return isLocal(addr) && st.within(addr) == nil && st.memory[unknownPlace(addr)] == nil
}

// Elements are what was put into an array, by index; nil if that is not known.
func (st *State) Elements(addr string) []*Value {
	found := map[int]*Value{}
	for k, v := range st.memory {
		rest, ok := strings.CutPrefix(k, addr+"[")
		if !ok {
			continue
		}
		i, ok := plainIndex(rest)
		if !ok {
			return nil
		}
		found[i] = v
	}
	out := make([]*Value, len(found))
	for i, v := range found {
		if i >= len(out) {
			return nil
		}
		out[i] = v
	}
	return out
}

// List are the elements of a list, one unknown if they are not known.
func (st *State) List(v *Value) []*Value {
	if v.Null == IsNil {
		return nil
	}
	if v.Addr != "" {
		if es := st.Elements(v.Addr); es != nil {
			return es
		}
	}
	return []*Value{v.With(Unknown)}
}

// plainIndex reads "3]", which leads to an element and not into it.
func plainIndex(rest string) (int, bool) {
	digits, ok := strings.CutSuffix(rest, "]")
	if !ok {
		return 0, false
	}
	i, err := strconv.Atoi(digits)
	return i, err == nil && i >= 0
}
