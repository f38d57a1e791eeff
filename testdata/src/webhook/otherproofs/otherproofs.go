// Mode: unless-clean.

// Package otherproofs knows the sender otherwise than by the signature.
package otherproofs

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"os"
)

type event struct {
	EventID    string `json:"event_id"`
	ObjectType string `json:"object_type"`
	Metric     string `json:"metric"`
}

type server struct {
	user, pass, token string
	tokenHash         string
	save              func(event) error
}

func (s *server) take(r *http.Request) {
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		_ = s.save(e)
	}
}

// basic hashes both sides, so that their lengths stay unknown.
func (s *server) basic(w http.ResponseWriter, r *http.Request) {
	user, pass, ok := r.BasicAuth()
	u, p := sha256.Sum256([]byte(user)), sha256.Sum256([]byte(pass))
	wu, wp := sha256.Sum256([]byte(s.user)), sha256.Sum256([]byte(s.pass))
	if !ok || subtle.ConstantTimeCompare(u[:], wu[:]) != 1 || subtle.ConstantTimeCompare(p[:], wp[:]) != 1 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		_ = s.save(e)
	}
}

// arrays compares the hashes as they are.
func (s *server) arrays(w http.ResponseWriter, r *http.Request) {
	if sha512.Sum512([]byte(r.Header.Get("Authorization"))) != sha512.Sum512([]byte("Bearer "+s.token)) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		_ = s.save(e)
	}
}

// stored keeps the hash of the token alone.
func (s *server) stored(w http.ResponseWriter, r *http.Request) {
	h := sha256.New()
	h.Write([]byte(r.URL.Query().Get("token")))
	if hex.EncodeToString(h.Sum(nil)) != s.tokenHash {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		_ = s.save(e)
	}
}

// keyed makes MACs of both sides.
func (s *server) keyed(w http.ResponseWriter, r *http.Request) {
	sum := func(text string) []byte {
		m := hmac.New(sha256.New, []byte("salt"))
		m.Write([]byte(text))
		return m.Sum(nil)
	}
	if !hmac.Equal(sum(r.Header.Get("X-Api-Key")), sum(os.Getenv("HOOK_KEY"))) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		_ = s.save(e)
	}
}

// nothing compares the hash of something that everybody may send.
func (s *server) nothing(w http.ResponseWriter, r *http.Request) { // want `nothing takes Customer.io webhooks and is not verified`
	if sha256.Sum256([]byte(r.URL.Path)) != sha256.Sum256([]byte("/customerio")) {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		_ = s.save(e)
	}
}

// present asks only whether there is a token.
func (s *server) present(w http.ResponseWriter, r *http.Request) { // want `present takes Customer.io webhooks and is not verified`
	if _, _, ok := r.BasicAuth(); !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		_ = s.save(e)
	}
}

// etag hashes the body, to answer with it.
func (s *server) etag(w http.ResponseWriter, r *http.Request) { // want `etag takes Customer.io webhooks and is not verified`
	var e event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		sum := sha256.Sum256([]byte(e.EventID))
		w.Header().Set("ETag", hex.EncodeToString(sum[:]))
		_ = s.save(e)
	}
}

func main() {
	s := &server{pass: os.Getenv("PASS")}
	http.HandleFunc("/customerio/basic", s.basic)
	http.HandleFunc("/customerio/arrays", s.arrays)
	http.HandleFunc("/customerio/stored", s.stored)
	http.HandleFunc("/customerio/keyed", s.keyed)
	http.HandleFunc("/customerio/nothing", s.nothing)
	http.HandleFunc("/customerio/present", s.present)
	http.HandleFunc("/customerio/etag", s.etag)
}
