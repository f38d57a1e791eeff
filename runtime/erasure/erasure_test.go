package erasure_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/ciotest"
	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"
)

func TestEraseSuppressesThenDeletes(t *testing.T) {
	for _, id := range []string{"user_1", "pat+news@example.com", "cio_a1"} {
		api := newAPI(t)
		api.AddPerson(ciotest.Person{ID: "user_1", Email: "pat+news@example.com", CioID: "a1"})
		if err := newEraser(api).Erase(t.Context(), id); err != nil {
			t.Fatal(err)
		}
		want := []string{"suppress " + id + " 200", "delete " + id + " 200"}
		if got := actions(api); !reflect.DeepEqual(got, want) {
			t.Errorf("calls %q, want %q", got, want)
		}
		for _, name := range []string{"user_1", "pat+news@example.com", "cio_a1"} {
			if api.Exists(name) || !api.Suppressed(name) {
				t.Errorf("erased by %s: %s exists: %t, suppressed: %t", id, name, api.Exists(name), api.Suppressed(name))
			}
		}
	}
}

func TestIdentifiersArriveAsTheyAre(t *testing.T) {
	for _, id := range []string{
		"a b", "a/b", `a\b`, "a?b#c", "a%2Fb", "100%", "a+b@example.com", "user:1;x=y&z", "é☕", "'\"<>", "...", "a..b", "-",
		strings.Repeat("x", 150),
	} {
		api := newAPI(t)
		if err := newEraser(api).Erase(t.Context(), id); err != nil {
			t.Errorf("%q: %v", id, err)
		}
		if got, want := actions(api), []string{"suppress " + id + " 200", "delete " + id + " 200"}; !reflect.DeepEqual(got, want) {
			t.Errorf("calls %q, want %q", got, want)
		}
	}
}

func TestDangerousIdentifiersAreRefusedBeforeAnyRequest(t *testing.T) {
	api := newAPI(t)
	eraser := newEraser(api)
	for _, id := range []string{
		"", " ", "cio_", ".", "..", "../x", "x/..", "x/../y", `..\x`, "a/./b", "/..", "%2e%2e", "%2E%2e%2fx", "x%2f..%2fy",
		"%252e%252e", " user_1", "user_1\n", "user_1\r\nX: y", "a\x00b", "a\tb", "a\x7fb", "a\u0085b", "\ufeffuser_1",
		"user\u200b_1", "a\u202eb", "a\u2028b", "a\xffb", strings.Repeat("x", 151), strings.Repeat("é", 76),
	} {
		err := eraser.Erase(t.Context(), id)
		if !errors.Is(err, erasure.ErrInvalidID) {
			t.Errorf("%q: %v", id, err)
		}
		if len(id) > 4 && strings.Contains(err.Error(), id) {
			t.Errorf("the error shows %q", id)
		}
	}
	if calls := api.Calls(); len(calls) > 0 {
		t.Errorf("requests were sent: %q", actions(api))
	}
}

// A recorder answers 200 to everything and keeps where it went.
type recorder struct{ requests []*http.Request }

func (r *recorder) RoundTrip(req *http.Request) (*http.Response, error) {
	r.requests = append(r.requests, req)
	status, body := http.StatusOK, "{}"
	if req.Method == http.MethodGet {
		status, body = http.StatusNotFound, `{"errors":[]}`
	}
	return &http.Response{StatusCode: status, Header: http.Header{}, Body: jsonBody(body), Request: req}, nil
}

func TestRegionsHaveTheirOwnHosts(t *testing.T) {
	for region, want := range map[credential.Region][]string{
		credential.RegionUS: {
			"POST https://track.customer.io/api/v1/customers/user%2F1/suppress",
			"DELETE https://track.customer.io/api/v1/customers/user%2F1",
			"GET https://api.customer.io/v1/customers/user%2F1/attributes?id_type=id",
		},
		credential.RegionEU: {
			"POST https://track-eu.customer.io/api/v1/customers/user%2F1/suppress",
			"DELETE https://track-eu.customer.io/api/v1/customers/user%2F1",
			"GET https://api-eu.customer.io/v1/customers/user%2F1/attributes?id_type=id",
		},
	} {
		var transport recorder
		eraser := must(erasure.New(region, credential.Static(siteID), credential.Static(apiKey),
			erasure.WithVerify(credential.Static(appKey)),
			erasure.WithHTTPClient(&http.Client{Transport: &transport}), erasure.WithClock(newClock())))
		if err := eraser.Erase(t.Context(), "user/1"); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range transport.requests {
			got = append(got, r.Method+" "+r.URL.String())
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %q", region, got)
		}
		if s, k, _ := transport.requests[0].BasicAuth(); s != siteID || k != apiKey {
			t.Errorf("basic auth is not the pair")
		}
		if transport.requests[2].Header.Get("Authorization") != "Bearer "+appKey {
			t.Errorf("bearer auth is not the App key")
		}
	}
}

