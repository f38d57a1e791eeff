package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"services/set8/p04/port"
	"services/set8/p04/publish"
	"services/set8/p04/relay"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

type spool struct{ path string }

func (s spool) Poll(context.Context) ([]port.Entry, error) {
	b, err := os.ReadFile(s.path)
	if err != nil {
		return nil, err
	}
	var out []port.Entry
	return out, json.Unmarshal(b, &out)
}

func (s spool) Done(context.Context, int64) error { return nil }

func main() {
	client := customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))
	pub := publish.Clean(publish.Tracker{Client: client}, sanitize.New(sanitize.WithHashKey([]byte(os.Getenv("PII_HASH_KEY")))))
	if err := relay.New(spool{os.Args[1]}, pub).Drain(context.Background()); err != nil {
		log.Fatal(err)
	}
}
