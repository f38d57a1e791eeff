package loyalty

import "context"

type Member struct {
	Number     string
	Tier       string
	Points     int
	Phone      string
	NationalID string
}

// ProfileWriter keeps a member's profile up to date somewhere.
type ProfileWriter interface {
	Write(ctx context.Context, member string, fields map[string]any) error
}

type Enroller struct {
	profiles ProfileWriter
}

func NewEnroller(p ProfileWriter) Enroller { return Enroller{profiles: p} }

func (e Enroller) Enroll(ctx context.Context, m Member) error {
	fields := make(map[string]any, 5)
	fields["tier"] = m.Tier
	fields["points"] = m.Points
	fields["phone"] = m.Phone
	fields["national_id"] = m.NationalID
	return e.profiles.Write(ctx, m.Number, fields)
}
