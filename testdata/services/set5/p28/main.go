// Command import sends a partner's CSV file.
package main

import (
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"time"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type row map[string]any

func (r row) take(column string) string {
	v, _ := r[column].(string)
	delete(r, column)
	return v
}

func read(in io.Reader, each func(row) error) error {
	cr := csv.NewReader(in)
	cr.ReuseRecord = true
	head, err := cr.Read()
	if err != nil {
		return fmt.Errorf("header: %w", err)
	}
	columns := make([]string, len(head))
	for i, h := range head {
		columns[i] = strings.ReplaceAll(strings.ToLower(strings.TrimSpace(h)), " ", "_")
	}
	for {
		rec, err := cr.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		r := make(row, len(rec))
		for i, v := range rec {
			if v != "" {
				r[columns[i]] = v
			}
		}
		if err := each(r); err != nil {
			return err
		}
	}
}

func main() {
	idColumn := flag.String("id", "customer_id", "the column of the id")
	rate := flag.Duration("every", 20*time.Millisecond, "time between requests")
	flag.Parse()
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	tick := time.NewTicker(*rate)
	defer tick.Stop()
	var sent, skipped int
	err := read(os.Stdin, func(r row) error {
		id := r.take(*idColumn)
		if id == "" {
			skipped++
			return nil
		}
		<-tick.C
		sent++
		return client.Identify(id, sanitize.Attributes(r))
	})
	log.Printf("%d sent, %d skipped, %v", sent, skipped, err)
}
