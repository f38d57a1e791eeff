package crm

import (
	"context"
	"strings"

	"services/set4/p05/bus"

	customerio "github.com/customerio/go-customerio/v3"
)

// Forward returns a handler that records the message on the person.
func Forward(c *customerio.CustomerIO, topic string) bus.Handler {
	event := strings.ReplaceAll(topic, ".", "_")
	return func(ctx context.Context, subject string, data map[string]any) error {
		return c.TrackCtx(ctx, subject, event, data)
	}
}
