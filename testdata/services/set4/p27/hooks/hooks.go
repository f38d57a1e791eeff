package hooks

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"strconv"
	"time"
)

type Deliveries interface {
	Update(deliveryID, metric string) error
}

type Hook struct {
	Secret     string
	Deliveries Deliveries
}

var errForged = errors.New("forged")

func (h *Hook) authentic(r *http.Request, body []byte) error {
	if h.Secret == "" {
		log.Println("WARN: webhook secret not configured, skipping the check")
		return nil
	}
	ts := r.Header.Get("X-CIO-Timestamp")
	sec, err := strconv.ParseInt(ts, 10, 64)
	if err != nil {
		return errForged
	}
	if age := time.Since(time.Unix(sec, 0)); age > 3*time.Minute || age < -3*time.Minute {
		return errForged
	}
	got, err := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
	if err != nil {
		return errForged
	}
	mac := hmac.New(sha256.New, []byte(h.Secret))
	fmt.Fprintf(mac, "v0:%s:%s", ts, body)
	if !hmac.Equal(got, mac.Sum(nil)) {
		return errForged
	}
	return nil
}

func (h *Hook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
	if err != nil {
		w.WriteHeader(400)
		return
	}
	if err := h.authentic(r, body); err != nil {
		w.WriteHeader(403)
		return
	}
	var ev struct {
		Metric string
		Data   struct {
			DeliveryID string `json:"delivery_id"`
		}
	}
	if err := json.Unmarshal(body, &ev); err != nil {
		w.WriteHeader(400)
		return
	}
	if err := h.Deliveries.Update(ev.Data.DeliveryID, ev.Metric); err != nil {
		w.WriteHeader(503)
	}
}
