package sinks

import (
	"context"
	"sync/atomic"

	"services/set9/p16/delivery"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"
)

type Remote struct{ Client *customerio.CustomerIO }

func (r *Remote) Send(ctx context.Context, recipient string, fields map[string]any) error {
	return r.Client.TrackCtx(ctx, recipient, "out_for_delivery", fields)
}

type Clean struct{ delivery.Sink }

func (c Clean) Send(ctx context.Context, recipient string, fields map[string]any) error {
	return c.Sink.Send(ctx, recipient, sanitize.Attributes(fields))
}

type Counted struct {
	delivery.Sink
	N atomic.Int64
}

func (c *Counted) Send(ctx context.Context, recipient string, fields map[string]any) error {
	c.N.Add(1)
	return c.Sink.Send(ctx, recipient, fields)
}
