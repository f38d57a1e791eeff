package main

import (
	"context"
	"log"
	"os"
	"time"

	"services/set6/p40/outage"
	"services/set6/p40/platform"
)

func main() {
	ctx := context.Background()
	clients, err := platform.Dial(ctx, "/run/secrets", platform.Production)
	if err != nil {
		log.Fatal(err)
	}
	o := outage.Outage{ID: os.Args[1], Grid: os.Args[2], Affected: os.Args[3:], Until: time.Now().Add(2 * time.Hour)}
	n := outage.NewNotice(clients.App).Send(ctx, o)
	for _, id := range o.Affected {
		if err := clients.Track.TrackCtx(ctx, id, "outage_announced", map[string]any{"grid": o.Grid}); err != nil {
			log.Println(err)
		}
	}
	log.Printf("%d of %d", n, len(o.Affected))
}
