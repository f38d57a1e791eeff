package events

import "strings"

type Attendee struct {
	ID      string
	Name    string
	Mobile  string
	Badge   string
	Dietary []string
}

// Row is an attendee as the templates of the broadcast want it.
func (a Attendee) Row() map[string]any {
	first, _, _ := strings.Cut(a.Name, " ")
	return map[string]any{
		"id": a.ID,
		"data": map[string]any{
			"first_name":   first,
			"badge":        a.Badge,
			"mobile_phone": a.Mobile,
		},
	}
}
