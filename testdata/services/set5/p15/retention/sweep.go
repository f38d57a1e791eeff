package retention

import (
	"context"
	"database/sql"
	"fmt"
)

// Forgetter forgets one person.
type Forgetter interface {
	Forget(ctx context.Context, id string) error
}

type Sweep struct {
	db *sql.DB
	f  Forgetter
}

func NewSweep(db *sql.DB, f Forgetter) *Sweep { return &Sweep{db: db, f: f} }

// Run forgets everybody who asked for it.
func (s *Sweep) Run(ctx context.Context) error {
	rows, err := s.db.QueryContext(ctx, `SELECT user_id FROM erasure_requests WHERE done_at IS NULL`)
	if err != nil {
		return err
	}
	var ids []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			rows.Close()
			return err
		}
		ids = append(ids, id)
	}
	if err := rows.Close(); err != nil {
		return err
	}
	for i, id := range ids {
		if err := s.f.Forget(ctx, id); err != nil {
			return fmt.Errorf("request %d of %d: %w", i+1, len(ids), err)
		}
		if _, err := s.db.ExecContext(ctx, `UPDATE erasure_requests SET done_at = now() WHERE user_id = $1`, id); err != nil {
			fmt.Println("could not mark a request as done:", err)
		}
	}
	return nil
}
