// Command retention removes accounts that were closed long ago.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p39/suppression"
)

type closed struct {
	Account  string    `json:"account"`
	ClosedAt time.Time `json:"closed_at"`
}

func expired(all []closed, before time.Time) (accounts []string) {
	for _, c := range all {
		if c.ClosedAt.Before(before) {
			accounts = append(accounts, c.Account)
		}
	}
	return accounts
}

func purge(ctx context.Context, track *customerio.CustomerIO, sup suppression.Client, accounts []string) error {
	var failures []error
	for i, account := range accounts {
		if err := sup.Suppress(ctx, account); err != nil {
			failures = append(failures, fmt.Errorf("#%d: %w", i, err))
			continue
		}
		if err := track.DeleteCtx(ctx, account); err != nil {
			failures = append(failures, fmt.Errorf("#%d: delete: %w", i, err))
		}
	}
	return errors.Join(failures...)
}

func main() {
	var all []closed
	if err := json.NewDecoder(os.Stdin).Decode(&all); err != nil {
		log.Fatal(err)
	}
	site, key := os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")
	track := customerio.NewTrackClient(site, key, customerio.WithRegion(customerio.RegionEU))
	sup := suppression.Client{Site: site, Key: key, Doer: &http.Client{Timeout: 15 * time.Second}}
	if err := purge(context.Background(), track, sup, expired(all, time.Now().AddDate(-2, 0, 0))); err != nil {
		log.Printf("left over, the next run tries again:\n%v", err)
		os.Exit(2)
	}
}
