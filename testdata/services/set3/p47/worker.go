// Package main forwards product events from a queue.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"log"
	"os"
	"os/signal"
	"sync"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

type envelope struct {
	UserID     string          `json:"user_id"`
	Name       string          `json:"name"`
	At         time.Time       `json:"at"`
	Properties json.RawMessage `json:"properties"`
}

type forwarder struct {
	cio  *customerio.CustomerIO
	jobs chan envelope
	wg   sync.WaitGroup
}

func (f *forwarder) start(ctx context.Context, n int) {
	for range n {
		f.wg.Go(func() {
			for e := range f.jobs {
				if err := f.forward(ctx, e); err != nil {
					log.Printf("forward %s: %v", e.Name, err)
				}
			}
		})
	}
}

func (f *forwarder) forward(ctx context.Context, e envelope) error {
	props := map[string]any{}
	if len(e.Properties) > 0 {
		if err := json.Unmarshal(e.Properties, &props); err != nil {
			return err
		}
	}
	props["source"] = "product"
	return f.cio.TrackCtx(ctx, e.UserID, e.Name, props, customerio.WithEventTimestamp(e.At))
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	f := &forwarder{
		cio:  customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")),
		jobs: make(chan envelope, 64),
	}
	f.start(ctx, 4)

	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		var e envelope
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			log.Printf("skip: %v", err)
			continue
		}
		f.jobs <- e
	}
	close(f.jobs)
	f.wg.Wait()
}
