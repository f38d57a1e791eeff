package main

import (
	"context"
	"log"
	"net/http"
	"os"

	"services/set5/p42/beacon"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type tracker struct {
	*customerio.CustomerIO
	s *sanitize.Sanitizer
}

// Track hides the method of the SDK's client.
func (t tracker) Track(ctx context.Context, who, what string, with map[string]any) error {
	return t.TrackCtx(ctx, who, what, t.s.Attributes(with))
}

func main() {
	t := tracker{
		CustomerIO: customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")),
		s:          sanitize.New(sanitize.WithHashKey([]byte(os.Getenv("PII_KEY")))),
	}
	http.Handle("POST /members/{member}/beacon", beacon.New(t, "network", "browser", "clock"))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
