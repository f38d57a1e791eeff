// Mode: unless-clean.

// Package handlerstyles verifies well, in many hands' ways of writing it.
package handlerstyles

import (
	"bytes"
	"cmp"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

type event struct {
	EventID    string          `json:"event_id"`
	ObjectType string          `json:"object_type"`
	Metric     string          `json:"metric"`
	Data       json.RawMessage `json:"data"`
}

type sink interface {
	Save(context.Context, event) error
}

// 1. One long handler.
func long(secret []byte, out sink) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost {
			http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
			return
		}
		raw, err := io.ReadAll(io.LimitReader(r.Body, 1<<20))
		defer r.Body.Close()
		if err != nil {
			http.Error(w, "cannot read", http.StatusBadRequest)
			return
		}
		stamp := r.Header.Get("X-CIO-Timestamp")
		secs, err := strconv.ParseInt(stamp, 10, 64)
		if err != nil {
			http.Error(w, "bad timestamp", http.StatusBadRequest)
			return
		}
		if d := time.Now().Unix() - secs; d > 300 || d < -300 {
			http.Error(w, "stale", http.StatusUnauthorized)
			return
		}
		h := hmac.New(sha256.New, secret)
		h.Write([]byte("v0:"))
		h.Write([]byte(stamp))
		h.Write([]byte(":"))
		h.Write(raw)
		want := hex.EncodeToString(h.Sum(nil))
		if subtle.ConstantTimeCompare([]byte(want), []byte(r.Header.Get("X-CIO-Signature"))) == 0 {
			http.Error(w, "bad signature", http.StatusUnauthorized)
			return
		}
		var ev event
		if err := json.Unmarshal(raw, &ev); err != nil {
			http.Error(w, "bad json", http.StatusBadRequest)
			return
		}
		switch ev.Metric {
		case "bounced", "spammed":
			if err := out.Save(r.Context(), ev); err != nil {
				log.Printf("saving %s: %v", ev.EventID, err)
				w.WriteHeader(http.StatusInternalServerError)
				return
			}
		default:
			log.Print("ignored")
		}
		w.WriteHeader(http.StatusOK)
	}
}

// 2. A struct with methods, an enum for the verdict.
type status int

const (
	ok status = iota
	missing
	old
	forged
)

func (s status) code() int {
	if s == ok {
		return http.StatusOK
	}
	return http.StatusUnauthorized
}

type gate struct {
	mu   sync.RWMutex
	keys []string
	out  sink
}

func (g *gate) judge(r *http.Request, body []byte) status {
	sig, ts := r.Header.Get("X-CIO-Signature"), r.Header.Get("X-CIO-Timestamp")
	if sig == "" || ts == "" {
		return missing
	}
	n, err := strconv.Atoi(ts)
	if err != nil || time.Since(time.Unix(int64(n), 0)) > 5*time.Minute {
		return old
	}
	g.mu.RLock()
	defer g.mu.RUnlock()
	for _, key := range g.keys {
		m := hmac.New(sha256.New, []byte(key))
		fmt.Fprintf(m, "v0:%s:%s", ts, body)
		if hmac.Equal([]byte(hex.EncodeToString(m.Sum(nil))), []byte(strings.ToLower(sig))) {
			return ok
		}
	}
	return forged
}

func (g *gate) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	if s := g.judge(r, body); s != ok {
		w.WriteHeader(s.code())
		return
	}
	var e event
	if json.Unmarshal(body, &e) == nil {
		_ = g.out.Save(r.Context(), e)
	}
}

// 3. Errors as control flow, and a helper that answers.
type httpError struct {
	code int
	text string
}

func (e *httpError) Error() string { return e.text }

type api struct {
	key string
	now func() time.Time
	out sink
}

func (a *api) receive(r *http.Request) (*event, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, &httpError{http.StatusBadRequest, "cannot read"}
	}
	if err := a.authenticate(r.Header, body); err != nil {
		return nil, fmt.Errorf("webhook: %w", err)
	}
	e := new(event)
	if err := json.Unmarshal(body, e); err != nil {
		return nil, &httpError{http.StatusBadRequest, "bad json"}
	}
	return e, nil
}

func (a *api) authenticate(h http.Header, body []byte) error {
	if a.key == "" {
		return &httpError{http.StatusInternalServerError, "no key"}
	}
	sent, err := strconv.ParseInt(h.Get("X-CIO-Timestamp"), 10, 64)
	if err != nil {
		return &httpError{http.StatusBadRequest, "bad timestamp"}
	}
	if age := a.now().Sub(time.Unix(sent, 0)); age.Abs() > 5*time.Minute {
		return &httpError{http.StatusUnauthorized, "stale"}
	}
	got, err := hex.DecodeString(h.Get("X-CIO-Signature"))
	if err != nil {
		return &httpError{http.StatusUnauthorized, "bad signature"}
	}
	if !hmac.Equal(got, a.mac(h.Get("X-CIO-Timestamp"), body)) {
		return &httpError{http.StatusUnauthorized, "bad signature"}
	}
	return nil
}

