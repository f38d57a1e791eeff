package segment

import (
	"context"

	"github.com/customerio/go-customerio/v3"
)

type Writer struct {
	client *customerio.CustomerIO
	city   string
}

func NewWriter(client *customerio.CustomerIO, city string) *Writer {
	return &Writer{client: client, city: city}
}

func (w *Writer) Write(ctx context.Context, id string, fields map[string]any) error {
	fields["city"] = w.city
	return w.client.IdentifyCtx(ctx, id, fields)
}
