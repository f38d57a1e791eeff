package api

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"

	"services/set4/p28/sigcheck"
)

type API struct {
	checker *sigcheck.Checker
	log     *slog.Logger
}

func New(checker *sigcheck.Checker, log *slog.Logger) *API { return &API{checker, log} }

func (a *API) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("POST /webhooks/customerio", a.authenticated(http.HandlerFunc(a.onEvent)))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "ok") })
	return mux
}

func (a *API) authenticated(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 256<<10))
		if err != nil {
			w.WriteHeader(http.StatusRequestEntityTooLarge)
			return
		}
		if err := a.checker.Check(r.Header, body); err != nil {
			a.log.Warn("webhook refused", "reason", err)
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

func (a *API) onEvent(w http.ResponseWriter, r *http.Request) {
	var ev struct {
		EventID    string `json:"event_id"`
		ObjectType string `json:"object_type"`
		Metric     string `json:"metric"`
	}
	if err := json.NewDecoder(r.Body).Decode(&ev); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	a.log.Info("event", "object", ev.ObjectType, "metric", ev.Metric)
	w.WriteHeader(http.StatusNoContent)
}
