package ingest

import (
	"encoding/json"
	"net/http"

	"services/set6/p15/bus"
)

type Envelope struct {
	Tenant  string          `json:"tenant"`
	Actor   string          `json:"actor"`
	Name    string          `json:"name"`
	Payload json.RawMessage `json:"payload"`
}

func Endpoint(topic *bus.Topic[Envelope]) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		var env Envelope
		if err := json.NewDecoder(r.Body).Decode(&env); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		if err := topic.Publish(r.Context(), env); err != nil {
			http.Error(w, "unavailable", http.StatusServiceUnavailable)
			return
		}
		w.WriteHeader(http.StatusAccepted)
	}
}
