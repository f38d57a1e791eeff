package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	"services/set4/p42/enrich"
	"services/set4/p42/enrich/billing"
	"services/set4/p42/enrich/loyalty"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	db, err := sql.Open("sqlite", "billing.db")
	if err != nil {
		log.Fatal(err)
	}
	pipeline := enrich.Pipeline{
		loyalty.Points{"p1": 1200},
		billing.DB{DB: db},
	}
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	ctx := context.Background()
	for _, id := range os.Args[1:] {
		if err := cio.IdentifyCtx(ctx, id, pipeline.Collect(ctx, enrich.Person{ID: id})); err != nil {
			log.Print(err)
		}
	}
}
