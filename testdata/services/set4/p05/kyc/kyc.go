package kyc

import (
	"context"

	"services/set4/p05/bus"
)

const TopicChecked = "kyc.checked"

type Document struct {
	Kind    string
	Number  string
	Country string
}

type Applicant struct {
	ID       string
	Passport Document
	Score    int
}

type Checker struct{ Bus *bus.Bus }

func (c *Checker) Check(ctx context.Context, a Applicant) (bool, error) {
	ok := a.Score >= 70 && a.Passport.Number != ""
	result := map[string]any{
		"passed":           ok,
		"document_country": a.Passport.Country,
	}
	if !ok {
		result["passport_number"] = a.Passport.Number
	}
	return ok, c.Bus.Emit(ctx, TopicChecked, a.ID, result)
}
