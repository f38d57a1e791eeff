package main

import (
	"context"
	"log"
	"os"
	"time"

	"services/set8/p01/cio"
	"services/set8/p01/projection"
	"services/set8/p01/workspace"

	"github.com/customerio/go-customerio/v3"
)

func main() {
	track := customerio.NewTrackClient(os.Getenv("CIO_SITE"), os.Getenv("CIO_KEY"))
	proj := projection.New(cio.Profiles{Track: track})
	ws := workspace.Open("ws_1", "team", workspace.Owner{Name: os.Args[1], NationalID: os.Args[2]}, time.Now())
	ws.Resize(12)
	for _, e := range ws.Flush() {
		if err := proj.Apply(context.Background(), e); err != nil {
			log.Println(err)
		}
	}
}
