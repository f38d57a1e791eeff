package notify

import (
	"context"
	"log/slog"

	customerio "github.com/customerio/go-customerio/v3"
)

type CIO customerio.CustomerIO

func (c *CIO) Notify(ctx context.Context, guardianID, event string, data map[string]any) error {
	return (*customerio.CustomerIO)(c).TrackCtx(ctx, guardianID, event, data)
}

type Log struct{}

func (Log) Notify(_ context.Context, guardianID, event string, _ map[string]any) error {
	slog.Info(event, "guardian", guardianID)
	return nil
}
