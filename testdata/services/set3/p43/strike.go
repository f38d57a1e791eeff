// Command strike tells staff about a strike.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"log"
	"os"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

type person struct {
	ID    string `json:"id"`
	Phone string `json:"phone"`
	Site  string `json:"site"`
	Shift int    `json:"shift"`
}

// abroad: who has a foreign number is told by the local team.
func (p person) abroad() bool {
	return p.Phone != "" && !strings.HasPrefix(p.Phone, "+49")
}

type plan struct {
	recipients customerio.BroadcastRecipients
	skipped    int
}

func prepare(staff []person, site string) plan {
	var pl plan
	for _, p := range staff {
		switch {
		case p.Site != site:
		case p.abroad():
			pl.skipped++
		default:
			pl.recipients.PerUserData = append(pl.recipients.PerUserData, map[string]any{
				"id":   p.ID,
				"data": map[string]any{"shift": p.Shift, "site": p.Site},
			})
		}
	}
	return pl
}

func main() {
	site := flag.String("site", "HAM", "which site")
	line := flag.String("line", "S1", "which line does not run")
	flag.Parse()
	var staff []person
	if err := json.NewDecoder(os.Stdin).Decode(&staff); err != nil {
		log.Fatal(err)
	}
	pl := prepare(staff, *site)
	api := customerio.NewAPIClient(os.Getenv("CIO_APP_KEY"), customerio.WithRegion(customerio.RegionEU))
	_, err := api.TriggerBroadcast(context.Background(), 12,
		map[string]any{"line": *line, "people": len(pl.recipients.PerUserData)},
		pl.recipients, customerio.BroadcastOptions{})
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("%d are told by others", pl.skipped)
}
