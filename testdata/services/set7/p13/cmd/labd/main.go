// Command labd is the laboratory's daemon.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p13/lab"
	"services/set7/p13/outbox"
)

type order struct {
	Account, Number string
	Values          map[string]float64
}

func main() {
	track := customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
	var box outbox.Outbox[lab.ResultReady]
	go func() {
		dec := json.NewDecoder(os.Stdin)
		for {
			var o order
			if err := dec.Decode(&o); err != nil {
				return
			}
			box.Put(lab.Analyse(o.Account, o.Number, o.Values))
		}
	}()
	for range time.Tick(time.Second) {
		err := box.Flush(context.Background(), func(ctx context.Context, subject, typ string, fields map[string]any) error {
			return track.TrackCtx(ctx, subject, typ, fields)
		})
		if err != nil {
			log.Print(err)
		}
	}
}
