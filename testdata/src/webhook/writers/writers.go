// Mode: unless-clean.

// Package writers lets the body out by writers, channels, stores and
// goroutines.
package writers

import (
	"bufio"
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"strconv"
	"sync"
	"time"
)

type server struct {
	key   []byte
	out   io.Writer
	queue chan []byte
	done  chan struct{}
	last  []byte
	seen  map[string][]byte
	store sync.Map
}

func (s *server) good(r *http.Request, body []byte) bool {
	ts := r.Header.Get("X-CIO-Timestamp")
	n, err := strconv.ParseInt(ts, 10, 64)
	if err != nil || time.Since(time.Unix(n, 0)).Abs() > time.Minute {
		return false
	}
	m := hmac.New(sha256.New, s.key)
	m.Write([]byte("v0:" + ts + ":"))
	m.Write(body)
	return hmac.Equal([]byte(hex.EncodeToString(m.Sum(nil))), []byte(r.Header.Get("X-CIO-Signature")))
}

func (s *server) toParameter(sink io.Writer) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if !s.good(r, body) { // want `handled all the same`
			log.Print("bad signature")
		}
		_, _ = sink.Write(body)
	}
}

func (s *server) toField(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.good(r, body) { // want `handled all the same`
		log.Print("bad signature")
	}
	fmt.Fprintf(s.out, "%s\n", body)
}

func (s *server) byCopy(sink io.WriteCloser) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if !s.good(r, body) { // want `handled all the same`
			log.Print("bad signature")
		}
		_, _ = io.Copy(sink, bytes.NewReader(body))
	}
}

func (s *server) byEncoder(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.good(r, body) { // want `handled all the same`
		log.Print("bad signature")
	}
	var m map[string]any
	_ = json.Unmarshal(body, &m)
	_ = json.NewEncoder(s.out).Encode(m)
}

func (s *server) buffered(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.good(r, body) { // want `handled all the same`
		log.Print("bad signature")
	}
	b := bufio.NewWriter(s.out)
	_, _ = b.Write(body)
	_ = b.Flush()
}

func (s *server) bySelect(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.good(r, body) { // want `handled all the same`
		log.Print("bad signature")
	}
	select {
	case s.queue <- body:
	case <-s.done:
	}
}

func (s *server) byDefault(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.good(r, body) { // want `handled all the same`
		log.Print("bad signature")
	}
	select {
	case s.queue <- body:
	default:
		w.WriteHeader(http.StatusServiceUnavailable)
	}
}

func (s *server) kept(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.good(r, body) { // want `handled all the same`
		log.Print("bad signature")
	}
	s.last = body
}

func (s *server) mapped(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.good(r, body) { // want `handled all the same`
		log.Print("bad signature")
	}
	s.seen[r.Header.Get("X-CIO-Timestamp")] = body
}

func (s *server) inBackground(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	go s.work(context.Background(), body)
	if !s.good(r, body) {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func (s *server) work(ctx context.Context, body []byte) {
	select { // want `acted on before its signature is verified`
	case s.queue <- body:
	case <-ctx.Done():
	}
}

func (s *server) synced(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.good(r, body) { // want `handled all the same`
		log.Print("bad signature")
	}
	s.store.Store("last", body)
}

// All that follows is fine.

func (s *server) writesGood(sink io.Writer) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if !s.good(r, body) {
			log.Print("bad signature")
			return
		}
		_, _ = sink.Write(body)
	}
}

func (s *server) selectsGood(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if !s.good(r, body) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	select {
	case s.queue <- body:
	case <-s.done:
	}
}

// echoes writes to whoever asked, and to buffers of its own.
func (s *server) echoes(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	var b bytes.Buffer
	b.Write(body)
	if !s.good(r, b.Bytes()) {
		w.WriteHeader(http.StatusUnauthorized)
		_, _ = w.Write(b.Bytes())
		return
	}
	s.last = b.Bytes()
}

// counts tells a writer how much came, and what the verdict was.
func (s *server) counts(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ok := s.good(r, body)
	fmt.Fprintf(s.out, "%d bytes, %v\n", len(body), ok)
	if !ok {
		return
	}
	s.last = body
}

// tees into the hash.
func (s *server) tees(w http.ResponseWriter, r *http.Request) {
	ts := r.Header.Get("X-CIO-Timestamp")
	n, err := strconv.ParseInt(ts, 10, 64)
	if err != nil || time.Since(time.Unix(n, 0)).Abs() > time.Minute {
		return
	}
	m := hmac.New(sha256.New, s.key)
	m.Write([]byte("v0:" + ts + ":"))
	body, _ := io.ReadAll(io.TeeReader(r.Body, m))
	if hmac.Equal([]byte(hex.EncodeToString(m.Sum(nil))), []byte(r.Header.Get("X-CIO-Signature"))) {
		select {
		case s.queue <- body:
		default:
		}
	}
}
