package erasure_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/erasure"
	"github.com/ciolint/ciolint/runtime/internal/fakeapi"
)

func jsonBody(text string) io.ReadCloser { return io.NopCloser(strings.NewReader(text)) }

func refuse(status int) fakeapi.Fault { return fakeapi.Fault{Kind: fakeapi.Refuse, Status: status} }

func TestTemporaryFailuresAreRetried(t *testing.T) {
	for name, fault := range map[string]fakeapi.Fault{
		"429": refuse(429), "500": refuse(500), "502": refuse(502), "503": refuse(503), "504": refuse(504), "522": refuse(522),
		"524": refuse(524), "cut": {Kind: fakeapi.Drop}, "reply lost": {Kind: fakeapi.LoseReply},
	} {
		api := newAPI(t)
		api.AddPerson(fakeapi.Person{ID: "user_1"})
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
	api.SetFault(func(r *http.Request) fakeapi.Fault {
		if seen[r.Method]++; seen[r.Method] <= 2 {
			return refuse(500)
		}
		return fakeapi.Fault{}
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
	for _, status := range []int{201, 204, 207, 301, 302, 307, 308, 400, 401, 402, 403, 404, 405, 408, 409, 410, 413, 422, 451} {
		api := newAPI(t)
		fault := refuse(status)
		fault.Body = `{"meta":{"error":"no such luck"}}`
		if status == 204 {
			fault.Body = ""
		}
		fault.Location = "/elsewhere"
		api.SetFault(func(*http.Request) fakeapi.Fault { return fault })
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
		api.SetFault(func(*http.Request) fakeapi.Fault { return fault })
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
		"closed":  erasure.New(siteID, apiKey, erasure.WithBaseURL("http://127.0.0.1:1", ""), erasure.WithClock(newClock())).Erase(t.Context(), id),
		"echo":    eraseWith(t, api, echo, id),
		"moved":   eraseWith(t, api, moved, id),
		"cut":     eraseWith(t, api, fakeapi.Fault{Kind: fakeapi.Drop}, id),
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

func eraseWith(t *testing.T, api *fakeapi.Server, fault fakeapi.Fault, id string) error {
	api.SetFault(func(*http.Request) fakeapi.Fault { return fault })
	return newEraser(api).Erase(t.Context(), id)
}

func TestAttemptsRunOut(t *testing.T) {
	api := newAPI(t)
	api.SetFault(func(*http.Request) fakeapi.Fault { return refuse(503) })
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
	api.SetFault(func(*http.Request) fakeapi.Fault { return refuse(500) })
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
		api.SetFault(func(*http.Request) fakeapi.Fault { return fault })
		err := newEraser(api).Erase(t.Context(), "user_1")
		var e *erasure.Error
		if !errors.As(err, &e) || e.RetryAfter < 301*time.Second || len(api.Calls()) != 1 {
			t.Errorf("%s: %v", header, err)
		}
	}
}

func TestTheContextEndsAPause(t *testing.T) {
	api := newAPI(t)
	fault := refuse(429)
	fault.RetryAfter = "60"
	api.SetFault(func(*http.Request) fakeapi.Fault { return fault })
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	begun := time.Now()
	err := erasure.New(siteID, apiKey, erasure.WithBaseURL(api.URL, "")).Erase(ctx, "user_1")
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
	err := erasure.New(siteID, apiKey, erasure.WithHTTPClient(client)).Erase(ctx, "user_1")
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
	err := erasure.New(siteID, apiKey, erasure.WithHTTPClient(client), erasure.WithClock(newClock()),
		erasure.WithTimeout(20*time.Millisecond)).Erase(t.Context(), "user_1")
	if err != nil || requests != 3 {
		t.Errorf("%v after %d requests", err, requests)
	}
}
