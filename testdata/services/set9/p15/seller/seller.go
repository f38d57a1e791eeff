package seller

import "context"

type Listing struct {
	ID, Title, SellerID, ContactPhone string
	PriceCents                        int
}

type Tracker interface {
	Track(ctx context.Context, who, what string, props map[string]any) error
}

type Service struct{ tracker Tracker }

func New(t Tracker) *Service { return &Service{tracker: t} }

func (s *Service) Publish(ctx context.Context, l Listing) error {
	return s.tracker.Track(ctx, l.SellerID, "listing_published", map[string]any{
		"listing_id":  l.ID,
		"title":       l.Title,
		"price_cents": l.PriceCents,
		"phone":       l.ContactPhone,
	})
}
