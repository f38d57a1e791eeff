// Package mortgage follows mortgage files.
package mortgage

import "errors"

// State of a file.
type State uint8

// The states.
const (
	Applied State = iota
	Valued
	Offered
	Signed
)

var events = map[State]string{
	Applied: "mortgage_applied",
	Valued:  "property_valued",
	Offered: "mortgage_offered",
	Signed:  "mortgage_signed",
}

// File of a client.
type File struct {
	ClientID      string
	AccountNumber string
	SSN           string
	State         State
	Principal     float64
	Years         int
}

// ErrFinal is an advance of a finished file.
var ErrFinal = errors.New("mortgage: already signed")

// Advance to the next state.
func (f *File) Advance() error {
	if f.State == Signed {
		return ErrFinal
	}
	if f.State == Valued && (f.AccountNumber == "" || len(f.SSN) != 11) {
		return errors.New("mortgage: documents missing")
	}
	f.State++
	return nil
}

// Event of the state.
func (f *File) Event() string { return events[f.State] }

// Monthly rate without interest.
func (f *File) Monthly() float64 { return f.Principal / float64(f.Years*12) }
