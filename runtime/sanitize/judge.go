package sanitize

import (
	"github.com/ciolint/ciolint/internal/keyclass"
	"github.com/ciolint/ciolint/runtime/pii"
)

// mode says how a kept value is treated.
type mode uint8

const (
	scanned   mode = iota // detectors look for card numbers and the like in it
	delivered             // a message exists to deliver it: detectors leave tokens alone
	literal               // reserved: a scalar passes untouched, the elements of a list are scanned
	trusted               // allowed: scalars pass untouched, also in lists
	digested              // it stands under "<key>_hash": a digest already, unless it shows otherwise
	hashed                // its digest takes its place
)

// inList is how elements of a list are treated.
func (m mode) inList() mode {
	if m == literal {
		return scanned
	}
	return m
}

// verdict is what happens to a key.
type verdict struct {
	class pii.Class
	mode  mode
	why   cause
	by    *keyInfo // the key or path that the dictionary decided on
	leaf  *keyInfo
}

// cause is what a verdict rests on.
type cause uint8

const (
	dictionary cause = iota
	inKey
	structTag
	option
)

// reason is the cause in words, for reports.
func (v verdict) reason() string {
	switch v.why {
	case inKey:
		return ReasonKey
	case structTag:
		return ReasonTag
	case option:
		return ReasonOption
	}
	return v.by.category.String()
}

// judge decides about a key at the walker's present place. The mark is what struct tags demand at least. Tags can only
// be stricter than the name: the map that a struct becomes has none, so what one let pass would be caught when the
// result is sanitized again. Use [Allow] to let a key pass.
func (w *walker) judge(key string, mark keyclass.Mark) verdict {
	leaf := known.lookup(key)
	isTop := w.isTop()
	if isTop && mark.Class == pii.Keep && len(w.s.rules) == 0 {
		return *leaf.atTop(w.message)
	}
	full := leaf
	if !isTop {
		full = w.joined(key)
	}
	v := byDictionary(leaf, full, w.message, w.isReserved(leaf, isTop))
	if mark.Class != pii.Keep && mark.Class >= v.class && v.obeys(mark) {
		v.class, v.why = mark.Class, structTag
	}
	if len(w.s.rules) > 0 {
		v.apply(w.s.rules, leaf, full)
	}
	if v.class == pii.Hash && (v.why != dictionary || len(w.s.rules) > 0) && w.dropsDigest(v, leaf, full) {
		v.class = pii.NeverSend
	}
	return v
}

// obeys reports whether a mark counts for a key. What tags of others want hashed is kept under reserved keys, where it
// must arrive, and whatever they say where a message delivers it.
func (v *verdict) obeys(mark keyclass.Mark) bool {
	return !mark.Foreign || v.mode == scanned || v.mode == literal && mark.Class == pii.NeverSend
}

// byDictionary decides about a key by its name and by the name it has together with the keys around it.
func byDictionary(leaf, full *keyInfo, message, isReserved bool) verdict {
	v := verdict{class: leaf.class, by: leaf, leaf: leaf}
	if full.class > leaf.class {
		v.class, v.by = full.class, full
	}
	switch {
	case isReserved:
		v.class, v.mode = pii.Keep, literal
	case leaf.leaks:
		v.class, v.why = pii.NeverSend, inKey
	case leaf.suffixed && max(leaf.base, full.base) == pii.Hash:
		v.class, v.mode = pii.Keep, digested
	case message && v.class == pii.NeverSend && isDeliverable(leaf, full):
		v.class, v.mode = pii.Keep, delivered
	}
	return v
}

// isDeliverable asks the more specific name: a verification code below "card" is not a one-time code.
func isDeliverable(leaf, full *keyInfo) bool {
	if full.class == pii.NeverSend {
		return full.deliverable
	}
	return leaf.deliverable
}

// apply lets the options have the last word. Hash makes nothing looser: the digest of what is never sent can be
// undone.
func (v *verdict) apply(rules rules, leaf, full *keyInfo) {
	rule := max(rules.of(leaf.spellings), rules.of(full.spellings))
	if rule == noRule && leaf.suffixed {
		v.applyToDigest(rules, leaf, full)
		return
	}
	switch {
	case rule == ruleNeverSend:
		v.class, v.why = pii.NeverSend, option
	case rule == ruleHash && max(v.class, leaf.class, full.class) == pii.NeverSend:
		v.class = pii.NeverSend
	case rule == ruleHash:
		v.class, v.why = pii.Hash, option
	case rule == ruleAllow:
		v.class, v.mode, v.why = pii.Keep, trusted, dictionary
	}
}

// applyToDigest treats "nick_hash" by what the options say of "nick".
func (v *verdict) applyToDigest(rules rules, leaf, full *keyInfo) {
	rule := max(rules.ofBase(leaf.spellings), rules.ofBase(full.spellings))
	switch {
	case rule == ruleNeverSend:
		v.class, v.why = pii.NeverSend, option
	case rule == noRule || v.why != dictionary || max(leaf.base, full.base) == pii.NeverSend:
	case rule == ruleHash:
		v.class, v.mode = pii.Keep, digested
	case rule == ruleAllow:
		v.class, v.mode = pii.Keep, trusted
	}
}

// dropsDigest reports whether the digest of a key that an option or tag has hashed would be dropped when the result
// is sanitized again. Then it must not be made in the first place.
func (w *walker) dropsDigest(v verdict, leaf, full *keyInfo) bool {
	again := known.lookup(leaf.digestKey)
	fullAgain := again
	if full != leaf {
		fullAgain = w.joined(leaf.digestKey)
	}
	if max(w.s.rules.of(again.spellings), w.s.rules.of(fullAgain.spellings)) == ruleNeverSend {
		return true
	}
	return v.why == structTag && max(again.class, fullAgain.class) == pii.NeverSend
}
