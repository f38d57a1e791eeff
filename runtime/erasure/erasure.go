package erasure

import (
	"context"
	"fmt"
	"net/http"
	"strings"
)

// An Eraser erases people from one workspace. Make it with [New]; it is safe for concurrent use, and its limit on
// requests holds for all of its uses together.
type Eraser struct {
	settings
	track, app endpoint
	bad        error // what is wrong with the options; every use returns it
}

// New returns an Eraser for the workspace that this pair of Track API credentials belongs to, in the US region unless
// [WithRegion] says otherwise. It sends nothing. What is wrong with its arguments is told by the first use, as an
// error that is [ErrConfig].
//
// Keys belong in a secret store, not in source code; [WithCredentials] takes pairs that change.
func New(siteID, apiKey string, opts ...Option) *Eraser {
	e := &Eraser{settings: defaults()}
	e.siteID, e.apiKey = fixed(siteID), fixed(apiKey)
	for _, opt := range opts {
		if opt == nil {
			e.bad = fmt.Errorf("%w: an option is nil", ErrConfig)
			return e
		}
		opt(&e.settings)
	}
	e.bad = e.settings.check()
	if e.bad != nil {
		return e
	}
	client := e.httpClient()
	e.track = endpoint{base: e.trackBase(), client: client, limit: newLimiter(e.clock, e.rate), authorize: e.basicAuth}
	e.app = endpoint{base: e.appBase(), client: client, limit: newLimiter(e.clock, appRate), authorize: e.bearerAuth}
	return e
}

// appRate is what the App API grants: 10 requests a second
// (https://docs.customer.io/integrations/api/app/tag/).
const appRate = 10

// Erase suppresses a person, then deletes them, and with [WithVerify] makes sure that they are gone. With
// [WithJournal] each step is on disk when Erase returns. It always does its work, whatever the journal says of earlier
// runs.
//
// The error is nil only if every step succeeded. Otherwise it is one of:
//   - an error that is [ErrInvalidID], [ErrConfig] or [ErrJournal]; for the first nothing was sent;
//   - an [*Error] that names the step that failed; the steps after it were not tried. It is [ErrStillThere] if
//     verification ran out of time, and the context's error if that ended.
func (e *Eraser) Erase(ctx context.Context, id string) error {
	if err := e.usable(); err != nil {
		return err
	}
	err := e.erase(ctx, id, 0)
	if syncErr := e.journal.sync(); syncErr != nil {
		return syncErr
	}
	return err
}

// usable returns what is wrong with the options, or that there were none.
func (e *Eraser) usable() error {
	if e == nil || e.clock == nil && e.bad == nil {
		return fmt.Errorf("%w: this Eraser was not made by New", ErrConfig)
	}
	return e.bad
}

// erase does one person's steps and notes each in the journal, as part of the given run. It does not wait for the
// journal to reach the disk.
func (e *Eraser) erase(ctx context.Context, id string, run int64) error {
	if err := checkID(id); err != nil {
		return e.note(entry{Run: run, What: whatReject, Outcome: outcomeFailed, Error: err.Error()}, id, err)
	}
	for _, s := range e.steps() {
		attempts, err := s.do(ctx, id)
		if err == nil {
			err = e.note(entry{Run: run, What: s.name, Outcome: outcomeDone, Status: http.StatusOK, Attempts: attempts}, id, nil)
		} else if err = failed(s.name, attempts, id, err); ctx.Err() == nil { // an interrupted step has no outcome to note
			err = e.note(failure(run, err), id, err)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// note records an entry about a person and returns err, or why it could not be recorded.
func (e *Eraser) note(line entry, id string, err error) error {
	if writeErr := e.journal.person(e.clock.Now(), line, id); writeErr != nil {
		return writeErr
	}
	return err
}

// A step is one of the things done to a person. do returns the number of requests it took.
type step struct {
	name string
	do   func(ctx context.Context, id string) (attempts int, err error)
}

// steps are what has to succeed, in this order, before a person is erased.
func (e *Eraser) steps() []step {
	steps := []step{{whatSuppress, e.suppress}, {whatDelete, e.delete}}
	if e.appKey != nil {
		steps = append(steps, step{whatVerify, e.verify})
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

func (e *Eraser) trackBase() string {
	if e.trackURL != "" {
		return strings.TrimRight(e.trackURL, "/")
	}
	return regions[e.region].track
}

func (e *Eraser) appBase() string {
	if e.appURL != "" {
		return strings.TrimRight(e.appURL, "/")
	}
	return regions[e.region].app
}
