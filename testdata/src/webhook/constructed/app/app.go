// Mode: never.

// Package app puts middleware that another package makes before its handlers.
package app

import (
	"encoding/json"
	"log"
	"net/http"

	"webhook/constructed/guard"
)

type event struct {
	Metric string `json:"metric"`
	ID     string `json:"event_id"`
}

func guarded(w http.ResponseWriter, r *http.Request) {
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		log.Print(e.Metric, e.ID)
	}
}

func limited(w http.ResponseWriter, r *http.Request) { // want `limited takes Customer.io webhooks and is not verified at all`
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		log.Print(e.Metric, e.ID)
	}
}

func stored(w http.ResponseWriter, r *http.Request) {
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		log.Print(e.Metric, e.ID)
	}
}

func routes(mux *http.ServeMux, key string) {
	mux.Handle("POST /customerio/events", guard.Require(key)(http.HandlerFunc(guarded)))
	mux.Handle("POST /customerio/hooks", guard.Limit(1<<20)(http.HandlerFunc(limited)))
	require := guard.Require(key)
	mux.Handle("POST /customerio/reports", require(http.HandlerFunc(stored)))
}
