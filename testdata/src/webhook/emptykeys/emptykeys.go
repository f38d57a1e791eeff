// Mode: unless-clean.

// Package emptykeys signs with what the environment may lack: anybody can sign
// with an empty key.
package emptykeys

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/ciolint/ciolint/runtime/webhook"
)

func sum(key, ts string, body []byte) string {
	m := hmac.New(sha256.New, []byte(key))
	m.Write([]byte("v0:" + ts + ":"))
	m.Write(body)
	return hex.EncodeToString(m.Sum(nil))
}

func recent(ts string) bool {
	n, err := strconv.ParseInt(ts, 10, 64)
	return err == nil && time.Since(time.Unix(n, 0)).Abs() < time.Minute
}

func read(r *http.Request) (ts, sig string, body []byte) {
	body, _ = io.ReadAll(r.Body)
	return r.Header.Get("X-CIO-Timestamp"), r.Header.Get("X-CIO-Signature"), body
}

func direct(queue chan []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		ts, sig, body := read(r)
		if !recent(ts) || !hmac.Equal([]byte(sum(os.Getenv("CIO_KEY"), ts, body)), []byte(sig)) { // want `made with CIO_KEY, which may be empty`
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		queue <- body
	}
}

type server struct {
	key   string
	keys  []string
	queue chan []byte
}

func (s *server) field(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if !recent(ts) || !hmac.Equal([]byte(sum(s.key, ts, body)), []byte(sig)) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *server) list(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	for _, k := range s.keys {
		if recent(ts) && hmac.Equal([]byte(sum(k, ts, body)), []byte(sig)) {
			s.queue <- body
			return
		}
	}
	w.WriteHeader(http.StatusUnauthorized)
}

type warned struct {
	key   string
	queue chan []byte
}

func newWarned() *warned {
	key := os.Getenv("WARNED_KEY") // want `made with WARNED_KEY, which may be empty`
	if key == "" {
		log.Print("no key")
	}
	return &warned{key, make(chan []byte)}
}

func (s *warned) handle(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if !recent(ts) || !hmac.Equal([]byte(sum(s.key, ts, body)), []byte(sig)) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

// All that follows is fine.

type asked struct {
	key   string
	keys  []string
	queue chan []byte
}

func (s *asked) one(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if !recent(ts) || !hmac.Equal([]byte(sum(s.key, ts, body)), []byte(sig)) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	s.queue <- body
}

func (s *asked) any(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	for _, k := range s.keys {
		if k = strings.TrimSpace(k); k == "" {
			continue
		}
		if recent(ts) && hmac.Equal([]byte(sum(k, ts, body)), []byte(sig)) {
			s.queue <- body
			return
		}
	}
	w.WriteHeader(http.StatusUnauthorized)
}

func mustGetenv(name string) string {
	v := os.Getenv(name)
	if v == "" {
		log.Fatalf("%s is missing", name)
	}
	return v
}

func newAsked() (*asked, error) {
	key := os.Getenv("ASKED_KEY")
	if len(key) < 32 {
		return nil, errors.New("no key")
	}
	return &asked{key: key, keys: strings.Split(os.Getenv("KEYS"), ",")}, nil
}

type settings struct{ Key, Addr string }

func (s settings) validate() error {
	if s.Key == "" {
		return fmt.Errorf("no key for %s", s.Addr)
	}
	return nil
}

func inHandler(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	key := os.Getenv("HANDLER_KEY")
	if key == "" || !recent(ts) || !hmac.Equal([]byte(sum(key, ts, body)), []byte(sig)) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	fmt.Println(string(body))
}

// What init asks, handlers need not ask again.
var global = os.Getenv("GLOBAL_KEY")

func init() {
	if global == "" {
		panic("no key")
	}
}

func byGlobal(w http.ResponseWriter, r *http.Request) {
	ts, sig, body := read(r)
	if !recent(ts) || !hmac.Equal([]byte(sum(global, ts, body)), []byte(sig)) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	fmt.Println(string(body))
}

// byRuntime is refused an empty key.
func byRuntime(next http.Handler) http.Handler {
	v, err := webhook.NewVerifier(os.Getenv("RUNTIME_KEY"))
	if err != nil {
		log.Fatal(err)
	}
	return v.Handler(next)
}

func main() {
	queue := make(chan []byte)
	s := &server{os.Getenv("FIELD_KEY"), strings.Split(os.Getenv("LIST_OF_KEYS"), ","), queue} // want `made with FIELD_KEY, which may be empty` `made with LIST_OF_KEYS, which may be empty`
	http.HandleFunc("/a", direct(queue))
	http.HandleFunc("/b", s.field)
	http.HandleFunc("/c", s.list)
	http.HandleFunc("/d", newWarned().handle)

	fine, err := newAsked()
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/e", fine.one)
	http.HandleFunc("/f", fine.any)
	http.HandleFunc("/g", (&asked{key: mustGetenv("MUST_KEY"), queue: queue}).one)
	set := settings{Key: os.Getenv("SETTINGS_KEY"), Addr: os.Getenv("ADDR")}
	if err := set.validate(); err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("/h", (&asked{key: set.Key, queue: queue}).one)
	http.HandleFunc("/i", inHandler)
	http.HandleFunc("/k", byGlobal)
	http.Handle("/j", byRuntime(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		queue <- body
	})))
}
