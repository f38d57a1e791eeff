package worker

import (
	"context"
	"log/slog"

	"services/set4/p36/entity"
)

type Message struct {
	UserID string
	Ack    func()
	Nack   func()
}

// Consume handles the queue user.deleted.
func Consume(ctx context.Context, in <-chan Message, c *entity.Client) {
	for {
		select {
		case <-ctx.Done():
			return
		case m, ok := <-in:
			if !ok {
				return
			}
			if err := c.DeletePerson(ctx, m.UserID); err != nil {
				slog.Error("delete", "err", err)
				m.Nack()
				continue
			}
			if err := c.SuppressPerson(ctx, m.UserID); err != nil {
				slog.Error("suppress", "err", err)
			}
			m.Ack()
		}
	}
}
