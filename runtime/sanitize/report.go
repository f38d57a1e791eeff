package sanitize

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/ciolint/ciolint/runtime/pii"
)

// A Report tells what was done to one payload. It holds keys and reasons, never values.
//
// Keys are shown as they are, so a map whose keys are data (people by email address, say) puts that data into the
// paths. Only a key in which a detector finds something is shown as "[redacted]".
type Report struct {
	Changes []Change // sorted by path, then action and reason
	Omitted int      // how many changes beyond the first 1000 are not listed
}

// A Change is one thing that was done.
type Change struct {
	Path   string // such as "order.items[2].card.number"
	Action Action
	Reason string // a category or kind of package pii ("phone number", "card number"), or one of the Reason constants
}

// String returns the change in words, such as "dropped ssn (government identifier)".
func (c Change) String() string {
	return c.Action.String() + " " + c.Path + " (" + c.Reason + ")"
}

// Action is what was done to a value.
type Action uint8

// The actions.
const (
	Dropped  Action = iota // the value is gone; in a list nil takes its place
	Hashed                 // a digest took the place of the value
	Redacted               // "[redacted]" took the place of a part of the value, or of a whole number
)

// String returns "dropped", "hashed" or "redacted".
func (a Action) String() string {
	switch a {
	case Dropped:
		return "dropped"
	case Hashed:
		return "hashed"
	case Redacted:
		return "redacted"
	}
	return "unknown action"
}

// Reasons that lie neither in the dictionary nor in a detector.
const (
	ReasonOption      = "named by an option"
	ReasonTag         = "struct tag"
	ReasonKey         = "sensitive value in the key"
	ReasonRaw         = "raw value under a digest's key"
	ReasonNoHashKey   = "empty hash key"
	ReasonUnsupported = "no JSON form"
	ReasonJSON        = "invalid JSON"
	ReasonPanic       = "panic in a method"
	ReasonCycle       = "cycle"
	ReasonDepth       = "nested too deeply"
	ReasonSize        = "too many values"
)

// maxChanges bounds a report.
const maxChanges = 1000

// note records what was done at the present place.
func (w *walker) note(a Action, reason string) {
	w.done++
	if w.s.report == nil {
		return
	}
	if len(w.changes) == maxChanges {
		w.omitted++
		return
	}
	w.changes = append(w.changes, Change{Path: w.pathText(), Action: a, Reason: reason})
}

// finish hands over the report, if there is something to tell.
func (w *walker) finish() {
	if len(w.changes) == 0 {
		return
	}
	slices.SortStableFunc(w.changes, func(a, b Change) int {
		return strings.Compare(a.Path+"\x00"+a.String(), b.Path+"\x00"+b.String())
	})
	ctx := w.s.ctx
	if ctx == nil {
		ctx = context.Background()
	}
	w.s.report(ctx, Report{Changes: w.changes, Omitted: w.omitted})
}

func (s step) write(b *strings.Builder) {
	switch s.kind {
	case indexStep:
		b.WriteString("[" + strconv.Itoa(s.index) + "]")
	case keyStep:
		if b.Len() > 0 {
			b.WriteByte('.')
		}
		b.WriteString(label(s.key))
	}
}

// maxLabel is how much of a key a report shows.
const maxLabel = 80

// label makes a key fit for a log line.
func label(key string) string {
	if pii.Detect(key) != nil {
		return redacted
	}
	if len(key) > maxLabel {
		key = key[:maxLabel] + "…"
	}
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return '?'
		}
		return r
	}, strings.ToValidUTF8(key, "?"))
}
