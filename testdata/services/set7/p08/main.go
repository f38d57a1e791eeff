// Command p08 is the nightly erasure job.
package main

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"

	"services/set7/p08/requests"
)

func run(ctx context.Context, file string) error {
	f, err := os.Open(file)
	if err != nil {
		return err
	}
	defer f.Close()
	key, err := os.ReadFile(os.Getenv("JOURNAL_KEY_FILE"))
	if err != nil {
		return err
	}
	journal, err := erasure.OpenJournal("erasure.journal", key)
	if err != nil {
		return err
	}
	defer journal.Close()
	eraser, err := erasure.New(credential.RegionEU, credential.Env("CUSTOMERIO_SITE_ID"), credential.File("/run/secrets/cio_api_key"),
		erasure.WithJournal(journal), erasure.WithRateLimit(20))
	if err != nil {
		return err
	}
	summary, err := eraser.EraseAll(ctx, requests.Due(f, time.Now()))
	fmt.Println(summary.Erased, "erased,", summary.Left(), "left")
	return err
}

func main() {
	if err := run(context.Background(), os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
