// Command p16 reports a purchase.
package main

import (
	"context"
	"log"
	"os"

	customerio "github.com/customerio/go-customerio/v3"

	"services/set7/p16/device"
	"services/set7/p16/pipeline"
)

func currency(code string) pipeline.Step {
	return pipeline.StepFunc(func(e *pipeline.Event) {
		if _, set := e.Props["currency"]; !set {
			e.Props["currency"] = code
		}
	})
}

func main() {
	cio := customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
	p := pipeline.New(
		func(ctx context.Context, player, name string, props map[string]any) error {
			return cio.TrackCtx(ctx, player, name, props)
		},
		currency("USD"),
		device.Info{Model: os.Getenv("MODEL"), IDFA: os.Getenv("IDFA"), OS: "ios"},
	)
	err := p.Push(context.Background(), pipeline.Event{Player: os.Args[1], Name: "gems_bought", Props: map[string]any{"gems": 500}})
	if err != nil {
		log.Fatal(err)
	}
}
