package receiver

import (
	"encoding/json"
	"net/http"

	"github.com/ciolint/ciolint/runtime/webhook"
)

type Counter interface{ Inc(metric string) }

func New(v *webhook.Verifier, c Counter) http.Handler {
	events := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var e struct {
			EventID string `json:"event_id"`
			Metric  string `json:"metric"`
		}
		if err := json.NewDecoder(r.Body).Decode(&e); err != nil {
			http.Error(w, "malformed", http.StatusBadRequest)
			return
		}
		c.Inc(e.Metric)
	})
	mux := http.NewServeMux()
	mux.Handle("POST /webhooks/customerio", Chain(events, Logged, Signed(v)))
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, r *http.Request) {})
	return mux
}
