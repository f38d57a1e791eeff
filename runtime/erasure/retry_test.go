package erasure_test

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/ciotest"
	"github.com/ciolint/ciolint/runtime/erasure"
)

func jsonBody(text string) io.ReadCloser { return io.NopCloser(strings.NewReader(text)) }

func refuse(status int) ciotest.Fault { return ciotest.Fault{Kind: ciotest.Refuse, Status: status} }

func TestTemporaryFailuresAreRetried(t *testing.T) {
	for name, fault := range map[string]ciotest.Fault{
		"408": refuse(408), "425": refuse(425), "429": refuse(429), "500": refuse(500), "502": refuse(502), "503": refuse(503), "504": refuse(504), "522": refuse(522),
		"524": refuse(524), "cut": {Kind: ciotest.Drop}, "reply lost": {Kind: ciotest.LoseReply},
	} {
		api := newAPI(t)
		api.AddPerson(ciotest.Person{ID: "user_1"})
		api.SetFault(failing(3, fault))
		clock := newClock()
		if err := newEraser(api, erasure.WithClock(clock)).Erase(t.Context(), "user_1"); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !api.Suppressed("user_1") || api.Exists("user_1") || len(api.Calls()) != 5 {
			t.Errorf("%s: calls %q", name, actions(api))
		}
		if pauses := clock.pauses(); len(pauses) != 3 {
			t.Errorf("%s: pauses %v", name, pauses)
		}
	}
}

func TestBothStepsAreRetriedByThemselves(t *testing.T) {
	api := newAPI(t)
	seen := map[string]int{}
	api.SetFault(func(r *http.Request) ciotest.Fault {
		if seen[r.Method]++; seen[r.Method] <= 2 {
			return refuse(500)
		}
		return ciotest.Fault{}
	})
	if err := newEraser(api).Erase(t.Context(), "x1"); err != nil {
		t.Fatal(err)
	}
	want := []string{"suppress x1 500", "suppress x1 500", "suppress x1 200", "delete x1 500", "delete x1 500", "delete x1 200"}
	if got := actions(api); !reflect.DeepEqual(got, want) {
		t.Errorf("calls %q", got)
	}
}

func TestOtherStatusesFailAtOnceWithTheAPIsMessage(t *testing.T) {
	for _, status := range []int{201, 204, 207, 301, 302, 307, 308, 400, 401, 402, 403, 404, 405, 409, 410, 413, 422, 451} {
		api := newAPI(t)
		fault := refuse(status)
		fault.Body = `{"meta":{"error":"no such luck"}}`
		if status == 204 {
			fault.Body = ""
		}
		fault.Location = "/elsewhere"
		api.SetFault(func(*http.Request) ciotest.Fault { return fault })
		err := newEraser(api).Erase(t.Context(), "user_1")
		var e *erasure.Error
		if !errors.As(err, &e) || e.Status != status || e.Attempts != 1 || len(api.Calls()) != 1 {
			t.Errorf("%d: %v, calls %q", status, err, actions(api))
		} else if status/100 == 4 && e.Message != "no such luck" {
			t.Errorf("%d: message %q", status, e.Message)
		}
	}
}

func TestMessagesInAllTheirShapes(t *testing.T) {
	for body, want := range map[string]string{
		`{"meta":{"error":"one"}}`:                                "one",
		`{"meta":{"errors":["one","two"]}}`:                       "one; two",
		`{"errors":[{"detail":"one","status":"400"}]}`:            "one",
		`{"errors":[{"reason":"invalid","message":"bad field"}]}`: "invalid; bad field",
		`<html>proxy says no to user_1</html>`:                    "",
		`"one"`:                                                   "one", `{"meta":{"error":null}}`: "", `[1, true]`: "", `{"errors":["one"]}`: "one", `{"error":"one"}`: "one", "": "",
		`{"meta":{"error":"about user_1 and USER_1"}}`:              "about [person] and [person]",
		`{"meta":{"error":"pat@example.com is taken"}}`:             "[address] is taken",
		`{"meta":{"error":"phone +1 555-012-3456 invalid"}}`:        "phone [number] invalid",
		`{"meta":{"error":"two\nlines\u0000"}}`:                     "two lines",
		`{"meta":{"error":"` + strings.Repeat("long ", 100) + `"}}`: strings.Repeat("long ", 40),
	} {
		api := newAPI(t)
		fault := refuse(400)
		fault.Body = body
		api.SetFault(func(*http.Request) ciotest.Fault { return fault })
		err := newEraser(api).Erase(t.Context(), "user_1")
		var e *erasure.Error
		if !errors.As(err, &e) || e.Message != want {
			t.Errorf("%s: %v", body, err)
		}
	}
}

