package webhook

import (
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// Short names for what this package handles all the time.
type (
	value        = symexec.Value
	state        = symexec.State
	call         = symexec.Call
	part         = symexec.Part
	mark         = symexec.Mark
	continuation = symexec.Continuation
)

// What went into a value.
const (
	unknown = symexec.Unknown // something that is not known
	raw     = symexec.Exact   // the body's bytes as they came

	signature mark = symexec.FirstMark << iota // the header X-CIO-Signature
	timestamp                                  // the header X-CIO-Timestamp
	body                                       // the request's body, or what was parsed from it
	rewritten                                  // JSON that was made anew from the body
	clock                                      // the time of day
	age                                        // the timestamp and the time of day
	digest                                     // a hash or MAC
	setting                                    // a variable of the environment
	otherAuth                                  // another header or part of a request that tells who sent it
)

// A note is what is known of a value beside what package symexec follows.
type note struct {
	sum     *sum            // what a hash or MAC was made of
	short   bool            // of it so little is left that it can be guessed, or as much as the sender likes
	drift   drift           // of an age
	seconds bool            // a timestamp or age in the unit of the header
	behind  *value          // the handler that middleware of another package is put in front of
	read    ssa.Instruction // of a variable of the environment, where
	guards  bool            // middleware or a handler of another package that verifies
}

// A sum is a hash, or a MAC if it is keyed.
type sum struct {
	alg   string // "" if it is not known
	keyed bool
	key   *value
	parts []part
}

// Mixed keeps the first hash that went in.
func (n *note) Mixed(with symexec.Note) symexec.Note {
	if n.sum != nil {
		return &note{sum: n.sum}
	}
	if o, ok := with.(*note); ok {
		return o.Mixed(nil)
	}
	return nil
}

// noteOf is the note of a value, an empty one if it has none.
func noteOf(v *value) note {
	if n, ok := v.Note.(*note); ok {
		return *n
	}
	return note{}
}

// annotated returns v with a note that f changed.
func annotated(v *value, f func(*note)) *value {
	n := noteOf(v)
	f(&n)
	return v.Changed(func(c *value) {
		c.Note = nil
		if n != (note{}) {
			c.Note = &n
		}
	})
}

// withSum returns v as what a hash was made of, or not.
func withSum(v *value, s *sum) *value { return annotated(v, func(n *note) { n.sum = s }) }
