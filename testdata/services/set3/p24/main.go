// Command shop sells things.
package main

import (
	"encoding/json"
	"log"
	"net/http"

	"github.com/ciolint/ciolint/runtime/sanitize"
	customerio "github.com/customerio/go-customerio/v3"

	"services/set3/p24/config"
)

type order struct {
	Customer string  `json:"customer"`
	Total    float64 `json:"total"`
	Currency string  `json:"currency"`
}

func newClient(m config.Messaging) *customerio.CustomerIO {
	hc := &http.Client{Timeout: m.Timeout}
	return customerio.NewTrackClient(m.Site, m.Key, customerio.WithHTTPClient(hc))
}

func main() {
	cfg := config.Load()
	cio := newClient(cfg.Messaging)
	http.HandleFunc("POST /orders", func(w http.ResponseWriter, r *http.Request) {
		var o order
		if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		err := cio.TrackCtx(r.Context(), o.Customer, "order_placed", sanitize.Attributes(map[string]any{
			"total":    o.Total,
			"currency": o.Currency,
		}))
		if err != nil {
			log.Printf("track: %v", err)
		}
		w.WriteHeader(http.StatusAccepted)
	})
	log.Fatal(http.ListenAndServe(cfg.Addr, nil))
}