func TestAShortIdentifierLeavesMessagesReadable(t *testing.T) {
	api := newAPI(t)
	fault := refuse(400)
	fault.Body = `{"meta":{"error":"cannot suppress a"}}`
	var e *erasure.Error
	if err := eraseWith(t, api, fault, "a"); !errors.As(err, &e) || e.Message != "cannot suppress [person]" {
		t.Error(err)
	}
}

func TestErrorsNameNobody(t *testing.T) {
	const id = "pat+secret@example.com"
	silent := &http.Client{Transport: transportFunc(func(r *http.Request) (*http.Response, error) {
		return nil, errors.New("cannot reach " + r.URL.String())
	})}
	api := newAPI(t)
	echo := refuse(400)
	echo.Body = `{"meta":{"errors":["` + id + ` pat%2Bsecret@example.com pat%2Bsecret%40example.com PAT+SECRET@EXAMPLE.COM"]}}`
	moved := refuse(302)
	moved.Location = "https://elsewhere.example/?who=" + id + "%zz"
	for name, err := range map[string]error{
		"network": newEraser(api, erasure.WithHTTPClient(silent)).Erase(t.Context(), id),
		"closed":  mustNew(erasure.WithBaseURL("http://127.0.0.1:1", ""), erasure.WithClock(newClock())).Erase(t.Context(), id),
		"echo":    eraseWith(t, api, echo, id),
		"moved":   eraseWith(t, api, moved, id),
		"cut":     eraseWith(t, api, ciotest.Fault{Kind: ciotest.Drop}, id),
	} {
		if err == nil {
			t.Errorf("%s: no error", name)
			continue
		}
		for e := err; e != nil; e = errors.Unwrap(e) {
			if text := strings.ToLower(e.Error()); strings.Contains(text, "secret") || strings.Contains(text, "example.com") {
				t.Errorf("%s: %v", name, e)
			}
		}
	}
}

type transportFunc func(*http.Request) (*http.Response, error)

func (f transportFunc) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func eraseWith(t *testing.T, api *ciotest.Workspace, fault ciotest.Fault, id string) error {
	api.SetFault(func(*http.Request) ciotest.Fault { return fault })
	return newEraser(api).Erase(t.Context(), id)
}

func TestAttemptsRunOut(t *testing.T) {
	api := newAPI(t)
	api.SetFault(func(*http.Request) ciotest.Fault { return refuse(503) })
	clock := newClock()
	err := newEraser(api, erasure.WithClock(clock)).Erase(t.Context(), "user_1")
	var e *erasure.Error
	if !errors.As(err, &e) || e.Attempts != 8 || e.Status != 503 || len(api.Calls()) != 8 {
		t.Errorf("%v after %d calls", err, len(api.Calls()))
	}
	base := 250 * time.Millisecond
	for i, pause := range clock.pauses() {
		if full := min(base<<i, 30*time.Second); pause < full/2 || pause > full {
			t.Errorf("pause %d is %s, want %s to %s", i+1, pause, full/2, full)
		}
	}
}

func TestPausesAreBoundedAndDiffer(t *testing.T) {
	api := newAPI(t)
	api.SetFault(func(*http.Request) ciotest.Fault { return refuse(500) })
	clock := newClock()
	retry := erasure.Retry{Attempts: 100, BaseDelay: time.Second, MaxDelay: 4 * time.Second}
	newEraser(api, erasure.WithClock(clock), erasure.WithRetry(retry)).Erase(t.Context(), "user_1")
	pauses, distinct := clock.pauses(), map[time.Duration]bool{}
	for _, pause := range pauses[2:] {
		distinct[pause] = true
		if pause < 2*time.Second || pause > 4*time.Second {
			t.Errorf("pause of %s", pause)
		}
	}
	if len(pauses) != 99 || len(distinct) < 90 {
		t.Errorf("%d pauses, %d different ones", len(pauses), len(distinct))
	}
}

func TestRetryAfterIsHonoured(t *testing.T) {
	date := func(d time.Duration) string { return newClock().now.Add(d).Format(http.TimeFormat) }
	for header, want := range map[string]time.Duration{
		"7": 7 * time.Second, " 7 ": 7 * time.Second, "300": 300 * time.Second, date(90 * time.Second): 90 * time.Second,
		"0": 0, "": 0, "-5": 0, "soon": 0, "1.5": 0, date(-time.Hour): 0, "Fri, 99 Jan": 0,
	} {
		for _, status := range []int{429, 503} {
			api := newAPI(t)
			fault := refuse(status)
			fault.RetryAfter = header
			api.SetFault(failing(1, fault))
			clock := newClock()
			if err := newEraser(api, erasure.WithClock(clock)).Erase(t.Context(), "user_1"); err != nil {
				t.Errorf("%q: %v", header, err)
			}
			pauses := clock.pauses()
			if len(pauses) != 1 || pauses[0] < want || pauses[0] > want+250*time.Millisecond {
				t.Errorf("%d, Retry-After %q: pauses %v, want %s", status, header, pauses, want)
			}
		}
	}
}

