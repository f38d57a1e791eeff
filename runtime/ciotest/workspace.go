package ciotest

import (
	"crypto/rand"
	"encoding/hex"
	"net/http"
	"net/http/httptest"
	"sync"
	"time"

	"github.com/ciolint/ciolint/runtime/credential"
)

// A Workspace is one workspace on a local HTTP server. Its methods are safe for concurrent use.
type Workspace struct {
	// URL is the base of the Track, the App and the Data Pipelines API.
	URL string

	// What the workspace begins with, made up anew for each: a pair for the Track API, a key for the App API, one for the
	// Data Pipelines API, and the one that webhooks are signed with.
	SiteID, APIKey, AppKey, WriteKey, SigningKey string

	http   *httptest.Server
	closed chan struct{} // lets go of whoever waits for an answer
	once   sync.Once

	mu        sync.Mutex
	region    credential.Region
	trackKeys map[trackKey]bool
	appKeys   map[string]bool
	writeKeys map[string]bool
	people    registry
	fault     func(*http.Request) Fault
	rate      rateLimit
	calls     []Call
	active    int
	peak      int
}

type trackKey struct{ siteID, key string }

// A Call is one request as the workspace took it, in order of arrival.
type Call struct {
	Host       string
	Method     string
	Path       string // as sent, still escaped, with the query
	Action     string // see [On]; empty for no known route
	Identifier string // decoded; empty where the action has none
	SiteID     string // who asked, for the Track API
	Body       []byte
	Status     int  // what was answered; 0 if nothing was
	Applied    bool // whether the action, of a batch any, took effect (a Fault can prevent it, or hide it)
	At         time.Time
}

// New starts a workspace in the US region, without people. Close it.
func New() *Workspace {
	w := &Workspace{
		SiteID: hexText(10), APIKey: hexText(10), AppKey: hexText(16), WriteKey: hexText(10), SigningKey: hexText(32),
		closed:    make(chan struct{}),
		region:    credential.RegionUS,
		trackKeys: map[trackKey]bool{},
		appKeys:   map[string]bool{},
		writeKeys: map[string]bool{},
		people: registry{
			byName:  map[string]*profile{},
			blocked: map[string][]string{},
			leaving: map[*profile]time.Time{},
		},
	}
	w.AddTrackKey(w.SiteID, w.APIKey)
	w.AddAppKey(w.AppKey)
	w.AddWriteKey(w.WriteKey)
	w.http = httptest.NewServer(http.HandlerFunc(w.serve))
	w.URL = w.http.URL
	return w
}

// hexText is a text of so many random bytes, as Customer.io's keys look.
func hexText(n int) string {
	random := make([]byte, n)
	rand.Read(random)
	return hex.EncodeToString(random)
}

// Close stops the server and ends what still waits for an answer.
func (w *Workspace) Close() {
	w.once.Do(func() { close(w.closed) })
	w.http.Close()
}

// SetRegion sets where the workspace's account is. The default is the US.
func (w *Workspace) SetRegion(region credential.Region) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.region = region
}

// AddTrackKey makes a site ID and key valid, beside those that are.
func (w *Workspace) AddTrackKey(siteID, key string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.trackKeys[trackKey{siteID, key}] = true
}

// RevokeTrackKey makes a site ID and key invalid from the next request on.
func (w *Workspace) RevokeTrackKey(siteID, key string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.trackKeys, trackKey{siteID, key})
}

// AddAppKey makes an App API key valid.
func (w *Workspace) AddAppKey(key string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.appKeys[key] = true
}

// RevokeAppKey makes an App API key invalid from the next request on.
func (w *Workspace) RevokeAppKey(key string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.appKeys, key)
}

// AddWriteKey makes a key of the Data Pipelines API valid.
func (w *Workspace) AddWriteKey(key string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.writeKeys[key] = true
}

// RevokeWriteKey makes a key of the Data Pipelines API invalid from the next request on.
func (w *Workspace) RevokeWriteKey(key string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	delete(w.writeKeys, key)
}

// SetLag makes the App API see an erased person for that much longer: the real one applies changes some time after
// it has accepted them.
func (w *Workspace) SetLag(lag time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.people.lag = lag
}

// Calls returns what was asked so far.
func (w *Workspace) Calls() []Call {
	w.mu.Lock()
	defer w.mu.Unlock()
	return append([]Call(nil), w.calls...)
}

// Peak is the largest number of requests that were under way at the same time.
func (w *Workspace) Peak() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.peak
}
