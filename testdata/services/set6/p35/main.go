// Command gala invites the guests of an evening by a broadcast.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/customerio/go-customerio/v3"
)

type guest struct {
	ID       string `json:"id"`
	Name     string `json:"name"`
	Mobile   string `json:"mobile"`
	Table    int    `json:"table"`
	Declined bool   `json:"declined"`
}

func (g guest) row() map[string]any {
	return map[string]any{
		"id": g.ID,
		"data": map[string]any{
			"name":         g.Name,
			"table":        g.Table,
			"mobile_phone": g.Mobile,
		},
	}
}

func invite(ctx context.Context, api *customerio.APIClient, broadcast int, guests []guest) error {
	rows := make([]map[string]any, 0, len(guests))
	for _, g := range guests {
		if !g.Declined {
			rows = append(rows, g.row())
		}
	}
	if len(rows) == 0 {
		return errors.New("nobody to invite")
	}
	ignore := true
	resp, err := api.TriggerBroadcast(ctx, broadcast,
		map[string]any{"evening": "gala"},
		customerio.BroadcastRecipients{PerUserData: rows},
		customerio.BroadcastOptions{IDIgnoreMissing: &ignore},
	)
	if err != nil {
		return fmt.Errorf("broadcast %d: %w", broadcast, err)
	}
	log.Println("started", resp.ID)
	return nil
}

func main() {
	id := flag.Int("broadcast", 0, "its number")
	flag.Parse()
	b, err := os.ReadFile(flag.Arg(0))
	if err != nil {
		log.Fatal(err)
	}
	var guests []guest
	if err := json.Unmarshal(b, &guests); err != nil {
		log.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	if err := invite(ctx, customerio.NewAPIClient(os.Getenv("CIO_APP_KEY")), *id, guests); err != nil {
		log.Fatal(err)
	}
}
