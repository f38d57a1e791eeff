package newsletter

import (
	"context"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

type profile struct {
	attrs map[string]any
}

// Detail is something that a subscriber told about herself.
type Detail func(*profile)

func WithTopics(topics ...string) Detail {
	return func(p *profile) { p.attrs["topics"] = strings.Join(topics, ",") }
}

func WithCell(cell string) Detail {
	return func(p *profile) {
		cell = strings.NewReplacer(" ", "", "-", "").Replace(cell)
		p.attrs["mobile_phone"] = cell
	}
}

func WithLanguage(code string) Detail {
	return func(p *profile) { p.attrs["language"] = code }
}

type List struct{ cio *customerio.CustomerIO }

func NewList(cio *customerio.CustomerIO) *List { return &List{cio} }

func (l *List) Join(ctx context.Context, email string, details ...Detail) error {
	p := profile{attrs: map[string]any{"email": email, "subscribed": true}}
	for _, d := range details {
		d(&p)
	}
	return l.cio.IdentifyCtx(ctx, email, p.attrs)
}
