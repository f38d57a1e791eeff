package volunteers

type Volunteer struct {
	ID        string
	Skills    []string
	Region    string
	TaxID     string
	Diagnosis string
	Hours     int
}

// Fields is what the volunteer portal shows about a person.
func (v Volunteer) Fields() map[string]any {
	return map[string]any{
		"skills":    v.Skills,
		"region":    v.Region,
		"hours":     v.Hours,
		"tax_id":    v.TaxID,
		"diagnosis": v.Diagnosis,
	}
}
