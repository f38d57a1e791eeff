// Command gdpr-nightly erases those who asked for it during the day.
package main

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"os"
	"time"

	"services/set4/p32/forget"

	customerio "github.com/customerio/go-customerio/v3"
)

type requests struct{ db *sql.DB }

func (q requests) pending(ctx context.Context) (ids []string, err error) {
	rows, err := q.db.QueryContext(ctx, "select person_id from erasure_requests where done_at is null order by asked_at")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

func (q requests) done(ctx context.Context, id string) error {
	_, err := q.db.ExecContext(ctx, "update erasure_requests set done_at = $1 where person_id = $2", time.Now(), id)
	return err
}

func run(ctx context.Context, q requests, v *forget.Vendor) error {
	ids, err := q.pending(ctx)
	if err != nil {
		return err
	}
	for i, id := range ids {
		if err := v.Person(ctx, id); err != nil {
			return fmt.Errorf("request %d of %d: %w", i+1, len(ids), err)
		}
		if err := q.done(ctx, id); err != nil {
			log.Printf("request %d is done but not marked: %v", i+1, err)
		}
	}
	return nil
}

func main() {
	db, err := sql.Open("mysql", os.Getenv("DSN"))
	if err != nil {
		log.Fatal(err)
	}
	site, key := os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")
	v := &forget.Vendor{Site: site, Key: key, Client: customerio.NewTrackClient(site, key)}
	if err := run(context.Background(), requests{db}, v); err != nil {
		log.Fatal(err)
	}
}
