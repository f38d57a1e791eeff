package analytics

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

// Hit is one event of a visitor.
type Hit struct {
	Visitor   string
	Name      string
	IPAddress string
	UserAgent string
	Props     map[string]any
}

// Stage changes a hit before it is sent.
type Stage func(Hit) Hit

type Pipeline struct {
	stages []Stage
	client *customerio.CustomerIO
}

func New(client *customerio.CustomerIO) *Pipeline { return &Pipeline{client: client} }

// Use appends stages.
func (p *Pipeline) Use(s ...Stage) *Pipeline {
	p.stages = append(p.stages, s...)
	return p
}

func (p *Pipeline) Send(ctx context.Context, h Hit) error {
	for _, s := range p.stages {
		h = s(h)
	}
	return p.client.TrackAnonymousCtx(ctx, h.Visitor, h.Name, h.Props)
}
