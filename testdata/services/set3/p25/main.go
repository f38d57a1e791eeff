// Command clinicsync keeps reminders of a clinic up to date.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"slices"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p25/pipeline"
)

type visit struct {
	Person    string    `json:"person"`
	Diagnosis string    `json:"diagnosis"`
	Clinic    string    `json:"clinic"`
	Next      time.Time `json:"next"`
}

func reminder(v visit) map[string]any {
	out := map[string]any{"clinic": v.Clinic}
	if !v.Next.IsZero() {
		out["next_visit_at"] = v.Next.Unix()
		out["last_visit"] = map[string]any{
			"clinic":    v.Clinic,
			"diagnosis": v.Diagnosis,
		}
	}
	return out
}

func main() {
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	var visits []visit
	if err := json.NewDecoder(os.Stdin).Decode(&visits); err != nil {
		log.Fatal(err)
	}
	p := pipeline.Pipe[visit]{
		ID:   func(v visit) string { return v.Person },
		Map:  reminder,
		Keep: func(v visit) bool { return v.Next.After(time.Now()) },
		Send: client.IdentifyCtx,
	}
	if err := p.Run(context.Background(), slices.Values(visits)); err != nil {
		log.Fatal(err)
	}
}
