package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"time"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p18/profile"
)

type user struct {
	ID           string    `json:"id"`
	Plan         string    `json:"plan"`
	Lang         string    `json:"lang"`
	PassportNo   string    `json:"passport_no"`
	SSN          string    `json:"ssn"`
	Wallets      []string  `json:"wallets"`
	RegisteredAt time.Time `json:"registered_at"`
}

type syncer struct {
	cio   *customerio.CustomerIO
	since time.Time
}

func (s *syncer) sync(ctx context.Context, u user) error {
	return s.cio.IdentifyCtx(ctx, u.ID, profile.Build(
		profile.Plan(u.Plan),
		profile.KYC(u.SSN != "" || u.PassportNo != ""),
		profile.Wallets(len(u.Wallets)),
		profile.Since(u.RegisteredAt),
		profile.When(u.Lang != "", profile.Locale(u.Lang)),
	))
}

func main() {
	s := &syncer{cio: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")), since: time.Now().AddDate(0, 0, -1)}
	var users []user
	if err := json.NewDecoder(os.Stdin).Decode(&users); err != nil {
		log.Fatal(err)
	}
	for _, u := range users {
		if u.RegisteredAt.Before(s.since) {
			continue
		}
		if err := s.sync(context.Background(), u); err != nil {
			log.Printf("%s: %v", u.ID, err)
		}
	}
}
