package main

import (
	"context"
	"log"
	"os"

	"services/set8/p26/billing"
	"services/set8/p26/tenancy"

	"github.com/customerio/go-customerio/v3"
)

type adapter struct{ *customerio.CustomerIO }

func (a adapter) Track(ctx context.Context, subject, event string, data map[string]any) error {
	return a.CustomerIO.TrackCtx(ctx, subject, event, data)
}

func main() {
	svc := billing.New(adapter{customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))})
	ctx := tenancy.With(context.Background(), &tenancy.Claims{
		Subject:      "u_81",
		RefreshToken: os.Getenv("REFRESH_TOKEN"),
		PasswordHash: os.Getenv("PASSWORD_HASH"),
		Tenant:       tenancy.Tenant{Slug: "acme", Plan: "team", Seats: 4},
	})
	if err := svc.AddSeats(ctx, 2); err != nil {
		log.Fatal(err)
	}
}