func TestDeletionIsNotTriedWithoutSuppression(t *testing.T) {
	api := newAPI(t)
	api.AddPerson(ciotest.Person{ID: "user_1"})
	api.SetFault(failing(1, ciotest.Fault{Kind: ciotest.Refuse, Status: 400}))
	err := newEraser(api).Erase(t.Context(), "user_1")
	var e *erasure.Error
	if !errors.As(err, &e) || e.Step != "suppress" || e.Status != 400 {
		t.Errorf("error %v", err)
	}
	if got := actions(api); len(got) != 1 || !api.Exists("user_1") {
		t.Errorf("calls %q", got)
	}
}

func TestWrongOptionsAreToldByNew(t *testing.T) {
	site, key := credential.Static(siteID), credential.Static(apiKey)
	for name, opt := range map[string]erasure.Option{
		"plain http":   erasure.WithBaseURL("http://track.example.com", ""),
		"app http":     erasure.WithBaseURL("", "http://app.example.com"),
		"with user":    erasure.WithBaseURL("https://u:p@example.com", ""),
		"with query":   erasure.WithBaseURL("https://example.com?x", ""),
		"no URL":       erasure.WithBaseURL("track", ""),
		"verify":       erasure.WithVerify(nil),
		"timeout":      erasure.WithTimeout(0),
		"concurrency":  erasure.WithConcurrency(0),
		"rate":         erasure.WithRateLimit(0),
		"retry":        erasure.WithRetry(erasure.Retry{Attempts: -1}),
		"verification": erasure.WithVerifyTimeout(-1),
		"window":       erasure.WithResumeWindow(0),
		"progress":     erasure.WithProgress(nil),
		"clock":        erasure.WithClock(nil),
		"journal":      erasure.WithJournal(nil),
		"no journal":   erasure.WithJournal((*erasure.SealedJournal)(nil)),
		"zero journal": erasure.WithJournal(&erasure.SealedJournal{}),
		"nil":          nil,
	} {
		if e, err := erasure.New(credential.RegionUS, site, key, opt); !errors.Is(err, erasure.ErrConfig) || e != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, region := range []credential.Region{"", "mars", "EU"} {
		if _, err := erasure.New(region, site, key); !errors.Is(err, erasure.ErrConfig) || !strings.Contains(err.Error(), `expected "us" or "eu"`) {
			t.Errorf("region %q: %v", region, err)
		}
	}
	for _, pair := range [][2]credential.Source{{nil, key}, {site, nil}} {
		if _, err := erasure.New(credential.RegionUS, pair[0], pair[1]); !errors.Is(err, erasure.ErrConfig) {
			t.Errorf("no source: %v", err)
		}
	}
	if _, err := newEraser(newAPI(t)).EraseAll(t.Context(), nil); !errors.Is(err, erasure.ErrConfig) {
		t.Errorf("nil sequence: %v", err)
	}
}

// What is no key is not sent, is not asked for again, and does not pass for the network's fault.
func TestKeysThatCannotBeRightAreNoNetworkError(t *testing.T) {
	good := &current{siteID}
	for name, test := range map[string]struct {
		site, key credential.Source
		is        error
	}{
		"unset":        {credential.Env("CIO_TEST_OF_NOBODY"), good, credential.ErrNotSet},
		"empty":        {good, &current{""}, credential.ErrEmpty},
		"empty site":   {&current{""}, good, credential.ErrEmpty},
		"mark":         {good, &current{"\ufeff" + apiKey}, credential.ErrMalformed},
		"two lines":    {good, &current{apiKey + "\n" + apiKey}, credential.ErrMalformed},
		"no such file": {good, credential.Field(credential.Static("{}"), "api_key"), credential.ErrNotSet},
	} {
		api, clock := newAPI(t), newClock()
		eraser := eraserWith(api, test.site, test.key, erasure.WithClock(clock))
		err := eraser.Erase(t.Context(), "user_1")
		if !errors.Is(err, test.is) || !errors.Is(err, erasure.ErrCredentials) || strings.Contains(err.Error(), apiKey) {
			t.Errorf("%s: %v", name, err)
		}
		s, err := eraser.EraseAll(t.Context(), people(100))
		if !errors.Is(err, test.is) || !errors.Is(err, erasure.ErrIncomplete) || s.Failed > 0 || s.People > 16 {
			t.Errorf("%s: %s, %v", name, s, err)
		}
		if len(api.Calls()) > 0 || len(clock.pauses()) > 0 {
			t.Errorf("%s: %d requests, pauses %v", name, len(api.Calls()), clock.pauses())
		}
	}
	api := newAPI(t)
	if err := newEraser(api, erasure.WithVerify(credential.Static(""))).Erase(t.Context(), "user_1"); !errors.Is(err, credential.ErrEmpty) {
		t.Errorf("App key: %v", err)
	}
}

func TestPrintingAnEraserShowsNoSecret(t *testing.T) {
	journal := openJournal(t, journalPath(t))
	eraser := mustNew(erasure.WithVerify(credential.Static(appKey)), erasure.WithJournal(journal))
	text := fmt.Sprintf("%v %+v %#v %+v %#v", eraser, eraser, eraser, journal, journal)
	for _, secret := range []string{siteID, apiKey, appKey, string(journalKey), fmt.Sprint(journalKey), fmt.Sprintf("%x", journalKey)} {
		if strings.Contains(text, secret) {
			t.Errorf("shows %d bytes of a secret", len(secret))
		}
	}
}

// A rotating source gives its values in turn, the last one for ever.
type rotating struct{ values []string }

func (r *rotating) Get(context.Context) (string, error) {
	value := r.values[0]
	if len(r.values) > 1 {
		r.values = r.values[1:]
	}
	return value, nil
}

func TestRotatedCredentialsAreTakenUp(t *testing.T) {
	api := newAPI(t)
	api.AddTrackKey("new-site", "new-key")
	site, key := &current{siteID}, &current{apiKey}
	eraser := eraserWith(api, site, key)
	if err := eraser.Erase(t.Context(), "user_1"); err != nil {
		t.Fatal(err)
	}
	api.RevokeTrackKey(siteID, apiKey)
	site.value, key.value = "new-site", "new-key"
	if err := eraser.Erase(t.Context(), "user_2"); err != nil {
		t.Fatal(err)
	}
	if calls := api.Calls(); len(calls) != 4 || calls[3].SiteID != "new-site" {
		t.Errorf("calls %+v", calls)
	}
}

type current struct{ value string }

func (c *current) Get(context.Context) (string, error) { return c.value, nil }

func TestAPairCaughtInTheMiddleOfARotationIsReadAgain(t *testing.T) {
	api := newAPI(t)
	site := &current{siteID}
	key := &rotating{[]string{"old-key", apiKey}} // new site ID, old key: 401; then both new
	if err := eraserWith(api, site, key).Erase(t.Context(), "user_1"); err != nil {
		t.Fatal(err)
	}
	if got, want := actions(api), []string{"suppress user_1 401", "suppress user_1 200", "delete user_1 200"}; !reflect.DeepEqual(got, want) {
		t.Errorf("calls %q", got)
	}
}

type brokenSource struct{ failures int }

// A script that rotates without an overlap revokes the old key, and stores the new one some moments later.
func TestARotationWithoutAnOverlapFailsNobody(t *testing.T) {
	for name, stored := range map[string]time.Duration{"at once": 0, "soon": 2 * time.Second, "late": time.Minute} {
		api, clock := newAPI(t), newClock()
		addPeople(api, 50)
		var revokedAt time.Time
		site := credential.SourceFunc(func(context.Context) (string, error) {
			if !revokedAt.IsZero() && clock.Now().Sub(revokedAt) >= stored {
				return "new-site", nil
			}
			return siteID, nil
		})
		eraser := eraserWith(api, site, credential.Static(apiKey), erasure.WithClock(clock), erasure.WithConcurrency(1),
			erasure.WithProgress(func(p erasure.Progress) {
				if p.People == 20 {
					api.RevokeTrackKey(siteID, apiKey)
					api.AddTrackKey("new-site", apiKey)
					revokedAt = clock.Now()
				}
			}))
		s, err := eraser.EraseAll(t.Context(), people(50))
		if inTime := stored < 5*time.Second; (err == nil) != inTime || inTime && s.Erased != 50 || !inTime && s.Erased != 20 {
			t.Errorf("%s: %s, %v", name, s, err)
		}
	}
}

// Nobody else would fare better with keys that are refused.
func TestA401StopsARun(t *testing.T) {
	api := newAPI(t)
	api.RevokeTrackKey(siteID, apiKey)
	s, err := newEraser(api).EraseAll(t.Context(), people(1000))
	if !errors.Is(err, erasure.ErrCredentials) || s.Interrupted != s.People || s.IsComplete() {
		t.Errorf("%s: %v", s, err)
	}
	if n := len(api.Calls()); n == 0 || n > 16 {
		t.Errorf("%d requests", n)
	}
	api.AddTrackKey(siteID, apiKey)
	if s, err := newEraser(api).EraseAll(t.Context(), people(10)); err != nil {
		t.Errorf("with good keys: %s: %v", s, err)
	}
}

var errVault = errors.New("vault is sealed")

func (b *brokenSource) Get(context.Context) (string, error) {
	if b.failures--; b.failures >= 0 {
		return "", errVault
	}
	return apiKey, nil
}

func TestASourceThatFailsIsAskedAgain(t *testing.T) {
	api := newAPI(t)
	if err := eraserWith(api, &current{siteID}, &brokenSource{3}).Erase(t.Context(), "user_1"); err != nil {
		t.Error(err)
	}
	err := eraserWith(api, &current{siteID}, &brokenSource{100}).Erase(t.Context(), "user_1")
	if !errors.Is(err, errVault) {
		t.Error(err)
	}
}
