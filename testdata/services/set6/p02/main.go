package main

import (
	"context"
	"encoding/json"
	"log/slog"
	"os"
	"time"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p02/messaging"
	"services/set6/p02/policy"
)

func main() {
	gw := &messaging.Gateway{
		Track: customerio.NewTrackClient(os.Getenv("SITE_ID"), os.Getenv("TRACK_KEY"), customerio.WithRegion(customerio.RegionEU)),
		Log:   slog.Default(),
	}
	job := policy.Renewer{Reminders: gw, Clock: time.Now}
	due, err := load(os.Args[1])
	if err != nil {
		slog.Error("load", "err", err)
		os.Exit(1)
	}
	if n := job.Run(context.Background(), due); n > 0 {
		slog.Error("reminders failed", "n", n)
		os.Exit(1)
	}
}

func load(name string) ([]policy.Renewal, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var due []policy.Renewal
	return due, json.Unmarshal(b, &due)
}
