// Package keyname says when two spellings are one key, for those who name
// keys: the options of the sanitizer and the policy of the linter. Both must
// agree, or the linter trusts the sanitizer with what it lets pass.
package keyname

import (
	"strings"
	"unicode"

	"github.com/ciolint/ciolint/internal/fold"
)

// Squash brings a key to the form in which keys are compared: its letters
// and digits, folded and in lower case. "phone_number", "phoneNumber" and
// "Ｐｈｏｎｅ-Number" are one key.
func Squash(key string) string {
	return strings.Map(func(r rune) rune {
		r = fold.Rune(r)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, key)
}

// maxSuffixes bounds the work on a key made of dots. Nobody looks at more
// than three parents of a key together.
const maxSuffixes = 4

// Suffixes are the names that a dotted key answers to, shortest first: of
// "a.b.c" those are "c", "b.c" and "a.b.c". There are four at most.
func Suffixes(key string) []string {
	var out []string
	for end := len(key); end > 0 && len(out) < maxSuffixes; {
		end = strings.LastIndexByte(key[:end], '.')
		out = append(out, key[end+1:])
	}
	return out
}

// Spellings are the [Suffixes] of a key, squashed.
func Spellings(key string) []string {
	out := Suffixes(key)
	for i := range out {
		out[i] = Squash(out[i])
	}
	return out
}

// frozen are the keys that nobody can allow, squashed: no reading of them is
// harmless.
var frozen = map[string]bool{
	"ssn": true, "socialsecurity": true, "taxid": true, "creditcard": true, "cardnumber": true, "cvv": true,
	"password": true, "passwordhash": true, "bankaccount": true, "routingnumber": true,
}

// IsFrozen reports whether a key cannot be allowed. It sees through a path:
// "user.ssn" is no way around "ssn".
func IsFrozen(key string) bool {
	for _, s := range Spellings(key) {
		if frozen[s] {
			return true
		}
	}
	return false
}