func TestATooLongRetryAfterEndsTheAttempts(t *testing.T) {
	for _, header := range []string{"301", "3600", "18446744073709551615", "99999999999999999999999"} {
		api := newAPI(t)
		fault := refuse(429)
		fault.RetryAfter = header
		api.SetFault(ciotest.Always(fault))
		err := newEraser(api).Erase(t.Context(), "user_1")
		var e *erasure.Error
		if !errors.As(err, &e) || !errors.Is(err, erasure.ErrHeld) || e.RetryAfter < 301*time.Second || e.Status != 429 || len(api.Calls()) != 1 {
			t.Errorf("%s: %v", header, err)
		}
	}
}

// requests counts what is sent, when it is sent.
type requests struct{ atomic.Int64 }

func (n *requests) RoundTrip(r *http.Request) (*http.Response, error) {
	n.Add(1)
	return http.DefaultTransport.RoundTrip(r)
}

// An API that asked for an hour of silence gets it, from everybody, and then people are erased again.
func TestSilenceIsKeptByEverybody(t *testing.T) {
	for _, status := range []int{429, 503, 200, 401} {
		api, clock := newAPI(t), newClock()
		fault := refuse(status)
		fault.RetryAfter, fault.Body = "3600", `{"meta":{"error":"quiet, please"}}`
		api.SetFault(ciotest.Always(fault))
		var sent requests // the workspace may still be reading what was broken off
		eraser := newEraser(api, erasure.WithClock(clock), erasure.WithConcurrency(4), erasure.WithHTTPClient(&http.Client{Transport: &sent}))
		s, err := eraser.EraseAll(t.Context(), people(100))
		if !errors.Is(err, erasure.ErrHeld) || !errors.Is(err, erasure.ErrIncomplete) || s.Erased > 0 || s.Failed > 0 || s.IsComplete() {
			t.Errorf("%d: %s, %v", status, s, err)
		}
		asked := sent.Load()
		if asked > 4 {
			t.Errorf("%d: %d requests to an API that asked for silence", status, asked)
		}
		for range 100 {
			var e *erasure.Error
			if err := eraser.Erase(t.Context(), "user_1"); !errors.As(err, &e) || !errors.Is(err, erasure.ErrHeld) || e.RetryAfter < 59*time.Minute {
				t.Fatalf("%d: %v", status, err)
			}
		}
		if n := sent.Load(); n != asked {
			t.Errorf("%d: %d more requests", status, n-asked)
		}
		api.SetFault(nil)
		clock.advance(time.Hour)
		if s, err := eraser.EraseAll(t.Context(), people(10)); err != nil {
			t.Errorf("%d, afterwards: %s, %v", status, s, err)
		}
	}
}

// What we would wait by ourselves is no silence that the API has asked for, however short we want that to be.
func TestOurOwnPauseIsNoSilence(t *testing.T) {
	api := newAPI(t)
	api.SetFault(ciotest.Script(refuse(429), refuse(429)))
	eraser := newEraser(api, erasure.WithRetry(erasure.Retry{BaseDelay: time.Minute, MaxDelay: time.Minute, MaxRetryAfter: time.Second}))
	if s, err := eraser.EraseAll(t.Context(), people(5)); err != nil || s.Erased != 5 {
		t.Error(s, err)
	}
}

// A 429 is about the workspace, not about the person: the others wait too, also without a Retry-After.
func TestA429HoldsEverybody(t *testing.T) {
	api, clock := newAPI(t), newClock()
	api.SetFault(ciotest.Script(refuse(429)))
	eraser := newEraser(api, erasure.WithClock(clock), erasure.WithRetry(erasure.Retry{Attempts: 1, BaseDelay: time.Minute, MaxDelay: time.Minute}))
	begun := clock.Now()
	if err := eraser.Erase(t.Context(), "user_1"); err == nil {
		t.Error("erased")
	}
	if err := eraser.Erase(t.Context(), "user_2"); err != nil || clock.Now().Sub(begun) < 30*time.Second {
		t.Errorf("%v after %s", err, clock.Now().Sub(begun))
	}
}

