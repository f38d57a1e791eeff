package symexec

import (
	"maps"
	"slices"
	"strings"
)

// Gather is what a value holds in all its parts, and in what it refers to:
// their marks and notes.
func (st *State) Gather(v *Value) *Value {
	g := gathering{st: st, out: &Value{}, seen: map[string]bool{}}
	g.add(v)
	return g.out
}

// MarksOf is everything that went into a value, also through what it refers
// to.
func (st *State) MarksOf(v *Value) Mark { return st.Gather(v).Marks }

type gathering struct {
	st   *State
	out  *Value
	seen map[string]bool // places
}

func (g gathering) add(v *Value) {
	if v == nil {
		return
	}
	g.out.Marks |= v.Marks
	g.out.Note = mixNotes(g.out.Note, v.Note)
	for _, k := range sortedKeys(v.Fields) {
		g.add(v.Fields[k])
	}
	for _, b := range v.Binds {
		g.add(b)
	}
	if v.Addr == "" || g.seen[v.Addr] {
		return
	}
	g.seen[v.Addr] = true
	for _, k := range g.st.placesOf(v.Addr) {
		g.add(g.st.memory[k])
	}
}

// placesOf are the places that belong to one, in order.
func (st *State) placesOf(addr string) []string {
	var out []string
	apart := st.run.hooks.Apart
	for k := range st.memory {
		if rest, ok := strings.CutPrefix(k, addr); ok && belongs(rest) && (apart == nil || !apart(k)) {
			out = append(out, k)
		}
	}
	slices.Sort(out)
	return out
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
