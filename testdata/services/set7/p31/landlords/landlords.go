// Package landlords has the landlords of a rental portal.
package landlords

import "strings"

// Landlord rents flats out.
type Landlord struct {
	Company string
	TaxID   string
	Flats   []string
	VAT     bool
}

// Attributes of a landlord.
func Attributes(l Landlord) map[string]any {
	m := map[string]any{
		"company":    strings.TrimSpace(l.Company),
		"flats":      len(l.Flats),
		"vat_liable": l.VAT,
	}
	if l.VAT {
		m["tax_id"] = l.TaxID
	}
	return m
}
