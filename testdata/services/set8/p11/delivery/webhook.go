// Package delivery receives what became of the clinic's reminders.
package delivery

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
)

// Outcome of a message.
type Outcome struct {
	EventID string `json:"event_id"`
	Object  string `json:"object_type"`
	Metric  string `json:"metric"`
}

// Recorder stores outcomes.
type Recorder interface {
	Record(o Outcome) error
}

// Hook is the handler.
type Hook struct {
	key []byte
	rec Recorder
}

// NewHook refuses an empty key.
func NewHook(key string, rec Recorder) (*Hook, error) {
	if key == "" {
		return nil, errors.New("delivery: no signing key")
	}
	return &Hook{key: []byte(key), rec: rec}, nil
}

func (h *Hook) valid(ts, sig string, body []byte) bool {
	got, err := hex.DecodeString(sig)
	if err != nil || ts == "" {
		return false
	}
	mac := hmac.New(sha256.New, h.key)
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(body)
	return hmac.Equal(got, mac.Sum(nil))
}

func (h *Hook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		http.Error(w, "body", http.StatusBadRequest)
		return
	}
	if !h.valid(r.Header.Get("X-CIO-Timestamp"), r.Header.Get("X-CIO-Signature"), body) {
		http.Error(w, "signature", http.StatusUnauthorized)
		return
	}
	var o Outcome
	if err := json.Unmarshal(body, &o); err != nil {
		http.Error(w, "json", http.StatusBadRequest)
		return
	}
	if err := h.rec.Record(o); err != nil {
		http.Error(w, "later", http.StatusServiceUnavailable)
	}
}
