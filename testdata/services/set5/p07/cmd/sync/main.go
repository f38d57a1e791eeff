package main

import (
	"context"
	"log"
	"os"
	"sync"

	"services/set5/p07/config"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	cfg, err := config.Load()
	if err != nil {
		log.Fatal(err)
	}
	client := customerio.NewTrackClient(cfg.SiteID, cfg.APIKey)
	ids := make(chan string)
	var wg sync.WaitGroup
	for range cfg.Workers {
		wg.Go(func() {
			for id := range ids {
				ctx, cancel := context.WithTimeout(context.Background(), cfg.Timeout)
				if err := client.IdentifyCtx(ctx, id, map[string]any{"migrated": true}); err != nil {
					log.Print(err)
				}
				cancel()
			}
		})
	}
	for _, id := range os.Args[1:] {
		ids <- id
	}
	close(ids)
	wg.Wait()
}
