package main

import (
	"context"
	"fmt"
	"os"

	"services/set4/p49/hosts"
	"services/set4/p49/privacy"

	customerio "github.com/customerio/go-customerio/v3"
)

type mapper interface{ Map() map[string]any }

type wrapper struct{ cio *customerio.CustomerIO }

func (w wrapper) identify(ctx context.Context, id string, m mapper) error {
	return w.cio.IdentifyCtx(ctx, id, privacy.Filter(m.Map()))
}

func (w wrapper) track(ctx context.Context, id, event string, props map[string]any) error {
	props = privacy.Filter(props)
	return w.cio.TrackCtx(ctx, id, event, props)
}

func main() {
	w := wrapper{customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	ctx := context.Background()
	h := hosts.Host{ID: os.Args[1], Locale: "pt", Rating: 5, TaxNumber: os.Getenv("TAX_NUMBER")}
	fmt.Println(w.identify(ctx, h.ID, h))
	fmt.Println(w.track(ctx, h.ID, "listing_published", map[string]any{"listing_id": os.Args[2], "street_address": h.StreetAddress}))
}
