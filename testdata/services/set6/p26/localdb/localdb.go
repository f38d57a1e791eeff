package localdb

import (
	"context"
)

type Users struct{ rows map[string]struct{} }

func Open(ids ...string) *Users {
	u := &Users{rows: map[string]struct{}{}}
	for _, id := range ids {
		u.rows[id] = struct{}{}
	}
	return u
}

func (u *Users) Erase(_ context.Context, id string) error {
	delete(u.rows, id)
	return nil
}
