package main

import (
	"context"
	"database/sql"
	"encoding/hex"
	"fmt"
	"os"

	"services/set4/p35/requests"

	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"
)

func run(ctx context.Context) error {
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		return err
	}
	defer db.Close()
	key, err := hex.DecodeString(os.Getenv("JOURNAL_KEY"))
	if err != nil {
		return err
	}
	journal, err := erasure.OpenJournal("/var/lib/dsr/journal", key)
	if err != nil {
		return err
	}
	defer journal.Close()
	eraser, err := erasure.New(credential.RegionEU,
		credential.Env("CIO_SITE_ID"),
		credential.File("/run/secrets/cio-api-key"),
		erasure.WithJournal(journal), erasure.WithConcurrency(4))
	if err != nil {
		return err
	}
	sum, err := eraser.EraseAll(ctx, requests.Table{DB: db}.Pending(ctx))
	fmt.Printf("%d erased, %d left\n", sum.Erased, sum.Left())
	return err
}

func main() {
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
