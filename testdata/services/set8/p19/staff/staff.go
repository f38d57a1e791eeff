// Package staff has the entities of HR.
package staff

// Employee is stored and exported.
type Employee struct {
	ID         string `json:"-"`
	Department string `json:"department"`
	Grade      int    `json:"grade"`
	SSN        string `json:"ssn"`
}

// Key implements repo.Entity.
func (e Employee) Key() string { return e.ID }
