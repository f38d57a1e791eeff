package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"time"

	"github.com/ciolint/ciolint/runtime/webhook"
)

type queue chan webhook.Event

func (q queue) accept(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, "read", http.StatusBadRequest)
		return
	}
	e, err := webhook.ParseEvent(body)
	if err != nil {
		http.Error(w, "no event", http.StatusBadRequest)
		return
	}
	select {
	case q <- e:
		w.WriteHeader(http.StatusOK)
	default:
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func recoverer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				slog.Error("panic", "path", r.URL.Path)
				w.WriteHeader(http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func run(ctx context.Context) error {
	verifier, err := webhook.Config{
		Window: 10 * time.Minute,
		OnReject: func(r *http.Request, err error) {
			slog.Warn("rejected", "stale", errors.Is(err, webhook.ErrStale))
		},
	}.NewVerifier(os.Getenv("CIO_SIGNING_KEY"))
	if err != nil {
		return err
	}
	q := make(queue, 512)
	go func() {
		for e := range q {
			slog.Info("event", "event", e)
		}
	}()
	mux := http.NewServeMux()
	mux.Handle("POST /hooks/customerio", recoverer(verifier.Handler(http.HandlerFunc(q.accept))))
	srv := &http.Server{Addr: ":8443", Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	go func() {
		<-ctx.Done()
		srv.Shutdown(context.WithoutCancel(ctx))
	}()
	return srv.ListenAndServe()
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx); !errors.Is(err, http.ErrServerClosed) {
		slog.Error("exit", "err", err)
		os.Exit(1)
	}
}
