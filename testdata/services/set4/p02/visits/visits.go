package visits

import "time"

// Visit is a row of the table visits. What goes out as JSON goes to vendors.
type Visit struct {
	Reference string    `json:"reference"`
	Clinic    string    `json:"clinic"`
	Starts    time.Time `json:"starts"`
	Minutes   int       `json:"minutes"`
	Diagnosis string    `json:"-"`
	Notes     string    `json:"-"`
}
