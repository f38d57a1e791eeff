package main

import (
	"context"
	"database/sql"
	"time"
)

type userRow struct {
	ID           string    `json:"-"`
	Email        string    `json:"email"`
	FirstName    string    `json:"first_name"`
	PasswordHash string    `json:"password_hash"`
	Locale       string    `json:"locale,omitempty"`
	CreatedAt    time.Time `json:"created_at"`
}

type userStore struct{ db *sql.DB }

func (s *userStore) changedSince(ctx context.Context, t time.Time) ([]userRow, error) {
	rows, err := s.db.QueryContext(ctx, `
		SELECT id, email, first_name, password_hash, locale, created_at
		FROM users WHERE updated_at > $1 ORDER BY updated_at`, t)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []userRow
	for rows.Next() {
		var u userRow
		if err := rows.Scan(&u.ID, &u.Email, &u.FirstName, &u.PasswordHash, &u.Locale, &u.CreatedAt); err != nil {
			return nil, err
		}
		all = append(all, u)
	}
	return all, rows.Err()
}
