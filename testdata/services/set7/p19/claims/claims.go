// Package claims handles household insurance claims.
package claims

import (
	"fmt"
	"strings"
	"time"
)

// Claim of a customer.
type Claim struct {
	Number   string
	Holder   Holder
	Kind     string
	Amount   int
	Received time.Time
}

// Holder of a policy.
type Holder struct {
	CustomerID string
	LastName   string
	SSN        string
}

// Digest is a line for people.
func (c Claim) Digest() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s claim %s over $%d", c.Kind, c.Number, c.Amount)
	if c.Holder.SSN != "" {
		fmt.Fprintf(&b, " (%s, %s)", c.Holder.LastName, c.Holder.SSN)
	}
	return b.String()
}

// Fast says whether it can be paid at once.
func (c Claim) Fast() bool { return c.Amount < 500 && c.Kind == "glass" }
