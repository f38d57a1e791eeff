package main

import (
	"context"
	"log"
	"os"

	"services/set8/p35/command"
	"services/set8/p35/handlers"
	"services/set8/p35/readside"

	"github.com/customerio/go-customerio/v3"
)

func dispatch[C any](ctx context.Context, h command.Handler[C], c C) {
	if err := h.Handle(ctx, c); err != nil {
		log.Print(err)
	}
}

func main() {
	h := new(handlers.Schedule)
	h.SetProjections(readside.NewCIO(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))))
	dispatch(context.Background(), h, command.ScheduleDelivery{CustomerID: "c1", StreetAddress: os.Args[1], Window: "am"})
}