func (a *api) mac(ts string, body []byte) []byte {
	m := hmac.New(sha256.New, []byte(a.key))
	_, _ = m.Write(slices.Concat([]byte("v0:"), []byte(ts), []byte{':'}, body))
	return m.Sum(nil)
}

func (a *api) handler(w http.ResponseWriter, r *http.Request) {
	e, err := a.receive(r)
	if err != nil {
		a.fail(w, err)
		return
	}
	if err := a.out.Save(r.Context(), *e); err != nil {
		a.fail(w, err)
	}
}

func (a *api) fail(w http.ResponseWriter, err error) {
	var he *httpError
	if errors.As(err, &he) {
		http.Error(w, he.text, he.code)
		return
	}
	http.Error(w, "internal", http.StatusInternalServerError)
}

// 4. Handlers that return errors, wrapped.
type failing func(http.ResponseWriter, *http.Request) error

func (f failing) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if err := f(w, r); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
	}
}

func (a *api) event(w http.ResponseWriter, r *http.Request) error {
	e, err := a.receive(r)
	if err != nil {
		return err
	}
	return a.out.Save(r.Context(), *e)
}

// 5. Generic decoding after the middleware, which keeps the body in the context.
type bodyKey struct{}

func (a *api) keep(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, "cannot read", http.StatusBadRequest)
			return
		}
		if err := a.authenticate(r.Header, body); err != nil {
			a.fail(w, err)
			return
		}
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), bodyKey{}, body)))
	})
}

func decoded[T any](handle func(context.Context, T) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, _ := r.Context().Value(bodyKey{}).([]byte)
		var v T
		if err := json.Unmarshal(body, &v); err != nil {
			http.Error(w, "bad json", http.StatusBadRequest)
			return
		}
		if err := handle(r.Context(), v); err != nil {
			http.Error(w, "try again", http.StatusInternalServerError)
		}
	}
}

// 6. Functional: a chain of middleware.
type middleware func(http.Handler) http.Handler

func chain(h http.Handler, ms ...middleware) http.Handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

