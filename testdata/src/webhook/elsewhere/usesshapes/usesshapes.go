// Mode: unless-clean.

// Package usesshapes relies on another package in many shapes.
package usesshapes

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"os"

	"webhook/elsewhere/shapes"
)

type opener interface {
	Open(r *http.Request) ([]byte, error)
}

type server struct {
	in     *shapes.Inspector
	opener opener
	check  func(http.Header, []byte) shapes.Result
	save   func(shapes.Event) error
}

func (s *server) receive(w http.ResponseWriter, r *http.Request) {
	e, err := s.in.Receive(r)
	if errors.Is(err, shapes.ErrForged) {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	if err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	_ = s.save(e)
}

func (s *server) open(w http.ResponseWriter, r *http.Request) {
	body, err := s.opener.Open(r)
	if err != nil {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e shapes.Event
	if json.Unmarshal(body, &e) == nil {
		_ = s.save(e)
	}
}

func (s *server) inspect(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if s.in.Inspect(r.Header, body) != shapes.OK {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e shapes.Event
	if json.Unmarshal(body, &e) == nil {
		_ = s.save(e)
	}
}

func (s *server) byField(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if s.check(r.Header, body) != shapes.OK {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e shapes.Event
	if json.Unmarshal(body, &e) == nil {
		_ = s.save(e)
	}
}

func (s *server) status(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if code := s.in.Status(r.Header, body); code != http.StatusOK {
		w.WriteHeader(code)
		return
	}
	var e shapes.Event
	if json.Unmarshal(body, &e) == nil {
		_ = s.save(e)
	}
}

func (s *server) gated(w http.ResponseWriter, r *http.Request) {
	var e shapes.Event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		_ = s.save(e)
	}
}

func (s *server) kept(w http.ResponseWriter, r *http.Request) {
	var e shapes.Event
	if json.Unmarshal(shapes.Body(r), &e) == nil {
		_ = s.save(e)
	}
}

// unheeded goes on with what could not be opened.
func (s *server) unheeded(w http.ResponseWriter, r *http.Request) {
	e, err := s.in.Receive(r)
	if err != nil { // want `handled all the same`
		log.Print(err)
	}
	_ = s.save(e)
}

// dropped looks at no result.
func (s *server) dropped(w http.ResponseWriter, r *http.Request) {
	body, _ := s.opener.Open(r) // want `is ignored`
	var e shapes.Event
	if json.Unmarshal(body, &e) == nil {
		_ = s.save(e)
	}
}

// unheededCode only logs.
func (s *server) unheededCode(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	if code := s.in.Inspect(r.Header, body); code != shapes.OK { // want `handled all the same`
		log.Print(code)
	}
	var e shapes.Event
	if json.Unmarshal(body, &e) == nil {
		_ = s.save(e)
	}
}

// droppedCode looks at no code.
func (s *server) droppedCode(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	w.WriteHeader(s.in.Status(r.Header, body)) // want `is ignored`
	var e shapes.Event
	if json.Unmarshal(body, &e) == nil {
		_ = s.save(e)
	}
}

// byData is told by what is there.
func (s *server) byData(w http.ResponseWriter, r *http.Request) {
	body, _ := s.in.Open(r)
	if len(body) == 0 {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	var e shapes.Event
	if json.Unmarshal(body, &e) == nil {
		_ = s.save(e)
	}
}

// ungated is registered without the gate.
func (s *server) ungated(w http.ResponseWriter, r *http.Request) { // want `ungated takes Customer.io webhooks and is not verified`
	var e shapes.Event
	if json.NewDecoder(r.Body).Decode(&e) == nil {
		_ = s.save(e)
	}
}

func main() {
	in, err := shapes.New([]byte(os.Getenv("KEY")))
	if err != nil {
		log.Fatal(err)
	}
	s := &server{in: in, opener: in, check: in.Inspect, save: func(shapes.Event) error { return nil }}
	http.HandleFunc("/a", s.receive)
	http.HandleFunc("/b", s.open)
	http.HandleFunc("/c", s.inspect)
	http.HandleFunc("/d", s.byField)
	http.HandleFunc("/e", s.status)
	http.Handle("/f", &shapes.Gate{Inspector: in, Next: http.HandlerFunc(s.gated)})
	http.Handle("/g", shapes.Decoded(in, func(_ context.Context, e shapes.Event) error { return s.save(e) }))
	http.HandleFunc("/h", in.Keep(s.kept))
	http.HandleFunc("/i", s.unheeded)
	http.HandleFunc("/j", s.dropped)
	http.HandleFunc("/k", s.ungated)
	http.HandleFunc("/l", s.unheededCode)
	http.HandleFunc("/m", s.droppedCode)
	http.HandleFunc("/n", s.byData)
}
