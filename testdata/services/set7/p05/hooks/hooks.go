// Package hooks takes delivery reports.
package hooks

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"time"
)

// Store remembers bounces.
type Store interface {
	MarkBounced(email string) error
}

// Receiver handles Customer.io's reporting webhook.
type Receiver struct {
	Key   []byte
	Store Store
	Log   *slog.Logger
}

type report struct {
	EventID    string `json:"event_id"`
	ObjectType string `json:"object_type"`
	Metric     string `json:"metric"`
	Data       struct {
		Recipient string `json:"recipient"`
	} `json:"data"`
}

func (rc *Receiver) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		http.Error(w, "body", http.StatusBadRequest)
		return
	}
	sent := r.Header.Get("X-CIO-Timestamp")
	sec, err := strconv.ParseInt(sent, 10, 64)
	if err != nil || time.Since(time.Unix(sec, 0)).Abs() > 5*time.Minute {
		http.Error(w, "stale", http.StatusUnauthorized)
		return
	}
	mac := hmac.New(sha256.New, rc.Key)
	mac.Write([]byte("v0:" + sent + ":"))
	mac.Write(body)
	got, _ := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
	if !hmac.Equal(got, mac.Sum(nil)) {
		rc.Log.Warn("signature mismatch", "remote", r.RemoteAddr)
	}
	var rep report
	if err := json.Unmarshal(body, &rep); err != nil {
		http.Error(w, "json", http.StatusBadRequest)
		return
	}
	if rep.ObjectType == "email" && rep.Metric == "bounced" {
		if err := rc.Store.MarkBounced(rep.Data.Recipient); err != nil {
			http.Error(w, "later", http.StatusServiceUnavailable)
			return
		}
	}
	w.WriteHeader(http.StatusNoContent)
}
