package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set9/p16/delivery"
	"services/set9/p16/sinks"

	customerio "github.com/customerio/go-customerio/v3"
)

func main() {
	remote := &sinks.Remote{Client: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	counted := &sinks.Counted{Sink: sinks.Clean{Sink: remote}}
	var d delivery.Dispatcher
	d.SetSink(counted)
	var stops []delivery.Stop
	if err := json.NewDecoder(os.Stdin).Decode(&stops); err != nil {
		log.Fatal(err)
	}
	for _, s := range stops {
		if err := d.OutForDelivery(context.Background(), s); err != nil {
			log.Println(s.ParcelID, err)
		}
	}
	log.Println(counted.N.Load(), "sent")
}
