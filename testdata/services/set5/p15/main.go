package main

import (
	"context"
	"database/sql"
	"log"
	"os"

	"services/set5/p15/cio"
	"services/set5/p15/retention"
)

func main() {
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	defer db.Close()
	people := cio.NewPeople(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	if err := retention.NewSweep(db, people).Run(context.Background()); err != nil {
		log.Fatal(err)
	}
}