// A status of 200 is what a proxy, a maintenance page and an API with something to say have in common.
func TestASuccessSaysSoInItsBody(t *testing.T) {
	for body, message := range map[string]string{
		`{"meta":{"error":"no such luck"}}`:     "no such luck",
		`{"meta":{"errors":["one","two"]}}`:     "one; two",
		`{"error":"x"}`:                         "x",
		`{"errors":[{"detail":"x"}]}`:           "x",
		`{"error":""}`:                          "the answer reports an error",
		`{"errors":[]}`:                         "the answer reports an error",
		`{"meta":{"error":"x"},"meta":{}}`:      "the answer reports an error",
		`{"errors":null}`:                       "the answer reports an error",
		`{"META":{"Error":7}}`:                  "the answer reports an error",
		`<html>back soon</html>`:                "the answer is not a JSON object",
		` `:                                     "the answer is not a JSON object",
		`null`:                                  "the answer is not a JSON object",
		`[]`:                                    "the answer is not a JSON object",
		`"ok"`:                                  "ok",
		`{}{}`:                                  "the answer is not a JSON object",
		`{`:                                     "the answer is not a JSON object",
		"\ufeff{}":                              "the answer is not a JSON object",
		`{}` + strings.Repeat(" ", 1<<20) + "x": "the answer is not a JSON object",
	} {
		api, path := newAPI(t), journalPath(t)
		api.AddPerson(ciotest.Person{ID: "user_1"})
		api.SetFault(ciotest.Always(ciotest.Fault{Kind: ciotest.Refuse, Status: 200, Body: body}))
		err := newEraser(api, erasure.WithJournal(openJournal(t, path))).Erase(t.Context(), "user_1")
		var e *erasure.Error
		if !errors.As(err, &e) || e.Step != "suppress" || e.Status != 200 || e.Message != message || e.Attempts != 8 {
			t.Errorf("%.40s: %v", body, err)
		}
		if report, err := erasure.VerifyJournal(path, journalKey); err != nil || report.Erased > 0 || report.Failed != 1 {
			t.Errorf("%.40s: the journal says %+v, %v", body, report, err)
		}
		api.SetFault(ciotest.Script(ciotest.Fault{Kind: ciotest.Refuse, Status: 200, Body: body}))
		if err := newEraser(api).Erase(t.Context(), "user_1"); err != nil || api.Exists("user_1") {
			t.Errorf("%.40s, then as it should be: %v", body, err)
		}
	}
	for _, body := range []string{`{}`, " {}\n", `{"meta":{}}`, `{"meta":null,"x":1}`, `{"meta":"error"}`, `{"data":{"error":"of something else"}}`} {
		api := newAPI(t)
		api.SetFault(ciotest.Always(ciotest.Fault{Kind: ciotest.Refuse, Status: 200, Body: body}))
		if err := newEraser(api).Erase(t.Context(), "user_1"); err != nil {
			t.Errorf("%s: %v", body, err)
		}
	}
}

// A certificate that is not trusted will not be in half a minute either, whoever the person is.
func TestAnUntrustedServerIsNotAskedAgain(t *testing.T) {
	server := httptest.NewTLSServer(http.NotFoundHandler())
	defer server.Close()
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	clock := newClock()
	eraser := mustNew(erasure.WithBaseURL(server.URL, ""), erasure.WithClock(clock))
	var e *erasure.Error
	if err := eraser.Erase(t.Context(), "user_1"); !errors.As(err, &e) || e.Attempts != 1 || len(clock.pauses()) > 0 {
		t.Errorf("%v, pauses %v", err, clock.pauses())
	}
	if s, err := eraser.EraseAll(t.Context(), people(100)); err == nil || s.People > 16 || s.Failed > 0 {
		t.Errorf("%s, %v", s, err)
	}
}

func TestTheContextEndsAPause(t *testing.T) {
	api := newAPI(t)
	fault := refuse(429)
	fault.RetryAfter = "60"
	api.SetFault(func(*http.Request) ciotest.Fault { return fault })
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	begun := time.Now()
	err := mustNew(erasure.WithBaseURL(api.URL, "")).Erase(ctx, "user_1")
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(begun) > 5*time.Second {
		t.Errorf("%v after %s", err, time.Since(begun))
	}
}

func TestTheContextEndsARequest(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	client := &http.Client{Transport: transportFunc(func(r *http.Request) (*http.Response, error) {
		cancel()
		<-r.Context().Done()
		return nil, r.Context().Err()
	})}
	err := mustNew(erasure.WithHTTPClient(client)).Erase(ctx, "user_1")
	if !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

func TestARequestThatHangsIsRepeated(t *testing.T) {
	requests := 0
	client := &http.Client{Transport: transportFunc(func(r *http.Request) (*http.Response, error) {
		if requests++; requests == 1 {
			<-r.Context().Done()
			return nil, r.Context().Err()
		}
		return &http.Response{StatusCode: 200, Header: http.Header{}, Body: jsonBody("{}"), Request: r}, nil
	})}
	err := mustNew(erasure.WithHTTPClient(client), erasure.WithClock(newClock()),
		erasure.WithTimeout(20*time.Millisecond)).Erase(t.Context(), "user_1")
	if err != nil || requests != 3 {
		t.Errorf("%v after %d requests", err, requests)
	}
}
