// Command employees-backfill loads the export of the HR system into the
// workspace for internal communication.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

var (
	dry  = flag.Bool("n", false, "only count")
	file = flag.String("file", "employees.ndjson", "export of the HR system")
	rate = flag.Duration("every", 20*time.Millisecond, "pause between calls")
)

type sink func(id string, record map[string]any) error

func load(r io.Reader, put sink) (n int, err error) {
	dec := json.NewDecoder(r)
	for {
		var record map[string]any
		switch err := dec.Decode(&record); {
		case errors.Is(err, io.EOF):
			return n, nil
		case err != nil:
			return n, fmt.Errorf("record %d: %w", n+1, err)
		}
		id, ok := record["employee_id"].(string)
		if !ok {
			log.Printf("record %d has no employee_id", n+1)
			continue
		}
		delete(record, "employee_id")
		if err := put(id, record); err != nil {
			return n, err
		}
		n++
	}
}

func main() {
	flag.Parse()
	f, err := os.Open(*file)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()

	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	put := func(id string, record map[string]any) error {
		if *dry {
			return nil
		}
		time.Sleep(*rate)
		return cio.Identify(id, record)
	}
	n, err := load(f, put)
	fmt.Println(n, "employees")
	if err != nil {
		log.Fatal(err)
	}
}
