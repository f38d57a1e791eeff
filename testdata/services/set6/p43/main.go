package main

import (
	"encoding/json"
	"log/slog"
	"net/http"

	"services/set6/p43/config"
	"services/set6/p43/middleware"
)

func events(w http.ResponseWriter, r *http.Request) {
	var ev struct {
		ObjectType string         `json:"object_type"`
		Metric     string         `json:"metric"`
		Data       map[string]any `json:"data"`
	}
	if err := json.NewDecoder(r.Body).Decode(&ev); err != nil {
		http.Error(w, "json", http.StatusBadRequest)
		return
	}
	slog.Info("customer.io", "type", ev.ObjectType, "metric", ev.Metric)
	w.WriteHeader(http.StatusNoContent)
}

func recoverer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				slog.Error("panic", "v", v)
				w.WriteHeader(http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func main() {
	cfg := config.FromEnv()
	mux := http.NewServeMux()
	mux.Handle("POST "+cfg.Path, middleware.Chain(http.HandlerFunc(events), recoverer, middleware.Signed(cfg)))
	if err := http.ListenAndServe(":8080", mux); err != nil {
		slog.Error("serve", "err", err)
	}
}
