package erasure

import (
	"crypto/tls"
	"errors"
	"fmt"
	"net/http"
	"time"
)

// What errors of this package can be, for errors.Is.
var (
	// ErrConfig: the options cannot work.
	ErrConfig = errors.New("erasure: configuration")
	// ErrInvalidID: the identifier was refused. Nothing was sent.
	ErrInvalidID = errors.New("erasure: identifier refused")
	// ErrCredentials: a key could not be read, or the API refuses it (401). That is not about one person: it stops a run.
	ErrCredentials = errors.New("the keys cannot be used")
	// ErrHeld: the API has asked for more silence than [Retry.MaxRetryAfter]. It stops a run; until the time is over
	// nothing is sent, and [Error.RetryAfter] says how long that is.
	ErrHeld = errors.New("the API has asked for silence")
	// ErrStillThere: the person was suppressed and deleted, but could still be seen when verification ran out of time.
	ErrStillThere = errors.New("the person is still there")
	// ErrIncomplete: at least one person of a sequence was not erased.
	ErrIncomplete = errors.New("erasure: incomplete")
	// ErrJournal: the journal could not be read or written. It stops a run; while it lasts nobody is touched.
	ErrJournal = errors.New("erasure: journal")
	// ErrTampered: the journal is not what was written: changed, cut, reordered, or read with another key.
	ErrTampered = errors.New("the journal was changed")
	// ErrTorn: the journal's last lines are incomplete, as after a crash in the middle of a write, or because it was cut.
	ErrTorn = errors.New("the journal's end is incomplete")
)

// concernsAll reports whether an error is not about the person it met: the next one would meet it as well.
func concernsAll(err error) bool {
	var untrusted *tls.CertificateVerificationError
	return errors.Is(err, ErrHeld) || errors.Is(err, ErrCredentials) || errors.Is(err, ErrConfig) ||
		errors.Is(err, ErrJournal) || errors.As(err, &untrusted)
}

// An Error tells which step of an erasure failed, and how. It names no person.
type Error struct {
	Step       string        // "suppress", "delete" or "verify"
	Status     int           // of the last answer; 0 if there was none
	Message    string        // the API's own, at most 200 bytes, identifiers taken out; or the network's
	Attempts   int           // how often it was tried
	RetryAfter time.Duration // how long the API still wants silence, if that is longer than the limit
	Err        error         // the cause, if it is more than the answer says
}

func (e *Error) Error() string {
	text := "erasure: " + e.Step
	if e.Status != 0 {
		text += fmt.Sprintf(": status %d (%s)", e.Status, http.StatusText(e.Status))
	}
	if e.Message != "" {
		text += ": " + e.Message
	}
	if e.RetryAfter > 0 && e.Status != 0 { // else the message says it
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
func failed(step string, attempts int, id string, err error) *Error {
	out := &Error{Step: step, Attempts: attempts}
	var bad *badAnswer
	if errors.As(err, &bad) {
		out.Status, out.Message, out.RetryAfter, out.Err = bad.status, scrub(bad.message, id), bad.held, bad.Unwrap()
		return out
	}
	var silence *held
	if errors.As(err, &silence) {
		out.RetryAfter = silence.left
	}
	var none *noAnswer
	if errors.As(err, &none) {
		err = scrubbed(none.error, id)
	}
	out.Err, out.Message = err, err.Error()
	return out
}
