package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p14/meter"
	"services/set6/p14/sinks"
)

func main() {
	audit, err := os.OpenFile("/var/lib/meter/audit.jsonl", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		log.Fatal(err)
	}
	defer audit.Close()
	track := sinks.Track{Client: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	p := meter.NewProcessor(
		sinks.File{Enc: json.NewEncoder(audit)},
		sinks.Private(sinks.WithRetry(track, 3)),
	)
	dec := json.NewDecoder(os.Stdin)
	for {
		var r meter.Reading
		if err := dec.Decode(&r); err != nil {
			break
		}
		if err := p.Process(context.Background(), r); err != nil {
			log.Println(err)
		}
	}
}
