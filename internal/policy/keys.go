package policy

import (
	"regexp"
	"strings"

	"github.com/ciolint/ciolint/internal/keyname"
	"github.com/ciolint/ciolint/runtime/pii"
)

// A decision is what a policy says of a key. The stricter of two is the
// larger.
type decision uint8

const (
	undecided decision = iota
	allow
	hash
	never
)

var decisions = map[string]decision{"never-send": never, "hash": hash, "allow": allow}

// class is what a decision makes of a source.
func (d decision) class() pii.Class {
	switch d {
	case never:
		return pii.NeverSend
	case hash:
		return pii.Hash
	}
	return pii.Keep
}

// String returns the name that policies use.
func (d decision) String() string {
	for name, x := range decisions {
		if x == d {
			return name
		}
	}
	return "undecided"
}

// keys are the decisions on keys. Exact ones are compared as the sanitizer's
// options NeverSend, Hash and Allow compare them, and win over patterns.
type keys struct {
	exact    map[string]decision // by squashed key
	patterns []pattern
}

type pattern struct {
	re *regexp.Regexp
	decision
}

// decide returns the decision on a name. Where several speak of it, the
// strictest counts, as with the sanitizer's options.
func (k *keys) decide(name string) decision {
	if len(k.exact) == 0 && len(k.patterns) == 0 {
		return undecided
	}
	if d := k.ofExact(keyname.Spellings(name)); d != undecided {
		return d
	}
	if d := k.ofDigest(name); d != undecided {
		return d
	}
	return k.ofPatterns(name)
}

func (k *keys) ofExact(spellings []string) decision {
	d := undecided
	for _, s := range spellings {
		d = max(d, k.exact[s])
	}
	return d
}

// ofDigest judges "nick_hash" by what is said of "nick": the digest of what
// is never sent is not sent, and the digest of what is hashed was asked for.
func (k *keys) ofDigest(name string) decision {
	base, ok := strings.CutSuffix(name, "_hash")
	if !ok || base == "" {
		return undecided
	}
	switch k.ofExact(keyname.Spellings(base)) {
	case never:
		return never
	case hash, allow:
		if pii.Classify(base) != pii.NeverSend {
			return allow
		}
	}
	return undecided
}

func (k *keys) ofPatterns(name string) decision {
	d := undecided
	for _, p := range k.patterns {
		if p.decision <= d || p.decision == allow && keyname.IsFrozen(name) {
			continue
		}
		for _, s := range keyname.Suffixes(name) {
			if p.re.MatchString(s) {
				d = p.decision
			}
		}
	}
	return d
}
