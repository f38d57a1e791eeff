// Mode: never.

// Package names holds attribute names for another package.
package names

// Attribute is the name of a profile attribute.
type Attribute string

// Names used by package keys.
const (
	SSN             = "ssn"
	Plan            = "plan"
	TaxID Attribute = "tax_id"
	City  Attribute = "city"
)
