// Package station counts song requests by email.
package station

import (
	"encoding/json"
	"io"
	"net/http"
	"sync/atomic"

	"services/set7/p44/keyring"
)

// Counter of clicks.
type Counter struct {
	ring   *keyring.Ring
	clicks atomic.Int64
	other  atomic.Int64
}

// New returns a Counter.
func New(ring *keyring.Ring) *Counter { return &Counter{ring: ring} }

// ServeHTTP takes events of Customer.io.
func (c *Counter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	payload, err := io.ReadAll(io.LimitReader(r.Body, 1<<18))
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if !c.ring.Signed(r.Header.Get("X-CIO-Timestamp"), r.Header.Get("X-CIO-Signature"), payload) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e struct {
		EventID string         `json:"event_id"`
		Metric  string         `json:"metric"`
		Data    map[string]any `json:"data"`
	}
	if err := json.Unmarshal(payload, &e); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	if e.Metric == "clicked" && e.Data["link_id"] != nil {
		c.clicks.Add(1)
	} else {
		c.other.Add(1)
	}
}
