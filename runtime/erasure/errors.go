package erasure

import (
	"errors"
	"fmt"
	"net/http"
	"time"
)

// What errors of this package can be, for errors.Is.
var (
	// ErrConfig: the options or credentials cannot work.
	ErrConfig = errors.New("erasure: configuration")
	// ErrInvalidID: the identifier was refused. Nothing was sent.
	ErrInvalidID = errors.New("erasure: identifier refused")
	// ErrStillThere: the person was suppressed and deleted, but could still be seen when verification ran out of time.
	ErrStillThere = errors.New("the person is still there")
	// ErrIncomplete: at least one person of a sequence was not erased.
	ErrIncomplete = errors.New("erasure: incomplete")
	// ErrJournal: the journal could not be read or written. The run stopped.
	ErrJournal = errors.New("erasure: journal")
	// ErrTampered: the journal is not what was written: changed, cut, reordered, or read with another key.
	ErrTampered = errors.New("the journal was changed")
	// ErrTorn: the journal's last line has no end, as after a crash in the middle of a write, or because it was cut.
	ErrTorn = errors.New("the journal's last line is incomplete")
)

// An Error tells which step of an erasure failed, and how. It names no person.
type Error struct {
	Step       string        // "suppress", "delete" or "verify"
	Status     int           // of the last answer; 0 if there was none
	Message    string        // the API's own, at most 200 bytes, identifiers taken out; or the network's
	Attempts   int           // how many requests were sent
	RetryAfter time.Duration // how long the API asked to wait, if that was longer than the limit
	Err        error         // the cause, if it is not an answer of the API
}

func (e *Error) Error() string {
	text := "erasure: " + e.Step
	if e.Status != 0 {
		text += fmt.Sprintf(": status %d (%s)", e.Status, http.StatusText(e.Status))
	}
	if e.Message != "" {
		text += ": " + e.Message
	}
	if e.RetryAfter > 0 {
		text += fmt.Sprintf(", asked to wait %s", e.RetryAfter)
	}
	if e.Attempts > 1 {
		text += fmt.Sprintf(", after %d attempts", e.Attempts)
	}
	return text
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// failed makes an *Error about a person of whatever stopped a step.
func failed(step string, attempts int, id string, err error) error {
	out := &Error{Step: step, Attempts: attempts}
	var bad *badStatus
	if errors.As(err, &bad) {
		out.Status, out.Message, out.RetryAfter = bad.status, scrub(bad.message, id), bad.askedToWait
		return out
	}
	var none *noAnswer
	if errors.As(err, &none) {
		err = scrubbed(none.error, id)
	}
	out.Err, out.Message = err, err.Error()
	return out
}

// failure is the journal's entry for an *Error.
func failure(run int64, err error) entry {
	line := entry{Run: run, Outcome: outcomeFailed}
	var e *Error
	if errors.As(err, &e) {
		line.What, line.Status, line.Attempts, line.Error = e.Step, e.Status, e.Attempts, e.Message
	}
	return line
}
