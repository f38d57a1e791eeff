package credential_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/credential"
)

// fakeTrack answers as the Track API is documented to: basic authentication on every path, 401 for a pair it does not
// know, 200 {} for an identify, and the region document. Pairs come and go while it serves.
type fakeTrack struct {
	*httptest.Server
	region string
	work   time.Duration // an identify takes this long after the pair was accepted

	mu      sync.Mutex
	pairs   map[string]bool
	checks  int            // GET /api/v1/accounts/region
	refused int            // identifies answered with 401
	people  map[string]int // how often each person was accepted
}

// pair is a site ID and API key as the sources hold them.
type pair struct{ site, key string }

func newPair(n int) pair { return pair{fmt.Sprintf("site-%d", n), fmt.Sprintf("key-%d", n)} }

func newFakeTrack(t testing.TB, pairs ...pair) *fakeTrack {
	f := &fakeTrack{region: "us", pairs: map[string]bool{}, people: map[string]int{}}
	for _, p := range pairs {
		f.allow(p)
	}
	f.Server = httptest.NewServer(f)
	f.Client().Transport.(*http.Transport).MaxIdleConnsPerHost = 1000 // or each request opens a port of its own
	t.Cleanup(f.Server.Close)
	return f
}

func (f *fakeTrack) allow(p pair)  { f.set(p, true) }
func (f *fakeTrack) revoke(p pair) { f.set(p, false) }

func (f *fakeTrack) set(p pair, valid bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.pairs[p.site+":"+p.key] = valid
}

func (f *fakeTrack) counts() (checks, refused int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.checks, f.refused
}

func (f *fakeTrack) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	site, key, _ := r.BasicAuth()
	region := r.Method == http.MethodGet && r.URL.Path == "/api/v1/accounts/region"
	person, identify := strings.CutPrefix(r.URL.Path, "/api/v1/customers/")
	f.mu.Lock()
	valid := f.pairs[site+":"+key]
	if region {
		f.checks++
	}
	if identify && !valid {
		f.refused++
	}
	f.mu.Unlock()
	switch {
	case !valid:
		http.Error(w, `{"meta":{"error":"unauthorized"}}`, http.StatusUnauthorized)
	case region:
		_, _ = fmt.Fprintf(w, `{"url":"track.customer.io","region":%q,"environment_id":7}`, f.region)
	case identify && r.Method == http.MethodPut:
		f.identify(w, r, person)
	default:
		http.NotFound(w, r)
	}
}

func (f *fakeTrack) identify(w http.ResponseWriter, r *http.Request, person string) {
	var attributes map[string]any
	if err := json.NewDecoder(r.Body).Decode(&attributes); err != nil || attributes["id"] != person {
		http.Error(w, `{"meta":{"error":"the body does not belong to the person"}}`, http.StatusBadRequest)
		return
	}
	time.Sleep(f.work)
	f.mu.Lock()
	f.people[person]++
	f.mu.Unlock()
	_, _ = io.WriteString(w, "{}\n")
}

func (f *fakeTrack) verifier() credential.TrackVerifier {
	return credential.TrackVerifier{Region: credential.RegionUS, BaseURL: f.URL, Client: f.Client()}
}

// trackClient has its keys baked in, as the SDK's client has, and its errors tell the status, as the SDK's do.
type trackClient struct {
	url    string
	pair   pair
	http   *http.Client
	closed chan struct{} // closed by close; may be nil
}

type statusError int

func (e statusError) Error() string   { return fmt.Sprintf("status %d", int(e)) }
func (e statusError) StatusCode() int { return int(e) }

func (f *fakeTrack) build(keys []credential.String) (*trackClient, error) {
	p := pair{keys[0].Reveal(), keys[1].Reveal()}
	return &trackClient{url: f.URL, pair: p, http: f.Client(), closed: make(chan struct{})}, nil
}

func (c *trackClient) close() { close(c.closed) }

func (c *trackClient) identify(ctx context.Context, person string) error {
	select {
	case <-c.closed:
		return fmt.Errorf("the client was closed under its user")
	default:
	}
	body, err := json.Marshal(map[string]any{"id": person})
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPut, c.url+"/api/v1/customers/"+url.PathEscape(person), bytes.NewReader(body))
	if err != nil {
		return err
	}
	if c.pair != (pair{}) {
		req.SetBasicAuth(c.pair.site, c.pair.key)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer func() { _ = resp.Body.Close() }()
	_, _ = io.Copy(io.Discard, resp.Body)
	if resp.StatusCode != http.StatusOK {
		return statusError(resp.StatusCode)
	}
	return nil
}

// store is a pair of sources that a test changes.
type store struct {
	mu    sync.Mutex
	pair  pair
	err   error
	reads int
}

func (s *store) set(p pair) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pair, s.err = p, nil
}

func (s *store) fail(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.err = err
}

func (s *store) sources() []credential.Source {
	return []credential.Source{s.source(func(p pair) string { return p.site }), s.source(func(p pair) string { return p.key })}
}

func (s *store) source(part func(pair) string) credential.Source {
	return credential.SourceFunc(func(context.Context) (string, error) {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.reads++
		return part(s.pair), s.err
	})
}
