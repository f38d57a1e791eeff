package outbox

import (
	"context"
	"encoding/json"
	"log/slog"
	"time"
)

type Row struct {
	Seq     int64
	Subject string
	Topic   string
	Payload []byte
}

type Source interface {
	Next(ctx context.Context, limit int) ([]Row, error)
	Ack(ctx context.Context, seq int64) error
}

type Publisher interface {
	Publish(ctx context.Context, subject, topic string, body map[string]any) error
}

type Relay struct {
	src  Source
	pubs map[string]Publisher
}

func NewRelay(src Source, pubs map[string]Publisher) *Relay {
	return &Relay{src: src, pubs: pubs}
}

func (r *Relay) Run(ctx context.Context) error {
	tick := time.NewTicker(2 * time.Second)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-tick.C:
		}
		rows, err := r.src.Next(ctx, 100)
		if err != nil {
			slog.Warn("outbox", "err", err)
			continue
		}
		for _, row := range rows {
			var body map[string]any
			if err := json.Unmarshal(row.Payload, &body); err != nil {
				continue
			}
			for name, p := range r.pubs {
				if err := p.Publish(ctx, row.Subject, row.Topic, body); err != nil {
					slog.Warn("publish", "publisher", name, "seq", row.Seq)
				}
			}
			_ = r.src.Ack(ctx, row.Seq)
		}
	}
}
