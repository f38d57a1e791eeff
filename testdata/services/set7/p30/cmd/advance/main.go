// Command advance moves mortgage files on.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p30/mortgage"
)

type announcer interface {
	TrackCtx(ctx context.Context, id, event string, data map[string]any, opts ...customerio.TrackOption) error
}

func advance(ctx context.Context, a announcer, f *mortgage.File) error {
	if err := f.Advance(); err != nil {
		return fmt.Errorf("%s: %w", f.ClientID, err)
	}
	return a.TrackCtx(ctx, f.ClientID, f.Event(), map[string]any{
		"years":     f.Years,
		"principal": f.Principal,
		"monthly":   f.Monthly(),
		"complete":  f.State == mortgage.Signed,
	}, customerio.WithEventType(customerio.TrackTypeEvent))
}

func main() {
	path := flag.String("file", "file.json", "the mortgage file")
	flag.Parse()
	b, err := os.ReadFile(*path)
	if err == nil {
		var f mortgage.File
		if err = json.Unmarshal(b, &f); err == nil {
			cio := customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
			err = advance(context.Background(), cio, &f)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
