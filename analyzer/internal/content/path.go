package content

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A SelKind says what a [Sel] selects.
type SelKind uint8

const (
	// Field selects a struct field by its Go name.
	Field SelKind = iota
	// Key selects the map entry under a constant key.
	Key
	// AnyKey selects the map entries whose key is not known.
	AnyKey
	// Elem selects an element of a slice, array or channel. Name is the
	// constant index, "even" or "odd" for every second element (a list of
	// pairs), or "" for every element.
	Elem
	// Format asks for the value as formatted text (fmt.Sprint and the like),
	// which carries every field of a struct, unexported ones too. It is only
	// ever the last selector of a path.
	Format
	// Deep selects everything below, at any depth. A path that would become
	// too long ends in it.
	Deep
)

// A Sel is one step of a [Path].
type Sel struct {
	Kind SelKind
	Name string
}

// A Path leads from a value to a part of it. Pointers are transparent: the
// path from a *T is the path from the T it points to.
type Path []Sel

// ID is a unique text for p, for use as a map key.
func (p Path) ID() string {
	var b strings.Builder
	for _, s := range p {
		b.WriteByte("fk*exd"[s.Kind])
		b.WriteString(s.Name)
		b.WriteByte(0)
	}
	return b.String()
}

// Compare orders paths.
func (p Path) Compare(q Path) int {
	return slices.CompareFunc(p, q, func(s, t Sel) int {
		return cmp.Or(cmp.Compare(s.Kind, t.Kind), cmp.Compare(s.Name, t.Name))
	})
}

// Plus returns p followed by rest, never sharing p's backing array.
func (p Path) Plus(rest ...Sel) Path {
	if len(rest) == 0 {
		return p
	}
	return append(slices.Clip(slices.Clone(p)), rest...)
}

// Exact reports whether p names one place and not a set of places.
func (p Path) Exact() bool {
	for _, s := range p {
		if s.Kind == AnyKey || s.Kind == Deep || s.Kind == Elem && (s.Name == "" || s.Name == Even || s.Name == Odd) {
			return false
		}
	}
	return true
}

// HasPrefix reports whether p starts with the very selectors of q.
func (p Path) HasPrefix(q Path) bool {
	return len(q) <= len(p) && slices.Equal(p[:len(q)], q)
}

// Formatted reports whether p asks for formatted text, and returns the path
// without that request.
func (p Path) Formatted() (Path, bool) {
	if n := len(p); n > 0 && p[n-1].Kind == Format {
		return p[:n-1], true
	}
	return p, false
}

// MayMatch reports whether two selectors can mean the same place.
func MayMatch(a, b Sel) bool {
	switch {
	case a.Kind == Deep || b.Kind == Deep:
		return true
	case IsKey(a) && IsKey(b):
		return a.Kind == AnyKey || b.Kind == AnyKey || a.Name == b.Name
	case a.Kind == Elem && b.Kind == Elem:
		return a.Name == "" || b.Name == "" || a.Name == b.Name || sameParity(a.Name, b.Name)
	case a == (Sel{Kind: Elem}) && IsKey(b), b == (Sel{Kind: Elem}) && IsKey(a):
		return true // "every element" of a map is every value
	}
	return a == b
}

// sameParity reports whether one name is a class of indexes and the other an
// index in it.
func sameParity(a, b string) bool {
	if b == Even || b == Odd {
		a, b = b, a
	}
	n, err := strconv.Atoi(b)
	return err == nil && (a == Even && n%2 == 0 || a == Odd && n%2 == 1)
}

func IsKey(s Sel) bool { return s.Kind == Key || s.Kind == AnyKey }

// The names of elements of a list of pairs: keys at even, values at odd indexes.
const (
	Even = "even"
	Odd  = "odd"
)

func (p Path) EndsInElem() bool { return p[len(p)-1].Kind == Elem }

// String prints the path as Go would write it.
func (p Path) String() string {
	var b strings.Builder
	for _, sel := range p {
		b.WriteString(sel.String())
	}
	return b.String()
}

// String prints one step of a path.
func (s Sel) String() string {
	switch s.Kind {
	case Field:
		return "." + s.Name
	case Key:
		return fmt.Sprintf("[%q]", s.Name)
	case AnyKey:
		return "[?]"
	case Elem:
		return "[" + s.Name + "]"
	case Deep:
		return ".*"
	}
	return "%"
}
