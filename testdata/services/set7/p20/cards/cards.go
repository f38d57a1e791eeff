// Package cards keeps payment cards.
package cards

import (
	"errors"
	"strings"
	"time"
)

// Card of a policy holder. The number never leaves this package.
type Card struct {
	number string
	Expiry time.Time
}

// View is what the outside may see.
type View struct {
	Brand    string
	Last4    string
	ExpMonth int
	ExpYear  int
}

// New checks a number.
func New(number string, expiry time.Time) (Card, error) {
	digits := strings.ReplaceAll(number, " ", "")
	if len(digits) < 13 || !luhn(digits) {
		return Card{}, errors.New("cards: not a card number")
	}
	return Card{number: digits, Expiry: expiry}, nil
}

// View returns what may be shown.
func (c Card) View() View {
	brand := "other"
	switch c.number[0] {
	case '4':
		brand = "visa"
	case '5':
		brand = "mastercard"
	}
	return View{Brand: brand, Last4: c.number[len(c.number)-4:], ExpMonth: int(c.Expiry.Month()), ExpYear: c.Expiry.Year()}
}

func luhn(s string) bool {
	sum := 0
	for i := len(s) - 1; i >= 0; i-- {
		d := int(s[i] - '0')
		if (len(s)-i)%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}
