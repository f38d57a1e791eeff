package sanitize

import (
	"reflect"
	"unsafe"
)

const (
	// maxDepth is how deeply containers may nest, pointers among them. Real payloads stay below ten; without a bound
	// a generated one exhausts the stack, which no recover can stop.
	maxDepth = 128
	// maxValues is how many values one payload may have, shared ones counted each time, and a long text as one for
	// each KiB. A full broadcast (10,000 people with some data each) stays well below; a few small maps that share
	// each other would take for ever without it.
	maxValues = 1 << 20
)

// walker is one pass over one payload.
type walker struct {
	s       *Sanitizer
	message bool      // of MessageData
	exact   bool      // preparing the input of a digest: hash-class values stay, detectors rest
	values  int       // counted so far
	at      step      // the value at hand
	top     container // the payload, if it came as a map
	open    []frame   // the other containers around the value at hand
	scratch []byte

	done    int      // how often something differs from the input
	changes []Change // kept only for a report
	omitted int

	tooLarge bool // something was dropped because of maxValues
}

// step leads from a container to a value in it.
type step struct {
	key    string
	index  int
	kind   stepKind
	opaque bool // reserved or allowed: the key says nothing about the keys below
}

type stepKind uint8

const (
	noStep stepKind = iota // the root, or what a pointer points to
	keyStep
	indexStep
)

// frame is a container that is being walked and the step that led to it. To meet the container again inside is a
// cycle.
type frame struct {
	step
	container
}

// container identifies a map, slice, pointer or struct.
type container struct {
	typ reflect.Type
	ptr unsafe.Pointer
	len int
}

// outer is the step that led to the container at hand.
func (w *walker) outer() step {
	for i := len(w.open) - 1; i >= 0; i-- {
		if w.open[i].kind != noStep {
			return w.open[i].step
		}
	}
	return step{}
}

// isTop reports whether no key leads to the container at hand: it is the payload, or an element of a list that is.
func (w *walker) isTop() bool { return w.root() == nil }

// root is the step with the outermost key, nil at the top.
func (w *walker) root() *step {
	for i := range w.open {
		if w.open[i].kind == keyStep {
			return &w.open[i].step
		}
	}
	return nil
}

// enter goes into a container of n values, unless that is too deep, a cycle or too much. Every enter that succeeds needs its leave.
func (w *walker) enter(c container, n int) bool {
	if len(w.open) >= maxDepth {
		w.note(Dropped, ReasonDepth)
		return false
	}
	if w.isOpen(c) {
		w.note(Dropped, ReasonCycle)
		return false
	}
	if !w.affords(n) {
		return false
	}
	w.open = append(w.open, frame{step: w.at, container: c})
	w.at = step{}
	return true
}

// isOpen reports whether a container lies in itself.
func (w *walker) isOpen(c container) bool {
	if c.ptr == nil {
		return false
	}
	for i := range w.open {
		if w.open[i].container == c {
			return true
		}
	}
	return w.top == c
}

// affords counts n more values, and refuses when they are too many.
func (w *walker) affords(n int) bool {
	if w.values+n > maxValues {
		w.tooLarge = true
		w.note(Dropped, ReasonSize)
		return false
	}
	w.values += n
	return true
}

// affordsText counts a text as one more value for each KiB, because the work grows with its length.
func (w *walker) affordsText(s string) bool { return len(s) < heavyText || w.affords(len(s)/heavyText) }

const heavyText = 1 << 10

func (w *walker) leave() {
	last := len(w.open) - 1
	w.at = w.open[last].step
	w.open = w.open[:last]
}
