package sinks

import (
	"context"
	"encoding/json"
	"time"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
	"services/set6/p14/meter"
)

type Track struct{ Client *customerio.CustomerIO }

func (t Track) Emit(ctx context.Context, subject, name string, data map[string]any) error {
	return t.Client.TrackCtx(ctx, subject, name, data)
}

type retrying struct {
	meter.Sink
	attempts int
}

func WithRetry(s meter.Sink, attempts int) meter.Sink { return retrying{s, attempts} }

func (r retrying) Emit(ctx context.Context, subject, name string, data map[string]any) (err error) {
	for i := 0; i < r.attempts; i++ {
		if err = r.Sink.Emit(ctx, subject, name, data); err == nil {
			return nil
		}
		time.Sleep(time.Duration(i) * 100 * time.Millisecond)
	}
	return err
}

type private struct{ next meter.Sink }

// Private keeps what is nobody's business from the sinks behind it.
func Private(next meter.Sink) meter.Sink { return private{next} }

func (p private) Emit(ctx context.Context, subject, name string, data map[string]any) error {
	return p.next.Emit(ctx, subject, name, sanitize.Attributes(data))
}

// File keeps the readings for the auditor.
type File struct{ Enc *json.Encoder }

func (f File) Emit(_ context.Context, subject, name string, data map[string]any) error {
	return f.Enc.Encode(map[string]any{"subject": subject, "name": name, "data": data})
}
