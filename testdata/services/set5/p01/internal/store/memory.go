package store

import (
	"context"
	"encoding/json"
	"errors"
	"io"

	"services/set5/p01/internal/onboarding"
)

var ErrNotFound = errors.New("applicant not found")

type Memory struct {
	rows map[string]onboarding.Applicant
}

// Read fills a store with the applicants of a JSON list.
func Read(r io.Reader) (*Memory, error) {
	var list []onboarding.Applicant
	if err := json.NewDecoder(r).Decode(&list); err != nil {
		return nil, err
	}
	m := &Memory{rows: make(map[string]onboarding.Applicant, len(list))}
	for _, a := range list {
		m.rows[a.ID] = a
	}
	return m, nil
}

func (m *Memory) Load(_ context.Context, id string) (onboarding.Applicant, error) {
	a, ok := m.rows[id]
	if !ok {
		return onboarding.Applicant{}, ErrNotFound
	}
	return a, nil
}
