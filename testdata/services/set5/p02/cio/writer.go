package cio

import (
	"context"

	customerio "github.com/customerio/go-customerio/v3"
)

type Writer struct{ client *customerio.CustomerIO }

func NewWriter(client *customerio.CustomerIO) *Writer { return &Writer{client} }

func (w *Writer) Write(ctx context.Context, member string, fields map[string]any) error {
	return w.client.IdentifyCtx(ctx, member, fields)
}
