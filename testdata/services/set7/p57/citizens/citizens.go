// Package citizens serves the citizens of a town.
package citizens

import "services/set7/p57/digest"

// Citizen of the town.
type Citizen struct {
	Account  string
	SSN      string
	District string
	Trash    string
}

// JoinKey is the same in all offices.
func (c *Citizen) JoinKey() string { return digest.Hex("v1", c.SSN) }

// Record of a citizen.
type Record struct {
	ID    string
	Attrs map[string]any
}

// Records of many.
func Records(all []*Citizen) []Record {
	out := make([]Record, 0, len(all))
	for _, c := range all {
		r := Record{ID: c.Account, Attrs: make(map[string]any, 3)}
		r.Attrs["district"] = c.District
		r.Attrs["trash_day"] = c.Trash
		if c.SSN != "" {
			r.Attrs["citizen_key"] = c.JoinKey()
		}
		out = append(out, r)
	}
	return out
}
