// Mode: unless-clean.

// Package checkstyles verifies well in many ways of writing it.
package checkstyles

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"
)

type config struct {
	Key    string
	Window time.Duration
	Prefix string
}

type app struct {
	cfg config
	mu  sync.Mutex
	log *slog.Logger
}

var (
	errStale     = errors.New("stale")
	errSignature = errors.New("bad signature")
)

func (a *app) age(ts string) (time.Duration, error) {
	n, err := strconv.ParseInt(strings.TrimSpace(ts), 10, 64)
	if err != nil {
		return 0, fmt.Errorf("timestamp: %w", err)
	}
	return time.Since(time.Unix(n, 0)), nil
}

// joined puts the message together with bytes.Join.
func (a *app) joined(r *http.Request, body []byte) error {
	ts := r.Header.Get("X-CIO-Timestamp")
	d, err := a.age(ts)
	if err != nil {
		return err
	}
	if d > a.cfg.Window || d < -a.cfg.Window {
		return errStale
	}
	m := hmac.New(sha256.New, []byte(a.cfg.Key))
	m.Write(bytes.Join([][]byte{[]byte("v0"), []byte(ts), body}, []byte{':'}))
	sig := r.Header.Values("X-CIO-Signature")
	if len(sig) != 1 {
		return errSignature
	}
	want := m.Sum(nil)
	got := make([]byte, hex.DecodedLen(len(sig[0])))
	if _, err := hex.Decode(got, []byte(sig[0])); err != nil {
		return errSignature
	}
	if subtleEqual := hmac.Equal(got, want); !subtleEqual {
		a.log.Warn("bad signature", "ts", ts)
		return errSignature
	}
	return nil
}

// prefixed takes the prefix from the configuration.
func (a *app) prefixed(ctx context.Context, h http.Header, body []byte) (ok bool) {
	defer func() {
		if !ok {
			a.log.Warn("refused")
		}
	}()
	m := hmac.New(sha256.New, []byte(a.cfg.Key))
	fmt.Fprint(m, a.cfg.Prefix, h.Get("X-CIO-Timestamp"), ":")
	m.Write(body)
	ok = hmac.Equal([]byte(hex.EncodeToString(m.Sum(nil))), []byte(h.Get("X-CIO-Signature")))
	return ok && ctx.Err() == nil
}

// closures write to the MAC.
func (a *app) closure(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), 400)
		return
	}
	m := hmac.New(sha256.New, []byte(a.cfg.Key))
	add := func(parts ...string) {
		for _, p := range parts {
			m.Write([]byte(p))
		}
	}
	add("v0:", r.Header.Get("X-CIO-Timestamp"), ":")
	add(string(body))
	valid := false
	for _, sig := range strings.Split(r.Header.Get("X-CIO-Signature"), ",") {
		if got, err := hex.DecodeString(sig); err == nil && hmac.Equal(got, m.Sum(nil)) {
			valid = true
		}
	}
	if d, err := a.age(r.Header.Get("X-CIO-Timestamp")); !valid || err != nil || d.Abs() > a.cfg.Window {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e map[string]any
	if err := json.Unmarshal(body, &e); err != nil {
		return
	}
}

// hashed compares hashes of both, which takes no telling time.
func hashed(r *http.Request, want []byte) bool {
	a := sha256.Sum256([]byte(r.Header.Get("X-CIO-Signature")))
	b := sha256.Sum256([]byte(hex.EncodeToString(want)))
	return a == b
}

// remembered signatures are looked up, not verified, by ==.
func (a *app) remembered(r *http.Request, seen map[string]bool, last string) bool {
	sig := r.Header.Get("X-CIO-Signature")
	return seen[sig] || sig == last
}

// written builds the text by index.
func written(key, ts string, body []byte, r *http.Request) bool {
	b := make([]byte, 3+len(ts)+1+len(body))
	b[0], b[1], b[2] = 'v', '0', ':'
	n := copy(b[3:], ts)
	b[3+n] = ':'
	copy(b[4+n:], body)
	m := hmac.New(sha256.New, []byte(key))
	m.Write(b)
	got, err := base64.StdEncoding.DecodeString(r.Header.Get("X-CIO-Signature"))
	if err != nil {
		return false
	}
	return hmac.Equal(got, m.Sum(nil))
}

// optional is open in development, and says so by a flag of its own.
func (a *app) optional(dev bool, next http.Handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if dev {
			next.ServeHTTP(w, r)
			return
		}
		body, _ := io.ReadAll(r.Body)
		if err := a.joined(r, body); err != nil {
			if errors.Is(err, errStale) {
				w.WriteHeader(http.StatusUnauthorized)
				return
			}
			http.Error(w, "no", http.StatusForbidden)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	}
}
