package main

import (
	"context"
	"database/sql"
	"errors"
	"log"
	"os"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

// retention removes residents whose permits ended more than two years ago; cron runs it nightly.
type retention struct {
	db  *sql.DB
	cio *customerio.CustomerIO
}

func (j retention) expired(ctx context.Context) ([]string, error) {
	rows, err := j.db.QueryContext(ctx, `select resident_id from permits where ended_at < $1`, time.Now().AddDate(-2, 0, 0))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var ids []string
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

func (j retention) purge(ctx context.Context, id string) error {
	if _, err := j.db.ExecContext(ctx, `delete from permits where resident_id = $1`, id); err != nil {
		return err
	}
	return j.cio.DeleteCtx(ctx, id)
}

func (j retention) run(ctx context.Context) error {
	ids, err := j.expired(ctx)
	if err != nil {
		return err
	}
	var failed []error
	for _, id := range ids {
		if err := j.purge(ctx, id); err != nil {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

func main() {
	db, err := sql.Open("pgx", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	job := retention{db, customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY"))}
	if err := job.run(context.Background()); err != nil {
		log.Print(err)
		os.Exit(1)
	}
}
