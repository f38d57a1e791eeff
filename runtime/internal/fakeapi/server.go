package fakeapi

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"time"
)

// A Server is one workspace. Its methods are safe for concurrent use.
type Server struct {
	// URL is the base of both the Track API and the App API.
	URL string

	http *httptest.Server

	mu        sync.Mutex
	region    string
	trackKeys map[trackKey]bool
	appKeys   map[string]bool
	people    map[string]*Person // by every identifier the person has
	blocked   map[string]bool    // suppressed identifiers
	lag       time.Duration
	leaving   map[*Person]time.Time // erased, still visible to the App API until then
	fault     func(*http.Request) Fault
	calls     []Call
	active    int
	peak      int
	nextCioID int
	removed   int
}

type trackKey struct{ siteID, key string }

// A Person is a profile. CioID is made up when empty.
type Person struct {
	ID, Email, CioID string
}

// A Call is one request as the server took it, in order of arrival.
type Call struct {
	Method     string
	Path       string // as sent, still escaped, with the query
	Action     string // region, identify, event, delete, suppress, unsuppress, search, attributes; empty for no known route
	Identifier string // decoded; empty where the action has none
	SiteID     string // who asked, for the Track API
	Status     int    // what was answered; 0 for a connection that was cut
	Applied    bool   // whether the action took effect (a Fault can prevent it, or hide it)
	At         time.Time
}

// New starts a workspace in the US region, without credentials and people. Close it.
func New() *Server {
	s := &Server{
		region:    "us",
		trackKeys: map[trackKey]bool{},
		appKeys:   map[string]bool{},
		people:    map[string]*Person{},
		blocked:   map[string]bool{},
		leaving:   map[*Person]time.Time{},
	}
	s.http = httptest.NewServer(s)
	s.URL = s.http.URL
	return s
}

// Close stops the server.
func (s *Server) Close() { s.http.Close() }

// SetRegion sets what the server says it is, "us" or "eu".
func (s *Server) SetRegion(region string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.region = region
}

// AddTrackKey makes a site ID and key valid, beside those that are.
func (s *Server) AddTrackKey(siteID, key string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.trackKeys[trackKey{siteID, key}] = true
}

// RevokeTrackKey makes a site ID and key invalid from the next request on.
func (s *Server) RevokeTrackKey(siteID, key string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.trackKeys, trackKey{siteID, key})
}

// AddAppKey makes an App API key valid.
func (s *Server) AddAppKey(key string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.appKeys[key] = true
}

// RevokeAppKey makes an App API key invalid from the next request on.
func (s *Server) RevokeAppKey(key string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.appKeys, key)
}

// SetLag makes the App API see an erased person for that much longer: the real one applies changes some time after
// it has accepted them.
func (s *Server) SetLag(lag time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.lag = lag
}

// Calls returns what was asked so far.
func (s *Server) Calls() []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Call(nil), s.calls...)
}

// Peak is the largest number of requests that were under way at the same time.
func (s *Server) Peak() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.peak
}
