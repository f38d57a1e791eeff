// Package main takes delivery reports.
package main

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"os"
	"strconv"
	"time"
)

const tolerance = 3 * time.Minute

type middleware func(http.Handler) http.Handler

func chain(h http.Handler, ms ...middleware) http.Handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

func signedBy(secret []byte, now func() time.Time) middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			stamp := r.Header.Get("X-CIO-Timestamp")
			claimed, err := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
			if err != nil || len(claimed) == 0 || stamp == "" || len(secret) == 0 {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			unix, err := strconv.ParseInt(stamp, 10, 64)
			if err != nil {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			if age := now().Sub(time.Unix(unix, 0)).Abs(); age > tolerance {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			raw, err := io.ReadAll(io.LimitReader(r.Body, 4<<20))
			if err != nil {
				w.WriteHeader(http.StatusBadRequest)
				return
			}
			mac := hmac.New(sha256.New, secret)
			io.WriteString(mac, "v0:"+stamp+":")
			mac.Write(raw)
			if !hmac.Equal(claimed, mac.Sum(nil)) {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			r.Body = io.NopCloser(bytes.NewReader(raw))
			next.ServeHTTP(w, r)
		})
	}
}

func timed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		next.ServeHTTP(w, r)
		slog.Info("served", "path", r.URL.Path, "took", time.Since(start))
	})
}

type report struct {
	EventID    string `json:"event_id"`
	ObjectType string `json:"object_type"`
	Metric     string `json:"metric"`
}

func record(save func(context.Context, report) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var rep report
		if err := json.NewDecoder(r.Body).Decode(&rep); err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		if err := save(r.Context(), rep); err != nil {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	}
}

func main() {
	save := func(_ context.Context, rep report) error {
		slog.Info("report", "id", rep.EventID, "metric", rep.Metric)
		return nil
	}
	secret := []byte(os.Getenv("CUSTOMERIO_SIGNING_KEY"))
	mux := http.NewServeMux()
	mux.Handle("POST /webhooks/customerio", chain(record(save), timed, signedBy(secret, time.Now)))
	if err := http.ListenAndServe(":8088", mux); err != nil {
		slog.Error("stopped", "err", err)
		os.Exit(1)
	}
}
