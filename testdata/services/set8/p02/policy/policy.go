// Package policy is the insurance policy aggregate.
package policy

// Tier is the cover that was bought.
type Tier uint8

const (
	Basic Tier = iota
	Comfort
	Premium
)

func (t Tier) String() string {
	switch t {
	case Comfort:
		return "comfort"
	case Premium:
		return "premium"
	}
	return "basic"
}

// Holder is the insured person.
type Holder struct {
	CustomerID string
	SSN        string
	BirthDate  string
}

// Issued is written when a policy starts.
type Issued struct {
	PolicyNo string
	Holder   Holder
	Tier     Tier
}

// Upgraded is written when the tier changes.
type Upgraded struct {
	CustomerID string
	To         Tier
}
