package messenger

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

type Messenger struct{ track *customerio.CustomerIO }

type Option func(*Messenger)

func Using(c *customerio.CustomerIO) Option { return func(m *Messenger) { m.track = c } }

func New(opts ...Option) *Messenger {
	m := &Messenger{}
	for _, o := range opts {
		o(m)
	}
	return m
}

func (m *Messenger) Tell(ctx context.Context, clientID, news string, fields map[string]any) error {
	if m.track == nil {
		return nil
	}
	return m.track.TrackCtx(ctx, clientID, news, fields)
}
