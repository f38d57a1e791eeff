package people

import (
	"encoding/json"
	"strings"
)

// Contact holds how to reach an employee; it never leaves this service.
type Contact struct {
	Phone  string
	Street string
}

type Record struct {
	EmployeeID string  `json:"-"`
	SSN        string  `json:"-"`
	Contact    Contact `json:"-"`
	Department string  `json:"department"`
	Level      int     `json:"level"`
	Remote     bool    `json:"remote"`
}

// Traits returns what newsletters may be segmented by.
func (r Record) Traits() (map[string]any, error) {
	r.Department = strings.ToLower(r.Department)
	b, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	traits := map[string]any{}
	return traits, json.Unmarshal(b, &traits)
}
