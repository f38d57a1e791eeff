// Package keyclass says what class a key has where it stands: by itself,
// together with the keys around it, and by the tags of the struct field that it
// comes from. The sanitizer and the linter both ask it, so that the linter
// reports what the sanitizer takes out, and nothing else.
package keyclass

import (
	"slices"
	"strings"

	"github.com/ciolint/ciolint/internal/keyname"
	"github.com/ciolint/ciolint/runtime/pii"
)

// Of reads a key, or a dotted path of keys, as a whole and by its ends of two
// names and more: what stands further out may say whose a datum is, and not what
// it is. "note.card.number" is a card's number, whatever notes are. It also
// returns what decided.
func Of(path string) (class pii.Class, category pii.Category, decisive string) {
	class, category = pii.Categorize(path)
	decisive = path
	for _, end := range keyname.Suffixes(path) {
		if !strings.Contains(end, ".") {
			continue // the last name is judged by itself wherever it is a key
		}
		if c, why := pii.Categorize(end); c > class {
			class, category, decisive = c, why, end
		}
	}
	return class, category, decisive
}

// Around is how many enclosing keys are read together with a key. "card" over
// "number" needs one; wrappers such as "data" or "attributes" may stand between.
const Around = 3

// At is the class of a key among the keys around it, the strictest of those that
// it has alone and together with them, and whether it may be delivered.
func At(around []Step, key string) (class pii.Class, deliverable bool) {
	if IsReservedAt(around, key) {
		return pii.Keep, false
	}
	class, _, decisive := Of(key)
	deliverable = pii.Deliverable(decisive)
	if len(around) == 0 {
		return class, deliverable
	}
	full, _, decisive := Of(string(AppendPath(nil, around, key)))
	if full == pii.NeverSend { // a verification code below "card" is not a one-time code
		deliverable = pii.Deliverable(decisive)
	}
	return max(class, full), deliverable
}

// A Step is a key on the way to another one.
type Step struct {
	Key    string
	List   bool // elements of a list stand between it and the next key
	Opaque bool // reserved or allowed: it says nothing about the keys below
}

// Below are the keys around what stands below key.
func Below(around []Step, key string, opaque bool) []Step {
	return append(slices.Clip(around), Step{Key: key, Opaque: opaque})
}

// InList are the keys around an element of a list.
func InList(around []Step) []Step {
	if len(around) == 0 || around[len(around)-1].List {
		return around
	}
	out := slices.Clone(around)
	out[len(out)-1].List = true
	return out
}

// AppendPath appends the name that a key has together with the keys around it,
// the outermost first: back to one that is opaque, and [Around] at most. Who
// allows "address" does not want its name held against what stands below.
func AppendPath(buf []byte, around []Step, key string) []byte {
	from := len(around)
	for from > 0 && len(around)-from < Around && !around[from-1].Opaque {
		from--
	}
	for _, s := range around[from:] {
		name := s.Key
		if s.List {
			name = singular(name)
		}
		buf = append(append(buf, name...), '.')
	}
	return append(buf, key...)
}

// singular makes "cards" over a list "card" over each of its elements. What is
// shorter than a plural is a unit: "ms".
func singular(name string) string {
	s, ok := strings.CutSuffix(name, "s")
	if !ok || strings.HasSuffix(s, "s") {
		return name
	}
	if word := s[strings.LastIndexAny(s, "_-. :/[]")+1:]; len(word) < shortestStem {
		return name
	}
	return s
}

// shortestStem is how many letters a word has at least without its plural's s.
const shortestStem = 2
