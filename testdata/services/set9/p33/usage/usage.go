package usage

import (
	"context"

	"services/set9/p33/session"

	customerio "github.com/customerio/go-customerio/v3"
)

type Recorder struct{ c *customerio.CustomerIO }

func NewRecorder(c *customerio.CustomerIO) *Recorder { return &Recorder{c: c} }

func (r *Recorder) Feature(ctx context.Context, feature string) error {
	s, ok := session.From(ctx)
	if !ok {
		return nil
	}
	props := map[string]any{
		"feature":   feature,
		"workspace": s.Workspace,
	}
	// lets support find the request in the gateway's log
	props["correlation"] = s.AccessToken
	return r.c.TrackCtx(ctx, s.UserID, "feature_used", props)
}
