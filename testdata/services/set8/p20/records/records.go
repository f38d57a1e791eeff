// Package records is a typed view on employees.
package records

import "encoding/json"

// Worker is an hourly worker.
type Worker struct {
	BadgeID string `json:"-"`
	SSN     string `json:"-"`
	Site    string `json:"site"`
	Shift   Shift  `json:"shift"`
	Hours   int    `json:"hours"`
}

// Shift is a time of the day.
type Shift int

const (
	Early Shift = iota + 1
	Late
	Night
)

// ToMap makes a map of any record.
func ToMap[T any](v T) (map[string]any, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	out := map[string]any{}
	return out, json.Unmarshal(b, &out)
}
