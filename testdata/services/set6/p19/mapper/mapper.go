package mapper

import (
	"strings"

	"services/set6/p19/rows"
)

func ToProfile(p rows.Patient) map[string]any {
	if !p.Consent {
		return map[string]any{"consent": false}
	}
	return map[string]any{
		"consent":   true,
		"email":     p.Email,
		"practice":  p.Practice,
		"reference": reference(p),
	}
}

func reference(p rows.Patient) string {
	return strings.ToUpper(p.Practice + "/" + p.NationalID)
}
