package ciotest

import (
	"math/rand/v2"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// A Kind says how a request goes wrong.
type Kind uint8

const (
	None      Kind = iota // it does not
	Refuse                // answered with Status and Body; nothing is done
	Drop                  // the connection is cut before anything is done
	LoseReply             // it is done, and then the connection is cut
	Hang                  // nothing is done and nothing answered, until the client gives up or the workspace is closed
)

// A Fault is what happens to one request. The zero Fault lets it pass.
type Fault struct {
	Kind       Kind
	Status     int           // for Refuse; 200 is one of the faults there are
	RetryAfter string        // header text, for Refuse; none if empty
	Location   string        // header text, for Refuse with a redirect
	Body       string        // for Refuse; {} if empty
	Delay      time.Duration // before anything else
}

// SetFault decides the fate of every request from now on; nil lets all pass. The function is called from many
// goroutines at once.
func (w *Workspace) SetFault(fault func(*http.Request) Fault) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.fault = fault
}

// Always gives every request the same fate.
func Always(fault Fault) func(*http.Request) Fault {
	return func(*http.Request) Fault { return fault }
}

// Script gives the requests their fates one after the other, and lets all pass after the last.
func Script(faults ...Fault) func(*http.Request) Fault {
	var mu sync.Mutex
	return func(*http.Request) Fault {
		mu.Lock()
		defer mu.Unlock()
		if len(faults) == 0 {
			return Fault{}
		}
		next := faults[0]
		faults = faults[1:]
		return next
	}
}

// On applies faults to one action only: region, identify, event, anonymous_event, delete, suppress, unsuppress, merge,
// add_device or delete_device of the Track API; entity or batch of its second version, whatever they ask for; search or
// attributes of the App API; cdp.identify, cdp.track, cdp.page, cdp.screen, cdp.group, cdp.alias or cdp.batch of the Data
// Pipelines API.
func On(action string, fault func(*http.Request) Fault) func(*http.Request) Fault {
	return func(r *http.Request) Fault {
		if parse(r).action != action {
			return Fault{}
		}
		return fault(r)
	}
}

// RandomFaults lets the given share of requests fail by 500, 503, 429 with and without Retry-After, a 200 that reports
// an error, a proxy's page, a cut connection, or a lost reply. The same seed gives the same sequence of fates.
func RandomFaults(seed uint64, share float64) func(*http.Request) Fault {
	var mu sync.Mutex
	random := rand.New(rand.NewPCG(seed, seed))
	faults := []Fault{
		{Kind: Refuse, Status: http.StatusInternalServerError},
		{Kind: Refuse, Status: http.StatusServiceUnavailable},
		{Kind: Refuse, Status: http.StatusTooManyRequests},
		{Kind: Refuse, Status: http.StatusTooManyRequests, RetryAfter: "0"},
		{Kind: Refuse, Status: http.StatusOK, Body: `{"meta":{"error":"try again"}}`},
		{Kind: Refuse, Status: http.StatusOK, Body: "<html>back in a minute</html>"},
		{Kind: Drop},
		{Kind: LoseReply},
	}
	return func(*http.Request) Fault {
		mu.Lock()
		defer mu.Unlock()
		if random.Float64() >= share {
			return Fault{}
		}
		return faults[random.IntN(len(faults))]
	}
}

// SetRateLimit answers 429 to more than so many requests within a second, with the header Retry-After: 1 if asked for;
// 0 is no limit. The vendor documents no such header, and its own clients honour it.
func (w *Workspace) SetRateLimit(perSecond int, withRetryAfter bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.rate = rateLimit{perSecond: perSecond, withRetryAfter: withRetryAfter}
}

// A rateLimit knows when the last requests came that it let pass.
type rateLimit struct {
	perSecond      int
	withRetryAfter bool
	passed         []time.Time
}

// take lets a request pass, or not.
func (l *rateLimit) take(now time.Time) bool {
	if l.perSecond <= 0 {
		return true
	}
	for len(l.passed) > 0 && now.Sub(l.passed[0]) >= time.Second {
		l.passed = l.passed[1:]
	}
	if len(l.passed) >= l.perSecond {
		return false
	}
	l.passed = append(l.passed, now)
	return true
}

// faultFor is the fate of a request.
func (w *Workspace) faultFor(r *http.Request) Fault {
	w.mu.Lock()
	fault, passes, withHeader := w.fault, w.rate.take(time.Now()), w.rate.withRetryAfter
	w.mu.Unlock()
	switch {
	case !passes && withHeader:
		return Fault{Kind: Refuse, Status: http.StatusTooManyRequests, RetryAfter: "1"}
	case !passes:
		return Fault{Kind: Refuse, Status: http.StatusTooManyRequests}
	case fault == nil:
		return Fault{}
	}
	return fault(r)
}

// write lets the client see the fault.
func (f Fault) write(w http.ResponseWriter) {
	if f.Kind != Refuse {
		panic(http.ErrAbortHandler) // cuts the connection without a word in the log
	}
	if f.RetryAfter != "" {
		w.Header().Set("Retry-After", f.RetryAfter)
	}
	if f.Location != "" {
		w.Header().Set("Location", f.Location)
	}
	body := f.Body
	if body == "" {
		body = "{}"
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(f.Status)
	w.Write([]byte(body))
}

// wait lets time pass before the answer, or for a Hang until there is nobody to answer.
func (w *Workspace) wait(r *http.Request, f Fault) {
	delay := f.Delay
	if f.Kind == Hang {
		delay = 1<<63 - 1
	}
	if delay <= 0 {
		return
	}
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-r.Context().Done():
	case <-w.closed:
	}
}
