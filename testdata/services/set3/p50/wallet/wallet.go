// Package wallet keeps cards.
package wallet

import (
	"errors"
	"time"
)

// Card is a payment card.
type Card struct {
	pan     string
	Brand   string
	Expires time.Time
}

// NewCard checks the number.
func NewCard(pan, brand string, expires time.Time) (Card, error) {
	if n := len(pan); n < 12 || n > 19 || !luhn(pan) {
		return Card{}, errors.New("wallet: not a card number")
	}
	return Card{pan: pan, Brand: brand, Expires: expires}, nil
}

// LastFour returns what may be shown of the number.
func (c Card) LastFour() string { return c.pan[len(c.pan)-4:] }

// ExpiresWithin says whether the card is about to expire.
func (c Card) ExpiresWithin(d time.Duration) bool { return time.Until(c.Expires) < d }

func luhn(digits string) bool {
	sum := 0
	for i := range len(digits) {
		n := int(digits[len(digits)-1-i] - '0')
		if i%2 == 1 {
			if n *= 2; n > 9 {
				n -= 9
			}
		}
		sum += n
	}
	return sum%10 == 0
}
