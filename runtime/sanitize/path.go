package sanitize

import (
	"reflect"
	"strings"
	"unsafe"

	"github.com/ciolint/ciolint/internal/keyclass"
)

// path leads from the payload to the value at hand.
type path struct {
	at      step      // the value at hand
	top     container // the payload, if it came as a map
	open    []frame   // the other containers around the value at hand
	scratch []byte
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
func (p *path) outer() step {
	for i := len(p.open) - 1; i >= 0; i-- {
		if p.open[i].kind != noStep {
			return p.open[i].step
		}
	}
	return step{}
}

// isTop reports whether no key leads to the container at hand: it is the payload, or an element of a list that is.
func (p *path) isTop() bool { return p.root() == nil }

// root is the step with the outermost key, nil at the top.
func (p *path) root() *step {
	for i := range p.open {
		if p.open[i].kind == keyStep {
			return &p.open[i].step
		}
	}
	return nil
}

// isOpen reports whether a container lies in itself.
func (p *path) isOpen(c container) bool {
	if c.ptr == nil {
		return false
	}
	for i := range p.open {
		if p.open[i].container == c {
			return true
		}
	}
	return p.top == c
}

// push goes into a container at hand.
func (p *path) push(c container) {
	p.open = append(p.open, frame{step: p.at, container: c})
	p.at = step{}
}

func (p *path) leave() {
	last := len(p.open) - 1
	p.at = p.open[last].step
	p.open = p.open[:last]
}

// element says that the value at hand is an element of a list.
func (p *path) element(i int) { p.at = step{index: i, kind: indexStep} }

// isReserved reports whether Customer.io gives the key a meaning here: at the top of a payload, or among identifiers.
func (p *path) isReserved(leaf *keyInfo, isTop bool) bool {
	if isTop {
		return leaf.reserved
	}
	return keyclass.IsIdentifier(leaf.key, p.outer().key)
}

// isPreference reports whether a key and its value are a switch of the subscription preferences.
func (p *path) isPreference(key string, v any) bool {
	if _, isBool := v.(bool); !isBool {
		return false
	}
	root := ""
	if step := p.root(); step != nil {
		root = step.key
	}
	return keyclass.IsPreference(root, key)
}

// joined looks up the key together with the keys around it.
func (p *path) joined(key string) *keyInfo {
	var steps [keyclass.Around]keyclass.Step
	at, isList := len(steps), false
	for i := len(p.open) - 1; i >= 0 && at > 0; i-- {
		f := &p.open[i]
		switch f.kind {
		case indexStep:
			isList = true
		case keyStep:
			if len(f.key) <= cacheKeyLen {
				at--
				steps[at] = keyclass.Step{Key: f.key, List: isList, Opaque: f.opaque}
			}
			isList = false
		}
		if f.opaque {
			break
		}
	}
	if p.scratch == nil {
		p.scratch = make([]byte, 0, cacheKeyLen)
	}
	p.scratch = keyclass.AppendPath(p.scratch[:0], steps[at:], key)
	return known.lookupBytes(p.scratch)
}

func (p *path) pathText() string {
	var b strings.Builder
	for _, f := range p.open {
		f.step.write(&b)
	}
	p.at.write(&b)
	return b.String()
}
