// Command checkin invites guests of a hotel to check in online.
package main

import (
	"context"
	"encoding/csv"
	"io"
	"log"
	"os"
	"strconv"

	"github.com/customerio/go-customerio/v3"
)

type guest struct {
	id             string
	nights         int
	passportNumber string
}

func read(r io.Reader) ([]guest, error) {
	lines, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, err
	}
	var out []guest
	for _, l := range lines {
		n, err := strconv.Atoi(l[1])
		if err != nil {
			return nil, err
		}
		out = append(out, guest{id: l[0], nights: n, passportNumber: l[2]})
	}
	return out, nil
}

type summary struct {
	withDocument int
	ids          []string
	rows         []map[string]any
}

func (s *summary) add(g guest) {
	if g.passportNumber != "" {
		s.withDocument++
	}
	s.ids = append(s.ids, g.id)
	s.rows = append(s.rows, map[string]any{
		"id":   g.id,
		"data": map[string]any{"nights": g.nights, "document_on_file": g.passportNumber != ""},
	})
}

func main() {
	guests, err := read(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	var s summary
	for _, g := range guests {
		s.add(g)
	}
	api := customerio.NewAPIClient(os.Getenv("CIO_APP_KEY"))
	data := map[string]any{"guests": len(s.ids), "complete": s.withDocument == len(s.ids)}
	resp, err := api.TriggerBroadcast(context.Background(), 12, data, customerio.BroadcastRecipients{PerUserData: s.rows}, customerio.BroadcastOptions{})
	if err != nil {
		log.Fatal(err)
	}
	log.Println("broadcast", resp.ID)
}
