package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	"services/set9/p03/outbox"
	"services/set9/p03/publish"
	"services/set9/p03/store"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	db, err := sql.Open("pgx", os.Getenv("DSN"))
	if err != nil {
		log.Fatal(err)
	}
	relay := outbox.NewRelay(store.PG{DB: db}, map[string]outbox.Publisher{
		"customerio": publish.NewCIO(customerio.NewTrackClient(os.Getenv("SITE"), os.Getenv("KEY"))),
	})
	log.Fatal(relay.Run(context.Background()))
}
