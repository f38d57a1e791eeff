package flow

import (
	"strconv"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"golang.org/x/tools/go/ssa"
)

// A pair is one entry of a list of alternating keys and values that is passed
// to a function: track(client, "paid", "total", 12, "currency", "EUR").
type pair struct {
	list *ssa.Parameter
	at   int  // where in the path of a Ref the element is selected
	key  int  // the index of the key
	even bool // keys stand at even indexes
}

// maxPairs bounds the entries of one call that are told apart.
const maxPairs = 256

// apply makes a reference to every key, or every value, one to this entry's.
func (p *pair) apply(r content.Ref) content.Ref {
	if p == nil || paramOf(r) != p.list || len(r.Path) <= p.at || r.Path[p.at].Kind != content.Elem {
		return r
	}
	isEven := r.Path[p.at].Name == content.Even
	if !isEven && r.Path[p.at].Name != content.Odd {
		return r
	}
	i := p.key
	if isEven != p.even {
		i++
	}
	r.Path = r.Path[:p.at].Plus(content.Sel{Kind: content.Elem, Name: strconv.Itoa(i)}).Plus(r.Path[p.at+1:]...)
	return r
}

// pairs takes the entry ch, written in a loop over pairs, apart into the
// entries that a call passes. False if ch is no such entry, or if the call
// passes on a list that is not known.
func (s *substitution) pairs(ch *content.Child) ([]*content.Child, bool) {
	if s.pair != nil || s.call == nil || len(ch.KeyRefs) != 1 || paramOf(ch.KeyRefs[0]).Parent() != s.fn {
		return nil, false
	}
	r := ch.KeyRefs[0]
	at := -1
	for i, sel := range r.Path {
		if sel.Kind == content.Elem && (sel.Name == content.Even || sel.Name == content.Odd) {
			at = i
		}
	}
	if at < 0 || len(s.ref(r).Refs) > 0 {
		return nil, false
	}
	p := &pair{list: paramOf(r), at: at, even: r.Path[at].Name == content.Even}
	if !p.even {
		p.key = 1
	}
	var out []*content.Child
	for ; p.key < 2*maxPairs; p.key += 2 {
		x := *s
		x.pair = p
		if x.ref(r).Empty() {
			return out, true
		}
		out = append(out, x.child(ch)...)
	}
	return nil, false
}
