package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	"services/set4/p01/engage"
	"services/set4/p01/invoicing"
	"services/set4/p01/ledgerdb"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	closer := invoicing.Closer{
		Ledger:    ledgerdb.DB{SQL: db},
		Announcer: engage.Track{API: customerio.NewTrackClient(os.Getenv("CIO_SITE"), os.Getenv("CIO_KEY"))},
	}
	n, err := closer.CloseMonth(context.Background())
	log.Printf("closed %d invoices: %v", n, err)
}
