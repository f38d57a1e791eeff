package debit

import (
	"errors"
	"fmt"
)

type Code int

const (
	Unknown Code = iota
	InsufficientFunds
	Revoked
)

func (c Code) String() string {
	switch c {
	case InsufficientFunds:
		return "insufficient_funds"
	case Revoked:
		return "mandate_revoked"
	}
	return "unknown"
}

type Failure struct {
	Code Code
	IBAN string
}

func (f *Failure) Error() string { return fmt.Sprintf("debit of %s failed: %s", f.IBAN, f.Code) }

func CodeOf(err error) Code {
	var f *Failure
	if errors.As(err, &f) {
		return f.Code
	}
	return Unknown
}

func Collect(iban string, cents int) error {
	if cents > 50_000 {
		return &Failure{InsufficientFunds, iban}
	}
	if len(iban) < 15 {
		return &Failure{Revoked, iban}
	}
	return nil
}
