package main

import (
	"context"
	"database/sql"
	"log"
	"os"
	"time"

	"services/set8/p03/outbox"
	"services/set8/p03/relay"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	db, err := sql.Open("pgx", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	r := &relay.Relay{Store: outbox.Store{DB: db}, Track: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	for range time.Tick(2 * time.Second) {
		if n, err := r.Once(context.Background()); err != nil {
			log.Printf("relayed %d: %v", n, err)
		}
	}
}
