package webhook

import (
	"slices"

	"golang.org/x/tools/go/ssa"
)

// A Kind is what is wrong.
type Kind string

const (
	Unsafe       Kind = "unsafe"        // compared by what stops at the first difference
	Short        Kind = "short"         // little of the MAC is compared
	Message      Kind = "message"       // the MAC is over something else
	Rewritten    Kind = "rewritten"     // the MAC is over JSON that was made anew
	PlainHash    Kind = "plain hash"    // a hash of key and body instead of a MAC
	OtherHash    Kind = "other hash"    // a MAC with another hash than SHA-256
	NoMAC        Kind = "no MAC"        // compared with a secret itself
	Replay       Kind = "replay"        // the timestamp's age is not looked at
	Old          Kind = "old"           // the timestamp's age is looked at, and old requests accepted
	Before       Kind = "before"        // acts before the verdict
	Ignored      Kind = "ignored"       // nothing looks at the verdict
	Unaborted    Kind = "unaborted"     // middleware returns on a bad verdict, and the chain goes on
	FallsThrough Kind = "falls through" // the branch for a bad verdict does not leave
	NoKey        Kind = "no key"        // accepts if no key is configured
	EmptyKey     Kind = "empty key"     // signs with a variable of the environment that may be empty
	NoSignature  Kind = "no signature"  // accepts what has no signature
	NoTimestamp  Kind = "no timestamp"  // accepts what has no timestamp
	Malformed    Kind = "malformed"     // accepts a header that cannot be parsed
	OpenMode     Kind = "open mode"     // verifies only if the environment says so
	Bypass       Kind = "bypass"        // verifies only if the request does not ask otherwise
	Unread       Kind = "unread"        // reads the signature and compares it with nothing
	Unverified   Kind = "unverified"    // does not look at the signature at all
	Unproven     Kind = "unproven"      // too large to be followed to its end
)

// A Problem is one thing wrong at one place.
type Problem struct {
	Kind     Kind
	At       ssa.Instruction // where, unless Handler is set
	Handler  *ssa.Function   // the handler as a whole
	How      string          // what compares, hashes or decides
	Handlers []*ssa.Function // that lead there, if it is in none
	Via      string          // the function of another package that does, which is relied on
}

// reachedFrom adds a handler from which a helper is called that a problem is
// in: others may call it and do well.
func (p Problem) reachedFrom(handler *ssa.Function) Problem {
	if p.At == nil || handler == nil || !handles(handler.Signature) || slices.Contains(p.Handlers, handler) {
		return p
	}
	for fn := p.At.Parent(); fn != nil; fn = fn.Parent() {
		if fn == handler || handles(fn.Signature) && fn.Signature.Params().Len() <= 2 { // more make a helper
			return p
		}
	}
	p.Handlers = append(slices.Clip(p.Handlers), handler)
	return p
}
