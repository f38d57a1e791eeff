package main

import (
	"bytes"
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

type middleware func(http.Handler) http.Handler

type router struct {
	*http.ServeMux
	mw []middleware
}

func (r *router) use(mw ...middleware) { r.mw = append(r.mw, mw...) }

func (r *router) post(path string, h http.HandlerFunc) {
	var next http.Handler = h
	for i := len(r.mw) - 1; i >= 0; i-- {
		next = r.mw[i](next)
	}
	r.Handle("POST "+path, next)
}

func signed(key []byte) middleware {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			ts := r.Header.Get("X-CIO-Timestamp")
			sent, err := strconv.ParseInt(ts, 10, 64)
			if err != nil || time.Since(time.Unix(sent, 0)).Abs() > 5*time.Minute {
				http.Error(w, "stale", http.StatusUnauthorized)
				return
			}
			body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
			if err != nil {
				http.Error(w, "too long", http.StatusRequestEntityTooLarge)
				return
			}
			mac := hmac.New(sha256.New, key)
			io.WriteString(mac, "v0:"+ts+":")
			mac.Write(body)
			if hex.EncodeToString(mac.Sum(nil)) != r.Header.Get("X-CIO-Signature") {
				http.Error(w, "bad signature", http.StatusUnauthorized)
				return
			}
			r.Body = io.NopCloser(bytes.NewReader(body))
			next.ServeHTTP(w, r)
		})
	}
}

func events(w http.ResponseWriter, r *http.Request) {
	var e struct {
		EventID string `json:"event_id"`
		Metric  string `json:"metric"`
	}
	if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	slog.Info("event", "id", e.EventID, "metric", e.Metric)
}

func main() {
	key := os.Getenv("CIO_SIGNING_KEY")
	if key == "" {
		slog.Error("CIO_SIGNING_KEY is missing")
		os.Exit(1)
	}
	r := &router{ServeMux: http.NewServeMux()}
	r.use(signed([]byte(key)))
	r.post("/reporting/customerio", events)
	http.ListenAndServe(":8080", r)
}
