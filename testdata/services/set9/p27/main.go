package main

import (
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"os"
	"time"

	"services/set9/p27/signature"
)

type api struct {
	sig  signature.Checker
	opts map[string]func(sellerID string)
}

func (a *api) customerioEvents(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil {
		http.Error(w, "read", http.StatusBadRequest)
		return
	}
	if !a.sig.Valid(r.Header, body) {
		slog.Warn("customer.io signature does not match", "remote", r.RemoteAddr)
	}
	var e struct {
		Metric string `json:"metric"`
		Data   struct {
			CustomerID string `json:"customer_id"`
		} `json:"data"`
	}
	if err := json.Unmarshal(body, &e); err != nil {
		http.Error(w, "json", http.StatusBadRequest)
		return
	}
	if f := a.opts[e.Metric]; f != nil {
		f(e.Data.CustomerID)
	}
	w.WriteHeader(http.StatusOK)
}

func main() {
	key := os.Getenv("CIO_SIGNING_KEY")
	if key == "" {
		slog.Error("no signing key")
		os.Exit(1)
	}
	a := &api{sig: signature.Checker{Key: []byte(key), Now: time.Now}, opts: map[string]func(string){
		"unsubscribed": func(id string) { slog.Info("opt out", "seller", id) },
	}}
	http.HandleFunc("POST /webhooks/customerio", a.customerioEvents)
	slog.Error("serve", "err", http.ListenAndServe(":8080", nil))
}
