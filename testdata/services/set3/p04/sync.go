// Command usersync copies changed users to Customer.io.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"log"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

func toMap(v any) (map[string]any, error) {
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	var m map[string]any
	return m, json.Unmarshal(b, &m)
}

type syncer struct {
	store *userStore
	cio   *customerio.CustomerIO
	last  time.Time
}

func (s *syncer) tick(ctx context.Context) error {
	began := time.Now()
	users, err := s.store.changedSince(ctx, s.last)
	if err != nil {
		return err
	}
	for _, u := range users {
		attrs, err := toMap(u)
		if err != nil {
			return err
		}
		delete(attrs, "created_at")
		attrs["created_at"] = u.CreatedAt.Unix()
		if err := s.cio.IdentifyCtx(ctx, u.ID, attrs); err != nil {
			return err
		}
	}
	s.last = began
	return nil
}

func main() {
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	s := &syncer{
		store: &userStore{db},
		cio:   customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")),
		last:  time.Now().Add(-24 * time.Hour),
	}
	for range time.Tick(time.Minute) {
		if err := s.tick(context.Background()); err != nil {
			log.Printf("sync: %v", err)
		}
	}
}
