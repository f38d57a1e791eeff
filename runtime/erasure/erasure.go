package erasure

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"

	"github.com/ciolint/ciolint/runtime/credential"
)

// An Eraser erases people from one workspace. Make it with [New]; it is safe for concurrent use, and its limit on
// requests holds for all of its uses together.
type Eraser struct {
	settings
	track, app endpoint
}

// New returns an Eraser for the workspace that this pair of Track API credentials belongs to, in the region of its
// account. It sends nothing and reads no key yet. The error is [ErrConfig] and says all that is wrong.
//
// The keys are read before every request, so that a rotated one is used from then on. If the API refuses a pair (401)
// and the sources have another one within 5 seconds, the request is repeated with that: the old key may be dead before
// the new one is stored, and the two of a pair are changed one after the other.
func New(region credential.Region, siteID, apiKey credential.Source, opts ...Option) (*Eraser, error) {
	e := &Eraser{settings: defaults()}
	for _, opt := range opts {
		if opt == nil {
			return nil, fmt.Errorf("%w: an option is nil", ErrConfig)
		}
		opt(&e.settings)
	}
	if err := e.check(region, siteID, apiKey); err != nil {
		return nil, err
	}
	client := e.httpClient()
	e.track = endpoint{
		base: baseURL(e.trackURL, region.TrackURL()), client: client,
		limit: newLimiter(e.clock, e.rate, e.policy.MaxRetryAfter), authorize: basicAuth(siteID, apiKey),
	}
	e.app = endpoint{
		base: baseURL(e.appURL, region.AppURL()), client: client,
		limit: newLimiter(e.clock, appRate, e.policy.MaxRetryAfter), authorize: bearerAuth(e.appKey),
	}
	e.siteID = siteID
	return e, nil
}

// appRate is what the App API grants: 10 requests a second
// (https://docs.customer.io/integrations/api/app/tag/).
const appRate = 10

// Erase suppresses a person, then deletes them, and with [WithVerify] makes sure that they are gone. With
// [WithJournal] the intention is on record before anything is sent, and what became of it when Erase returns. It always
// does its work, whatever the journal says of earlier runs.
//
// The error is nil only if every step succeeded. Otherwise it is one of:
//   - an error that is [ErrInvalidID] or [ErrConfig]: nothing was sent;
//   - an error that is [ErrJournal]: nothing was sent, unless it is also an [*Error] or says that the outcome is what
//     could not be recorded;
//   - an [*Error] that names the step that failed; the steps after it were not tried. It is [ErrCredentials] or [ErrHeld]
//     if the same would happen to anybody, [ErrStillThere] if verification ran out of time, and the context's error if
//     that ended.
func (e *Eraser) Erase(ctx context.Context, id string) error {
	if err := e.usable(); err != nil {
		return err
	}
	if checkID(id) == nil {
		if err := e.record(ctx, Entry{ID: id, Outcome: Started}); err != nil {
			return fmt.Errorf("%w; nothing was sent", err)
		}
	}
	entry, err := e.erase(ctx, id)
	if recordErr := e.record(ctx, entry); recordErr != nil {
		return errors.Join(err, fmt.Errorf("the outcome is not on record: %w", recordErr))
	}
	return err
}

// usable returns what is wrong with an Eraser that New has not made.
func (e *Eraser) usable() error {
	if e == nil || e.clock == nil {
		return fmt.Errorf("%w: this Eraser was not made by New", ErrConfig)
	}
	return nil
}

// erase does one person's steps and returns what there is to record of it. A step that was interrupted, or that met
// what concerns everybody, says nothing of the person.
func (e *Eraser) erase(ctx context.Context, id string) (Entry, error) {
	entry := Entry{ID: id, Outcome: Erased}
	if err := checkID(id); err != nil {
		entry.Outcome, entry.Error = Invalid, err.Error()
		return entry, err
	}
	for _, s := range e.steps() {
		attempts, err := s.do(ctx, id)
		if err == nil {
			entry.Steps = append(entry.Steps, Step{Name: s.name, Attempts: attempts})
			continue
		}
		failure := failed(s.name, attempts, id, err)
		if entry.Outcome = Failed; ctx.Err() != nil || concernsAll(err) {
			entry.Outcome = Interrupted
		}
		entry.FailedStep, entry.Status, entry.Attempts, entry.Error = s.name, failure.Status, attempts, failure.Message
		return entry, failure
	}
	return entry, nil
}

// record puts an entry into the journal, if there is one and if something happened, and returns when it is kept. Also
// what was done before the context ended has to be on record.
func (e *Eraser) record(ctx context.Context, entry Entry) error {
	nothing := entry.Outcome == Interrupted && len(entry.Steps) == 0 && entry.Status == 0
	if e.journal == nil || nothing {
		return nil
	}
	ctx, cancel := e.afterwards(ctx)
	defer cancel()
	entry.Time = e.clock.Now()
	return e.journal.Record(ctx, entry)
}

// afterwards is a context for what has to be done although the given one may have ended.
func (e *Eraser) afterwards(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.WithoutCancel(ctx), e.timeout)
}

// A step is one of the things done to a person. do returns the number of requests it took.
type step struct {
	name string
	do   func(ctx context.Context, id string) (attempts int, err error)
}

// steps are what has to succeed, in this order, before a person is erased.
func (e *Eraser) steps() []step {
	steps := []step{{Suppress, e.suppress}, {Delete, e.delete}}
	if e.appKey != nil {
		steps = append(steps, step{Verify, e.verify})
	}
	return steps
}

func (e *Eraser) suppress(ctx context.Context, id string) (int, error) {
	_, attempts, err := e.retry(ctx, e.track, http.MethodPost, personPath(id)+"/suppress")
	return attempts, err
}

func (e *Eraser) delete(ctx context.Context, id string) (int, error) {
	_, attempts, err := e.retry(ctx, e.track, http.MethodDelete, personPath(id))
	return attempts, err
}

// httpClient returns the caller's client, or one of our own, made not to follow redirects.
func (e *Eraser) httpClient() *http.Client {
	var client http.Client
	if e.client != nil {
		client = *e.client
	} else {
		client.Transport = e.transport()
	}
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &client
}

// transport is the process's own, made to keep as many connections as there are workers; else every third request opens
// one. A program that put something else in the place of the standard library's transport keeps that.
func (e *Eraser) transport() http.RoundTripper {
	standard, ok := http.DefaultTransport.(*http.Transport)
	if !ok {
		return http.DefaultTransport
	}
	transport := standard.Clone()
	transport.MaxIdleConnsPerHost = e.concurrency
	return transport
}

// baseURL is the one that was set, else the region's.
func baseURL(set, region string) string {
	if set != "" {
		return strings.TrimRight(set, "/")
	}
	return region
}
