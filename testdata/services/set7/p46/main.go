// Command p46 announces an episode.
package main

import (
	"context"
	"log"
	"os"
	"time"

	"github.com/ciolint/ciolint/runtime/credential"

	"services/set7/p46/clients"
	"services/set7/p46/episodes"
)

func main() {
	ctx := context.Background()
	track, err := clients.Open(ctx, credential.File("/run/secrets/customerio.json"))
	if err != nil {
		log.Fatal(err)
	}
	defer track.Close()
	e := episodes.Episode{Show: os.Args[1], Title: os.Args[2], Length: 42 * time.Minute}
	if err := episodes.Announce(ctx, track, e, os.Args[3:]); err != nil {
		log.Print(err)
	}
}
