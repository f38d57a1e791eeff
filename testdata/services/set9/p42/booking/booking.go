package booking

import "context"

type Traveller struct {
	ID      string
	Phone   string
	Airline string
	Legs    int
}

type Flow struct {
	Digest func(string) string
	Record func(ctx context.Context, id string, attrs map[string]any) error
}

func (f *Flow) Booked(ctx context.Context, t Traveller) error {
	attrs := map[string]any{
		"favourite_airline": t.Airline,
		"legs":              t.Legs,
		"phone_hash":        f.Digest(t.Phone),
	}
	return f.Record(ctx, t.ID, attrs)
}
