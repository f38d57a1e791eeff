// Package guardians reads guardians from the school's register.
package guardians

import (
	"context"
	"database/sql"
	"iter"
)

// Guardian is a parent or legal guardian.
type Guardian struct {
	ID       int64
	Mobile   string
	Children int
	Language string
}

// Key is how the notification systems know a guardian.
func (g Guardian) Key() string { return g.Mobile }

// All walks over the register.
func All(ctx context.Context, db *sql.DB) iter.Seq2[Guardian, error] {
	return func(yield func(Guardian, error) bool) {
		rows, err := db.QueryContext(ctx, `select id, mobile, children, language from guardian`)
		if err != nil {
			yield(Guardian{}, err)
			return
		}
		defer rows.Close()
		for rows.Next() {
			var g Guardian
			err := rows.Scan(&g.ID, &g.Mobile, &g.Children, &g.Language)
			if !yield(g, err) {
				return
			}
		}
	}
}
