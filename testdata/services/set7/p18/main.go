// Command p18 syncs the HR system to the engagement workspace.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"strconv"

	customerio "github.com/customerio/go-customerio/v3"
)

// The HR system exports one JSON object of text fields a line.
type record map[string]string

var exported = [...]string{"department", "job_title", "office", "start_date", "contract_type"}

func (r record) public() map[string]any {
	out := make(map[string]any, len(exported)+1)
	for _, k := range exported {
		if v, ok := r[k]; ok {
			out[k] = v
		}
	}
	if n, err := strconv.Atoi(r["reports"]); err == nil {
		out["is_manager"] = n > 0
	}
	return out
}

type syncer struct {
	client *customerio.CustomerIO
	done   int
}

func (s *syncer) each(ctx context.Context, r record) error {
	id := r["employee_id"]
	if id == "" {
		return fmt.Errorf("record %d has no employee_id", s.done+1)
	}
	if r["bank_account"] == "" {
		log.Printf("%s has no bank account on file", id)
	}
	if err := s.client.IdentifyCtx(ctx, id, r.public()); err != nil {
		return err
	}
	s.done++
	return nil
}

func read(in io.Reader, f func(record) error) error {
	sc := bufio.NewScanner(in)
	for sc.Scan() {
		r := record{}
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			return err
		}
		if err := f(r); err != nil {
			return err
		}
	}
	return sc.Err()
}

func main() {
	s := &syncer{client: customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))}
	ctx := context.Background()
	if err := read(os.Stdin, func(r record) error { return s.each(ctx, r) }); err != nil {
		log.Fatal(err)
	}
	log.Println(s.done, "synced")
}
