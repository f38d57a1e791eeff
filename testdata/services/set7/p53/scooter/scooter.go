// Package scooter rents scooters.
package scooter

import (
	"net/http"

	"services/set7/p53/handset"
)

// AddDevice saves the device of a rider.
type AddDevice func(rider, token, platform string, attributes map[string]any) error

// Server for the app.
type Server struct {
	mux  http.ServeMux
	add  AddDevice
	who  func(*http.Request) (string, bool)
	open int
}

// New returns a Server.
func New(add AddDevice, who func(*http.Request) (string, bool)) *Server {
	s := &Server{add: add, who: who}
	s.mux.HandleFunc("POST /hello", s.hello)
	return s
}

func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }

func (s *Server) hello(w http.ResponseWriter, r *http.Request) {
	rider, ok := s.who(r)
	if !ok {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	h := handset.Parse(r.Header)
	if h.PushToken == "" {
		w.WriteHeader(http.StatusNoContent)
		return
	}
	if err := s.add(rider, h.PushToken, h.Platform, h.Describe(handset.Power, handset.Ads)); err != nil {
		w.WriteHeader(http.StatusBadGateway)
	}
}
