// Command preferences mirrors unsubscriptions into our own database.
package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/ciolint/ciolint/runtime/webhook"
)

type mirror struct{ db *sql.DB }

func (m mirror) apply(ctx context.Context, e webhook.Event) error {
	var subscribed bool
	switch e.Metric {
	case "subscribed":
		subscribed = true
	case "unsubscribed":
	default:
		return nil
	}
	id := e.Data.Identifiers.ID
	if id == "" {
		return nil
	}
	_, err := m.db.ExecContext(ctx, `UPDATE members SET newsletter = $2, changed = $3 WHERE id = $1`, id, subscribed, e.Timestamp)
	return err
}

type route struct {
	pattern string
	handler http.Handler
}

func router(routes ...route) http.Handler {
	mux := http.NewServeMux()
	for _, r := range routes {
		mux.Handle(r.pattern, r.handler)
	}
	return mux
}

func run() error {
	keys := strings.Fields(os.Getenv("CIO_SIGNING_KEYS"))
	if len(keys) == 0 {
		return errors.New("CIO_SIGNING_KEYS is empty")
	}
	cfg := webhook.Config{
		Window: 2 * time.Minute,
		OnReject: func(r *http.Request, err error) {
			slog.Warn("webhook refused", "remote", r.RemoteAddr, "err", err)
		},
	}
	verifier, err := cfg.NewVerifier(keys...)
	if err != nil {
		return fmt.Errorf("signing keys: %w", err)
	}
	db, err := sql.Open("pgx", os.Getenv("DATABASE_URL"))
	if err != nil {
		return err
	}
	defer db.Close()
	return http.ListenAndServe(":8080", router(
		route{"GET /healthz", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, "ok") })},
		route{"POST /webhooks/customerio", verifier.Events(mirror{db}.apply)},
	))
}

func main() {
	if err := run(); err != nil {
		slog.Error("stopped", "err", err)
		os.Exit(1)
	}
}
