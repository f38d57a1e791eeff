package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	"services/set8/p13/residents"
	"services/set8/p13/systems"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	db, err := sql.Open("pgx", os.Getenv("PERMITS_DSN"))
	if err != nil {
		log.Fatal(err)
	}
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	o := residents.NewOffice(systems.Permits{DB: db}, systems.Newsletter{C: c})
	if err := o.Handle(context.Background(), os.Args[1]); err != nil {
		log.Fatal(err)
	}
}
