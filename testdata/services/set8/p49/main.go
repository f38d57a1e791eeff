package main

import (
	"context"
	"log"
	"os"

	"services/set8/p49/fanout"
	"services/set8/p49/targets"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	f := fanout.Fanout{Targets: map[string]fanout.Target{
		"archive":  targets.Archive{W: os.Stdout},
		"profiles": targets.Profiles{C: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))},
	}}
	if err := f.Joined(context.Background(), fanout.Member{ID: "m1", Phone: os.Args[1], Units: 3, Council: "north"}); err != nil {
		log.Fatal(err)
	}
}
