package roster

type Person struct {
	Given      string `json:"first_name"`
	Family     string `json:"last_name"`
	NationalID string `json:"national_id,omitempty"`
}

type Student struct {
	Person
	ID    string `json:"-"`
	Grade int    `json:"grade"`
	House string `json:"house"`
}

func (s Student) Key() string { return s.ID }
