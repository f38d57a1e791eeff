package employee

import "encoding/json"

type Private struct {
	SSN     string
	Salary  int
	Medical string
}

type Public struct {
	Department string `json:"department"`
	Level      int    `json:"level"`
	Remote     bool   `json:"remote"`
}

type Employee struct {
	ID string `json:"-"`
	Public
	Private `json:"-"`
}

// Attributes is the employee as the engagement platform may know them.
func (e Employee) Attributes() (map[string]any, error) {
	b, err := json.Marshal(e)
	if err != nil {
		return nil, err
	}
	m := make(map[string]any)
	return m, json.Unmarshal(b, &m)
}
