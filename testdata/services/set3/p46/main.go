// Command tiers moves members between tiers.
package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p46/audience"
	"services/set3/p46/gateway"
)

type table struct{ db *sql.DB }

func (t table) PhoneOf(ctx context.Context, member string) (phone string, err error) {
	err = t.db.QueryRowContext(ctx, "SELECT phone FROM members WHERE id = ?", member).Scan(&phone)
	return phone, err
}

func main() {
	db, err := sql.Open("sqlite", "members.db")
	if err != nil {
		log.Fatal(err)
	}
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))

	g := gateway.Profiles(client)
	g = gateway.Reachable(g, table{db})
	g = gateway.Clean(g)
	for _, member := range os.Args[2:] {
		if err := audience.Upgrade(context.Background(), g, member, os.Args[1]); err != nil {
			log.Print(err)
		}
	}
}
