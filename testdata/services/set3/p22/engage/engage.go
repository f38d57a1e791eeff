// Package engage tells Customer.io about calls.
package engage

import (
	"context"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p22/telephony"
)

// Calls reports calls.
type Calls struct {
	client *customerio.CustomerIO
	prefix string
}

// New returns a reporter.
func New(client *customerio.CustomerIO, prefix string) *Calls {
	return &Calls{client: client, prefix: prefix}
}

// Finished reports one call.
func (c *Calls) Finished(ctx context.Context, call telephony.Call) error {
	name := "call_missed"
	if call.Answered {
		name = "call_answered"
	}
	who := call.Caller()
	return c.client.TrackCtx(ctx, who,
		c.prefix+name,
		sanitize.Attributes(map[string]any{
			"queue":        call.Queue,
			"wait_seconds": int(call.Waited.Seconds()),
		}))
}
