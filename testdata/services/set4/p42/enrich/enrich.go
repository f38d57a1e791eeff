package enrich

import "context"

type Person struct {
	ID      string
	Email   string
	Company string
}

// Enricher adds what it knows about a person.
type Enricher interface {
	Enrich(ctx context.Context, p Person, into map[string]any) error
}

type Pipeline []Enricher

func (pl Pipeline) Collect(ctx context.Context, p Person) map[string]any {
	m := map[string]any{"company": p.Company}
	for _, e := range pl {
		if err := e.Enrich(ctx, p, m); err != nil {
			m["enrichment_incomplete"] = true
		}
	}
	return m
}
