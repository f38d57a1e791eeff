package store

import (
	"context"
	"database/sql"

	"services/set9/p03/outbox"
)

type PG struct{ DB *sql.DB }

func (p PG) Next(ctx context.Context, limit int) ([]outbox.Row, error) {
	rows, err := p.DB.QueryContext(ctx, `select seq, consignee_id, topic, payload from outbox order by seq limit $1`, limit)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []outbox.Row
	for rows.Next() {
		var r outbox.Row
		if err := rows.Scan(&r.Seq, &r.Subject, &r.Topic, &r.Payload); err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, rows.Err()
}

func (p PG) Ack(ctx context.Context, seq int64) error {
	_, err := p.DB.ExecContext(ctx, `delete from outbox where seq = $1`, seq)
	return err
}
