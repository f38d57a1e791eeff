// Package transfer moves money.
package transfer

import (
	"errors"
	"fmt"
)

// Code says why.
type Code int

const (
	Unknown Code = iota
	Insufficient
	Blocked
)

func (c Code) String() string {
	return [...]string{"unknown", "insufficient_funds", "blocked"}[c]
}

// Failure is a transfer that did not happen.
type Failure struct {
	AccountNumber string
	Code          Code
}

func (f *Failure) Error() string { return fmt.Sprintf("account %s: %v", f.AccountNumber, f.Code) }

// CodeOf finds the code of an error.
func CodeOf(err error) Code {
	var f *Failure
	if errors.As(err, &f) {
		return f.Code
	}
	return Unknown
}

// Do transfers.
func Do(accountNumber string, balance, cents int64) error {
	if balance < cents {
		return fmt.Errorf("transfer: %w", &Failure{accountNumber, Insufficient})
	}
	return nil
}
