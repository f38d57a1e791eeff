package erasure

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"time"
)

// An Option changes what an [Eraser] does.
type Option func(*settings)

// settings are what the options set. Credentials are kept in functions so that printing an Eraser does not show them.
type settings struct {
	siteID, apiKey   secret
	appKey           secret // nil: no verification
	region           Region
	trackURL, appURL string
	client           *http.Client
	timeout          time.Duration
	concurrency      int
	rate             float64
	policy           Retry
	verifyFor        time.Duration
	journal          *Journal // nil: none
	resumeWindow     time.Duration
	progress         func(Progress)
	clock            Clock
}

func defaults() settings {
	return settings{
		region:       US,
		timeout:      30 * time.Second,
		concurrency:  16,  // at 100 requests a second enough for answers that take 160 ms
		rate:         100, // the older of the two figures the vendor gives, and the one that is safe
		policy:       Retry{}.withDefaults(),
		verifyFor:    2 * time.Minute,
		resumeWindow: 7 * 24 * time.Hour,
		progress:     func(Progress) {},
		clock:        systemClock{},
	}
}

// A Source gives a credential each time it is needed, the current one. Sources of package credential are such.
type Source interface {
	Get(ctx context.Context) (string, error)
}

// WithCredentials takes the Track API pair from sources instead of New's arguments, before every request, so that a
// rotated key is used from then on. If the API refuses a pair (401) and the sources have another one by then, the
// request is repeated with that: the two are changed one after the other, and a request may catch them in between.
func WithCredentials(siteID, apiKey Source) Option {
	return func(s *settings) { s.siteID, s.apiKey = from(siteID), from(apiKey) }
}

// WithVerify makes sure, with an App API key of the same workspace, that an erased person is gone: it asks until
// nobody answers to the identifier, for two minutes unless [WithVerifyTimeout] says otherwise, and fails with
// [ErrStillThere] if somebody still does.
//
// A key of another workspace finds nobody, and so proves nothing. The App API grants 10 requests a second, so that
// in bulk verification takes most of the time.
func WithVerify(appKey string) Option {
	return func(s *settings) { s.appKey = fixed(appKey) }
}

// WithVerifySource is [WithVerify] for a key that changes.
func WithVerifySource(appKey Source) Option {
	return func(s *settings) { s.appKey = from(appKey) }
}

// WithVerifyTimeout sets how long verification waits for a person to be gone.
func WithVerifyTimeout(d time.Duration) Option {
	return func(s *settings) { s.verifyFor = d }
}

// A Region is where an account's data lives.
type Region string

// The regions there are. Choose the account's own: what is sent to the other one may be redirected, which an Eraser
// does not follow (https://docs.customer.io/files/journeys-track.json).
const (
	US Region = "us"
	EU Region = "eu"
)

var regions = map[Region]struct{ track, app string }{
	US: {"https://track.customer.io", "https://api.customer.io"},
	EU: {"https://track-eu.customer.io", "https://api-eu.customer.io"},
}

// WithRegion sets the region. The default is US.
func WithRegion(r Region) Option {
	return func(s *settings) { s.region = r }
}

// WithBaseURL replaces the region's addresses of the Track API and of the App API, for tests and proxies. An empty one
// keeps the region's. Plain http is for loopback addresses only, as requests carry keys and identifiers.
func WithBaseURL(track, app string) Option {
	return func(s *settings) { s.trackURL, s.appURL = track, app }
}

// WithHTTPClient sends requests through a copy of this client, which never follows redirects.
func WithHTTPClient(c *http.Client) Option {
	return func(s *settings) { s.client = c }
}

// WithTimeout limits how long one request may take, 30 seconds by default; then it is tried again.
func WithTimeout(d time.Duration) Option {
	return func(s *settings) { s.timeout = d }
}

// WithConcurrency sets how many people [Eraser.EraseAll] works on at a time. The default is 16.
func WithConcurrency(n int) Option {
	return func(s *settings) { s.concurrency = n }
}

// WithRateLimit sets how many Track API requests a second the Eraser sends at most, retries included. The default is
// 100. The limit is the workspace's, shared with everything else that sends to it: leave room.
func WithRateLimit(perSecond float64) Option {
	return func(s *settings) { s.rate = perSecond }
}

// WithRetry changes how often and after how long a request is repeated.
func WithRetry(r Retry) Option {
	return func(s *settings) { s.policy = r.withDefaults() }
}

// WithJournal records what is done in a journal, and lets [Eraser.EraseAll] resume.
func WithJournal(j *Journal) Option {
	return func(s *settings) { s.journal = j }
}

// WithResumeWindow sets how long a resumed run trusts that somebody recorded as erased still is, 7 days by default.
// Nothing but an unsuppress can bring them back, but after a long time nobody remembers that.
func WithResumeWindow(d time.Duration) Option {
	return func(s *settings) { s.resumeWindow = d }
}

// WithProgress calls back after each person of [Eraser.EraseAll], one call at a time. A slow callback slows the run.
func WithProgress(progress func(Progress)) Option {
	return func(s *settings) { s.progress = progress }
}

// WithClock replaces the clock by which requests are spaced, retried and dated, for tests.
func WithClock(c Clock) Option {
	return func(s *settings) { s.clock = c }
}

// check returns everything that is wrong with the settings.
func (s *settings) check() error {
	var problems []error
	refuse := func(is bool, problem string) {
		if is {
			problems = append(problems, fmt.Errorf("%w: %s", ErrConfig, problem))
		}
	}
	_, known := regions[s.region]
	refuse(!known, `the region is neither "us" nor "eu"`)
	refuse(!isBaseURL(s.trackURL), "the Track API's base URL is not an https URL")
	refuse(!isBaseURL(s.appURL), "the App API's base URL is not an https URL")
	refuse(s.siteID == nil || s.apiKey == nil, "a credential source is nil")
	refuse(s.timeout <= 0, "the timeout is not positive")
	refuse(s.concurrency < 1, "the concurrency is less than 1")
	refuse(!(s.rate >= 0.001), "the rate limit is below one request in 1000 seconds") // so neither is NaN
	refuse(s.verifyFor <= 0, "the verification timeout is not positive")
	refuse(s.resumeWindow <= 0, "the resume window is not positive")
	refuse(s.progress == nil, "the progress callback is nil")
	refuse(s.clock == nil, "the clock is nil")
	return errors.Join(problems...)
}

// isBaseURL accepts no URL at all, https, and http to this machine.
func isBaseURL(text string) bool {
	if text == "" {
		return true
	}
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return false
	}
	ip := net.ParseIP(u.Hostname())
	local := u.Hostname() == "localhost" || ip != nil && ip.IsLoopback()
	return u.Scheme == "https" || u.Scheme == "http" && local
}
