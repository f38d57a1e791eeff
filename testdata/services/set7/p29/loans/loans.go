// Package loans decides on consumer loans.
package loans

import (
	"fmt"
	"strings"
)

// Decision on an application.
type Decision int

// The decisions.
const (
	Declined Decision = iota
	Referred
	Approved
)

// String names a decision.
func (d Decision) String() string {
	return [...]string{"declined", "referred", "approved"}[d]
}

// Application for a loan.
type Application struct {
	Borrower      string
	AccountNumber string
	Amount        int
	Score         int
}

// Decide by score.
func (a Application) Decide() Decision {
	switch {
	case a.Score > 700:
		return Approved
	case a.Score > 550:
		return Referred
	}
	return Declined
}

// Topic of an application, unique per account.
func (a Application) Topic(d Decision) string {
	return strings.Join([]string{"loan", a.AccountNumber, d.String()}, "_")
}

// Offer for approved ones.
func (a Application) Offer() string {
	return fmt.Sprintf("%d at %.1f%%", a.Amount, 12-float64(a.Score)/100)
}
