package acquirer

import (
	"errors"
	"fmt"
	"log"
	"strings"
)

type Decline struct {
	Code string
	Card string
}

func (d *Decline) Error() string { return fmt.Sprintf("declined (%s): %s", d.Code, d.Card) }

type Acquirer struct{ Log *log.Logger }

func (a *Acquirer) Debit(cardNumber string, cents int) error {
	if strings.HasPrefix(cardNumber, "9") {
		err := &Decline{Code: "05", Card: cardNumber}
		a.Log.Print(err)
		return err
	}
	if cents <= 0 {
		return errors.New("nothing to debit")
	}
	return nil
}

// Reason turns an error of Debit into something to show.
func Reason(err error) string {
	var d *Decline
	if !errors.As(err, &d) {
		return "technical"
	}
	switch d.Code {
	case "05":
		return "do_not_honor"
	case "51":
		return "insufficient_funds"
	}
	return "other"
}
