package billing

import (
	"errors"
	"fmt"
)

var ErrDeclined = errors.New("declined")

type Card struct {
	Brand      string
	CardNumber string
	ExpMonth   int
	ExpYear    int
}

type Charge struct {
	CustomerID string
	Cents      int64
	Currency   string
	Card       Card
	Err        error
}

// Summary is what the help desk reads.
func (c Charge) Summary() string {
	state := "succeeded"
	if c.Err != nil {
		state = "failed: " + c.Err.Error()
	}
	return fmt.Sprintf("%s %s (%d/%d) for %.2f %s %s",
		c.Card.Brand, c.Card.CardNumber, c.Card.ExpMonth, c.Card.ExpYear, float64(c.Cents)/100, c.Currency, state)
}
