// Package outbox relays rows that the shipment service wrote in its transactions.
package outbox

import (
	"context"
	"database/sql"
	"encoding/json"
	"time"
)

// Message is a row of the outbox.
type Message struct {
	ID      int64
	Topic   string
	Subject string
	Payload json.RawMessage
}

// Store reads and acknowledges rows.
type Store struct{ DB *sql.DB }

// Next reads up to n rows.
func (s Store) Next(ctx context.Context, n int) ([]Message, error) {
	rows, err := s.DB.QueryContext(ctx, `select id, topic, subject, payload from outbox where sent_at is null order by id limit $1`, n)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Message
	for rows.Next() {
		var m Message
		if err := rows.Scan(&m.ID, &m.Topic, &m.Subject, &m.Payload); err != nil {
			return nil, err
		}
		out = append(out, m)
	}
	return out, rows.Err()
}

// Ack marks a row as sent.
func (s Store) Ack(ctx context.Context, id int64) error {
	_, err := s.DB.ExecContext(ctx, `update outbox set sent_at = $1 where id = $2`, time.Now(), id)
	return err
}
