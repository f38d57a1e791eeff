// Command erase-nightly erases those whose grace period is over.
package main

import (
	"bufio"
	"context"
	"encoding/hex"
	"fmt"
	"iter"
	"log"
	"os"
	"strings"
	"time"

	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"
)

// due yields the ids of a file of "id<TAB>date" whose date has passed.
func due(name string, now time.Time) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		f, err := os.Open(name)
		if err != nil {
			yield("", err)
			return
		}
		defer f.Close()
		sc := bufio.NewScanner(f)
		for sc.Scan() {
			id, date, _ := strings.Cut(sc.Text(), "\t")
			at, err := time.Parse(time.DateOnly, date)
			if err != nil {
				if !yield("", fmt.Errorf("date: %w", err)) {
					return
				}
				continue
			}
			if at.Before(now) && !yield(id, nil) {
				return
			}
		}
		if err := sc.Err(); err != nil {
			yield("", err)
		}
	}
}

func run(ctx context.Context, list string) error {
	key, err := hex.DecodeString(os.Getenv("JOURNAL_KEY"))
	if err != nil {
		return err
	}
	journal, err := erasure.OpenJournal("/var/lib/erase/journal", key)
	if err != nil {
		return err
	}
	defer journal.Close()
	eraser, err := erasure.New(credential.RegionEU,
		credential.Env("CUSTOMERIO_SITE_ID"),
		credential.File("/run/secrets/customerio_api_key"),
		erasure.WithJournal(journal),
		erasure.WithRateLimit(20),
	)
	if err != nil {
		return err
	}
	summary, err := eraser.EraseAll(ctx, due(list, time.Now()))
	log.Printf("erased %d, left %d", summary.Erased, summary.Left())
	return err
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 6*time.Hour)
	defer cancel()
	if err := run(ctx, os.Args[1]); err != nil {
		log.Fatal(err)
	}
}