func recovered(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if v := recover(); v != nil {
				log.Print(v)
				w.WriteHeader(http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}

func (a *api) direct(w http.ResponseWriter, r *http.Request) {
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		_ = a.out.Save(r.Context(), e)
	}
}

// 7. A comparison of one's own, in constant time.
func sameBytes(a, b []byte) bool {
	if len(a) != len(b) {
		return false
	}
	var diff byte
	for i := range a {
		diff |= a[i] ^ b[i]
	}
	return diff == 0
}

func (a *api) byHand(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	n, err := strconv.ParseInt(r.Header.Get("X-CIO-Timestamp"), 10, 64)
	if err != nil || a.now().Unix()-n > 300 || n-a.now().Unix() > 300 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	got, _ := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
	if !sameBytes(got, a.mac(r.Header.Get("X-CIO-Timestamp"), body)) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e event
	if json.Unmarshal(body, &e) == nil {
		_ = a.out.Save(r.Context(), e)
	}
}

// 8. Several keys, by a function.
func (g *gate) any(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	ts := r.Header.Get("X-CIO-Timestamp")
	sig, err := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
	if err != nil || stale(ts) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	good := slices.ContainsFunc(g.keys, func(key string) bool {
		m := hmac.New(sha256.New, []byte(key))
		io.WriteString(m, "v0:"+ts+":"+string(body))
		return hmac.Equal(sig, m.Sum(nil))
	})
	if !good {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e event
	if json.Unmarshal(body, &e) == nil {
		_ = g.out.Save(r.Context(), e)
	}
}

func stale(ts string) bool {
	n, err := strconv.ParseInt(ts, 10, 64)
	if err != nil {
		return true
	}
	sent := time.Unix(n, 0)
	return sent.Before(time.Now().Add(-5*time.Minute)) || sent.After(time.Now().Add(5*time.Minute))
}

// 9. Results with named values and a single exit.
func (a *api) single(w http.ResponseWriter, r *http.Request) {
	code := http.StatusNoContent
	defer func() { w.WriteHeader(code) }()
	body, err := io.ReadAll(r.Body)
	if err == nil {
		err = a.authenticate(r.Header, body)
	}
	var e event
	if err == nil {
		err = json.Unmarshal(body, &e)
	}
	if err == nil {
		err = a.out.Save(r.Context(), e)
	}
	if err != nil {
		code = http.StatusBadRequest
	}
}

// 10. All reasons at once.
func (a *api) joined(w http.ResponseWriter, r *http.Request) {
	body, readErr := io.ReadAll(r.Body)
	if err := errors.Join(readErr, a.authenticate(r.Header, body)); err != nil {
		a.fail(w, err)
		return
	}
	var e event
	if json.Unmarshal(body, &e) == nil {
		_ = a.out.Save(r.Context(), e)
	}
}

// 11. Panics that middleware turns into answers.
func (a *api) must(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		panic(err)
	}
	if err := a.authenticate(r.Header, body); err != nil {
		panic(http.ErrAbortHandler)
	}
	var e event
	if json.Unmarshal(body, &e) == nil {
		_ = a.out.Save(r.Context(), e)
	}
}

// 12. A claim that carries what it needs, verified through a pointer.
type claim struct {
	ts, sig string
	body    *bytes.Buffer
	valid   bool
}

func newClaim(r *http.Request) (*claim, error) {
	c := &claim{ts: r.Header.Get("X-CIO-Timestamp"), sig: r.Header.Get("X-CIO-Signature"), body: &bytes.Buffer{}}
	_, err := c.body.ReadFrom(r.Body)
	return c, err
}

func (c *claim) verify(key string) {
	m := hmac.New(sha256.New, []byte(key))
	m.Write([]byte("v0:" + c.ts + ":"))
	m.Write(c.body.Bytes())
	c.valid = !stale(c.ts) && hmac.Equal([]byte(c.sig), []byte(hex.EncodeToString(m.Sum(nil))))
}

func (a *api) claimed(w http.ResponseWriter, r *http.Request) {
	c, err := newClaim(r)
	if err != nil {
		return
	}
	if c.verify(a.key); !c.valid {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e event
	if json.Unmarshal(c.body.Bytes(), &e) == nil {
		_ = a.out.Save(r.Context(), e)
	}
}

// 13. ConstantTimeCompare as a number.
func (a *api) number(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	sig, _ := hex.DecodeString(r.Header.Get("X-CIO-Signature"))
	if v := subtle.ConstantTimeCompare(sig, a.mac(r.Header.Get("X-CIO-Timestamp"), body)); v < 1 || stale(r.Header.Get("X-CIO-Timestamp")) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e event
	if json.Unmarshal(body, &e) == nil {
		_ = a.out.Save(r.Context(), e)
	}
}

// 14. A MAC of both sides.
func (a *api) doubled(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	sum := func(s string) [32]byte { return sha256.Sum256([]byte(s)) }
	want := hex.EncodeToString(a.mac(r.Header.Get("X-CIO-Timestamp"), body))
	if sum(want) != sum(r.Header.Get("X-CIO-Signature")) || stale(r.Header.Get("X-CIO-Timestamp")) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e event
	if json.Unmarshal(body, &e) == nil {
		_ = a.out.Save(r.Context(), e)
	}
}

// 15. The verdict travels in a channel.
func (a *api) channel(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	verdict := make(chan error, 1)
	go func() { verdict <- a.authenticate(r.Header, body) }()
	if err := <-verdict; err != nil {
		a.fail(w, err)
		return
	}
	var e event
	if json.Unmarshal(body, &e) == nil {
		_ = a.out.Save(r.Context(), e)
	}
}

// 16. A table of checks.
func (a *api) table(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	checks := []func() error{
		func() error {
			if len(body) == 0 {
				return errors.New("empty")
			}
			return nil
		},
		func() error { return a.authenticate(r.Header, body) },
	}
	for _, check := range checks {
		if err := check(); err != nil {
			a.fail(w, err)
			return
		}
	}
	var e event
	if json.Unmarshal(body, &e) == nil {
		_ = a.out.Save(r.Context(), e)
	}
}

func main() {
	a := &api{key: cmp.Or(os.Getenv("CIO_KEY"), "unset"), now: time.Now}
	mux := http.NewServeMux()
	mux.Handle("/customerio/1", long([]byte(a.key), a.out))
	mux.Handle("/customerio/2", &gate{keys: []string{a.key}})
	mux.HandleFunc("/customerio/3", a.handler)
	mux.Handle("/customerio/4", failing(a.event))
	mux.Handle("/customerio/5", a.keep(decoded(func(ctx context.Context, e event) error { return a.out.Save(ctx, e) })))
	mux.Handle("/customerio/6", chain(http.HandlerFunc(a.direct), recovered, a.keep))
	routes := map[string]http.HandlerFunc{
		"/customerio/7":  a.byHand,
		"/customerio/8":  (&gate{keys: []string{a.key}}).any,
		"/customerio/9":  a.single,
		"/customerio/10": a.joined,
	}
	for path, h := range routes {
		mux.HandleFunc(path, h)
	}
	for _, h := range []http.HandlerFunc{a.must, a.claimed, a.number, a.doubled, a.channel, a.table} {
		mux.Handle("/customerio/", recovered(h))
	}
	log.Fatal(http.ListenAndServe(":8080", mux))
}
