// Command backfill brings the subscribers of the old newsletter tool over.
package main

import (
	"encoding/json"
	"flag"
	"log"
	"os"
	"strings"
	"sync"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

type record struct {
	UID       string          `json:"uid"`
	FirstName string          `json:"first_name"`
	Mail      string          `json:"mail"`
	Tel       string          `json:"tel"`
	PWHash    string          `json:"password_hash"`
	Lists     []string        `json:"lists"`
	Raw       json.RawMessage `json:"raw"`
}

type job struct {
	id    string
	attrs map[string]any
}

func convert(rec record) job {
	attrs := map[string]any{
		"email":      strings.ToLower(rec.Mail),
		"first_name": rec.FirstName,
		"lists":      rec.Lists,
	}
	if rec.Tel != "" {
		attrs["phone"] = rec.Tel
	}
	return job{id: rec.UID, attrs: sanitize.Attributes(attrs)}
}

func main() {
	workers := flag.Int("workers", 4, "")
	flag.Parse()
	cio := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	jobs := make(chan job)
	var wg sync.WaitGroup
	for range *workers {
		wg.Go(func() {
			for j := range jobs {
				if err := cio.Identify(j.id, j.attrs); err != nil {
					log.Printf("%s: %v", j.id, err)
				}
			}
		})
	}
	dec := json.NewDecoder(os.Stdin)
	for dec.More() {
		var rec record
		if err := dec.Decode(&rec); err != nil {
			log.Print(err)
			break
		}
		jobs <- convert(rec)
	}
	close(jobs)
	wg.Wait()
}
