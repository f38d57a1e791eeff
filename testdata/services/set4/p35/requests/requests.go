package requests

import (
	"context"
	"database/sql"
	"iter"
)

type Table struct{ DB *sql.DB }

// Pending yields the ids of people who want to be forgotten.
func (t Table) Pending(ctx context.Context) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		rows, err := t.DB.QueryContext(ctx, `SELECT subject FROM dsr WHERE kind = 'erasure' AND state = 'open'`)
		if err != nil {
			yield("", err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			var id string
			if err := rows.Scan(&id); !yield(id, err) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield("", err)
		}
	}
}
