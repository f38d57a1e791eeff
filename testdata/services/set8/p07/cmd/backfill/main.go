// Command backfill runs nightly and brings all guardians up to date.
package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	"services/set8/p07/guardians"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

func main() {
	ctx := context.Background()
	db, err := sql.Open("mysql", os.Getenv("REGISTER_DSN"))
	if err != nil {
		log.Fatal(err)
	}
	c := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"), customerio.WithRegion(customerio.RegionEU))
	failed := 0
	for g, err := range guardians.All(ctx, db) {
		if err != nil {
			log.Fatal(err)
		}
		attrs := sanitize.Attributes(map[string]any{"children": g.Children, "language": g.Language})
		if err := c.IdentifyCtx(ctx, g.Key(), attrs); err != nil {
			failed++
		}
	}
	log.Printf("done, %d failed", failed)
}
