// Command deskd tells Customer.io about new tickets.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"
	"strconv"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p03/desk"
	"services/set3/p03/model"
)

type notifier struct {
	cio *customerio.CustomerIO
}

func (n notifier) opened(ctx context.Context, t model.Ticket) error {
	data := map[string]any{
		"ticket":  t.Number,
		"summary": desk.Summary(t),
		"urgent":  desk.Urgent(t),
		"opened":  t.Opened.Unix(),
	}
	id := "desk-" + strconv.Itoa(t.Number)
	return n.cio.TrackCtx(ctx, t.Reporter.Ref, "ticket_opened", sanitize.Attributes(data), customerio.WithEventID(id))
}

func main() {
	n := notifier{customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	for dec := json.NewDecoder(os.Stdin); dec.More(); {
		var t model.Ticket
		if err := dec.Decode(&t); err != nil {
			log.Fatal(err)
		}
		if t.Reporter == nil {
			continue
		}
		if err := n.opened(context.Background(), t); err != nil {
			log.Print(err)
		}
	}
}
