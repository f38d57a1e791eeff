package activity

import (
	"context"
	"errors"

	"services/set9/p34/reqctx"

	customerio "github.com/customerio/go-customerio/v3"
)

type Log struct {
	send func(ctx context.Context, id, name string, data map[string]any, opts ...customerio.TrackOption) error
}

func NewLog(c *customerio.CustomerIO) Log { return Log{send: c.TrackCtx} }

var errNobody = errors.New("activity: no principal")

func (l Log) ReportOpened(ctx context.Context, pages int) error {
	p := reqctx.PrincipalOf(ctx)
	if p == nil {
		return errNobody
	}
	return l.send(ctx, p.UserID, "report_opened", map[string]any{
		"tenant":     p.Tenant,
		"plan":       p.Plan,
		"pages":      pages,
		"request_id": reqctx.RequestOf(ctx),
	}, customerio.WithEventID(reqctx.RequestOf(ctx)))
}
