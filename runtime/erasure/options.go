package erasure

import (
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/ciolint/ciolint/runtime/credential"
)

// An Option changes what an [Eraser] does.
type Option func(*settings)

// settings are what the options set, and the site ID, which is also how a journal tells workspaces apart.
type settings struct {
	siteID           credential.Source
	appKey           credential.Source // nil: no verification
	wantsVerify      bool
	trackURL, appURL string
	client           *http.Client
	timeout          time.Duration
	concurrency      int
	rate             float64
	policy           Retry
	verifyFor        time.Duration
	journal          Journal // nil: none
	wantsJournal     bool
	resumeWindow     time.Duration
	progress         func(Progress)
	clock            Clock
}

func defaults() settings {
	return settings{
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

// WithVerify makes sure, with an App API key of the same workspace, that an erased person is gone: it asks until
// nobody answers to the identifier, for two minutes unless [WithVerifyTimeout] says otherwise, and fails with
// [ErrStillThere] if somebody still does.
//
// A key of another workspace finds nobody, and so proves nothing. The App API grants 10 requests a second, so that
// in bulk verification takes most of the time.
func WithVerify(appKey credential.Source) Option {
	return func(s *settings) { s.appKey, s.wantsVerify = appKey, true }
}

// WithVerifyTimeout sets how long verification waits for a person to be gone.
func WithVerifyTimeout(d time.Duration) Option {
	return func(s *settings) { s.verifyFor = d }
}

// WithBaseURL replaces the region's addresses of the Track API and of the App API, for tests and proxies. An empty one
// keeps the region's. Plain http is for loopback addresses only, as requests carry keys and identifiers.
func WithBaseURL(track, app string) Option {
	return func(s *settings) { s.trackURL, s.appURL = track, app }
}

// WithHTTPClient sends requests through a copy of this client, which never follows redirects. Identifiers are in the
// URLs: if the client's transport traces requests, put it behind that of runtime/tracing.
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
	return func(s *settings) { s.policy = r }
}

// WithJournal records what is done in a journal, and lets [Eraser.EraseAll] resume.
func WithJournal(j Journal) Option {
	return func(s *settings) { s.journal, s.wantsJournal = j, true }
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

// check returns everything that is wrong with New's arguments.
func (s *settings) check(region credential.Region, siteID, apiKey credential.Source) error {
	var problems []error
	refuse := func(is bool, problem string) {
		if is {
			problems = append(problems, fmt.Errorf("%w: %s", ErrConfig, problem))
		}
	}
	if err := region.Check(); err != nil {
		problems = append(problems, fmt.Errorf("%w: %w", ErrConfig, err))
	}
	refuse(siteID == nil || apiKey == nil, "a credential source is nil")
	refuse(s.wantsVerify && s.appKey == nil, "the source of the App API key is nil")
	refuse(s.wantsJournal && !isMade(s.journal), "the journal is nil, or not made by OpenJournal or NewJournal")
	refuse(!isBaseURL(s.trackURL), "the Track API's base URL is not an https URL")
	refuse(!isBaseURL(s.appURL), "the App API's base URL is not an https URL")
	refuse(s.timeout <= 0, "the timeout is not positive")
	refuse(s.concurrency < 1, "the concurrency is less than 1")
	refuse(!(s.rate >= 0.001), "the rate limit is below one request in 1000 seconds") // so neither is NaN
	refuse(s.policy.isNegative(), "a field of Retry is negative")
	refuse(s.verifyFor <= 0, "the verification timeout is not positive")
	refuse(s.resumeWindow <= 0, "the resume window is not positive")
	refuse(s.progress == nil, "the progress callback is nil")
	refuse(s.clock == nil, "the clock is nil")
	s.policy = s.policy.withDefaults()
	return errors.Join(problems...)
}

// isMade also sees the nil that OpenJournal returns with an error.
func isMade(j Journal) bool {
	sealed, ok := j.(*SealedJournal)
	return j != nil && (!ok || sealed != nil && sealed.keyed != nil)
}

// isBaseURL accepts no URL at all, and one that keys and people may be sent to.
func isBaseURL(text string) bool { return text == "" || credential.CheckBaseURL(text) == nil }
