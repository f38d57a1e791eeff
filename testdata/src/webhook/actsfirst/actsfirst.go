// Mode: unless-clean.

// Package actsfirst does something with the body before it knows who sent it.
package actsfirst

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"log"
	"log/slog"
	"net/http"
	"os"
	"strconv"
	"time"
)

var key = []byte(os.Getenv("KEY")) // want `KEY, which may be empty`

func valid(h http.Header, body []byte) bool {
	ts := h.Get("X-CIO-Timestamp")
	sent, err := strconv.ParseInt(ts, 10, 64)
	if err != nil || time.Since(time.Unix(sent, 0)).Abs() > time.Minute {
		return false
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte("v0:" + ts + ":"))
	mac.Write(body)
	return hmac.Equal([]byte(hex.EncodeToString(mac.Sum(nil))), []byte(h.Get("X-CIO-Signature")))
}

type queue interface {
	Publish(ctx context.Context, topic string, b []byte) error
}

type event struct {
	ID     string `json:"event_id"`
	Metric string `json:"metric"`
	Data   struct {
		Recipient string `json:"recipient"`
	} `json:"data"`
}

type server struct {
	q    queue
	last []byte
	jobs chan event
	seen map[string]event
}

func refuse(w http.ResponseWriter) { http.Error(w, "no", http.StatusUnauthorized) }

func (s *server) publishes(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if err := s.q.Publish(r.Context(), "cio", body); err != nil { // want `acted on before its signature is verified`
		return
	}
	if !valid(r.Header, body) {
		refuse(w)
		return
	}
}

func (s *server) starts(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	go s.process(body) // want `acted on before`
	if !valid(r.Header, body) {
		refuse(w)
	}
}

func (s *server) process([]byte) {}

func (s *server) sends(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	var e event
	if json.Unmarshal(body, &e) != nil {
		return
	}
	s.jobs <- e // want `acted on before`
	if !valid(r.Header, body) {
		refuse(w)
		return
	}
}

func (s *server) stores(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	var e event
	_ = json.Unmarshal(body, &e)
	s.seen[e.ID] = e // want `acted on before`
	s.last = body    // want `acted on before`
	if !valid(r.Header, body) {
		refuse(w)
		return
	}
}

func (s *server) prints(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	log.Printf("customer.io: %s", body)            // want `acted on before`
	slog.Info("customer.io", "body", string(body)) // want `acted on before`
	if !valid(r.Header, body) {
		refuse(w)
		return
	}
}

func (s *server) deep(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	s.handle(r.Context(), body)
	if !valid(r.Header, body) {
		refuse(w)
		return
	}
}

func (s *server) handle(ctx context.Context, body []byte) {
	var e event
	if json.Unmarshal(body, &e) == nil {
		unsubscribe(ctx, e.Data.Recipient) // want `acted on before`
	}
}

func unsubscribe(context.Context, string) {}

func (s *server) file(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	_ = os.WriteFile("/tmp/last", body, 0o600) // want `acted on before`
	if valid(r.Header, body) {
		s.process(body)
	}
}

func (s *server) defers(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	defer s.process(body)
	if !valid(r.Header, body) { // want `handled all the same`
		refuse(w)
		return
	}
}

// All that follows is fine.

func (s *server) parsesFirst(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
	if err != nil {
		slog.Error("cannot read", "error", err, "length", len(body))
		return
	}
	var e event
	if err := json.Unmarshal(body, &e); err != nil {
		log.Printf("not JSON: %v", err)
		http.Error(w, "bad", http.StatusBadRequest)
		return
	}
	log.Printf("event %s", e.ID)
	if !valid(r.Header, body) {
		refuse(w)
		return
	}
	s.seen[e.ID] = e
	s.last = body
	s.jobs <- e
	go s.process(body)
	_ = s.q.Publish(r.Context(), "cio", body)
	slog.Info("customer.io", "event", e)
}

type metrics interface {
	Incr(name string, tags ...string)
}

func (s *server) counts(m metrics, w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	var e event
	if json.Unmarshal(body, &e) != nil {
		return
	}
	m.Incr("received", e.Metric)
	if !valid(r.Header, body) {
		refuse(w)
		return
	}
	s.process(body)
}

func (s *server) later(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	headers := r.Header.Clone()
	w.WriteHeader(http.StatusAccepted)
	go func() {
		if !valid(headers, body) {
			log.Print("bad signature")
			return
		}
		s.process(body)
	}()
}

func (s *server) rejected(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !valid(r.Header, body) {
		log.Printf("refused: %s", body)
		s.quarantine(body)
		refuse(w)
		return
	}
	s.process(body)
}

func (s *server) quarantine([]byte) {}
