package credential_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/runtime/credential"
)

func secretPair() []credential.String {
	return []credential.String{credential.NewString("site"), credential.NewString(secretText)}
}

func TestTrackVerifierJudgesTheAnswer(t *testing.T) {
	us := credential.TrackVerifier{Region: credential.RegionUS}
	eu := credential.TrackVerifier{Region: credential.RegionEU}
	workspace := credential.TrackVerifier{Region: credential.RegionUS, EnvironmentID: 7}
	tests := []struct {
		name     string
		verifier credential.TrackVerifier
		status   int
		body     string
		rejected bool
		says     string // "" when the pair is good
	}{
		{"good", us, 200, `{"url":"track.customer.io","region":"us","environment_id":7}`, false, ""},
		{"good in the EU", eu, 200, `{"region":"eu"}`, false, ""},
		{"older field name", eu, 200, `{"data_center":"eu"}`, false, ""},
		{"right workspace", workspace, 200, `{"region":"us","environment_id":7}`, false, ""},
		{"other workspace", workspace, 200, `{"region":"us","environment_id":8}`, true, "workspace 8, not 7"},
		{"other region", eu, 200, `{"region":"us"}`, true, `region "us", not "eu"`},
		{"refused", us, 401, `{"meta":{"error":"` + secretText + `"}}`, true, "rejected (401)"},
		{"not allowed from here", us, 403, secretText, false, "answers 403"},
		{"throttled", us, 429, ``, false, "answers 429"},
		{"down", us, 503, ``, false, "answers 503"},
		{"redirected", us, 301, ``, false, "right region?"},
		{"captive portal", us, 200, `<html>` + secretText, false, "not the API's"},
		{"no region", us, 200, `{}`, false, "no known region"},
		{"unknown region", us, 200, `{"region":"` + secretText + `"}`, false, "no known region"},
		{"endless", us, 200, `{"region":"` + strings.Repeat("u", 1<<20), false, "not the API's"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				site, key, _ := r.BasicAuth()
				if r.Method != http.MethodGet || r.URL.Path != "/api/v1/accounts/region" || site != "site" || key != secretText {
					t.Errorf("%s %s as %s", r.Method, r.URL, site)
				}
				w.Header().Set("Location", "/elsewhere")
				w.WriteHeader(test.status)
				_, _ = io.WriteString(w, test.body)
			}))
			defer server.Close()
			test.verifier.BaseURL = server.URL + "/"
			err := test.verifier.Verify(context.Background(), secretPair())
			switch {
			case test.says == "" && err != nil:
				t.Errorf("refused: %v", err)
			case test.says != "" && (err == nil || !strings.Contains(err.Error(), test.says)):
				t.Errorf("got %v, want %q", err, test.says)
			case errors.Is(err, credential.ErrRejected) != test.rejected:
				t.Errorf("rejected is %t: %v", !test.rejected, err)
			case err != nil && leaks(err.Error()):
				t.Errorf("the error quotes the answer or the key: %v", err)
			}
		})
	}
}

func TestTrackVerifierNeedsItsSettings(t *testing.T) {
	tests := []struct {
		verifier credential.TrackVerifier
		keys     []credential.String
		says     string
	}{
		{credential.TrackVerifier{}, secretPair(), "Region"},
		{credential.TrackVerifier{Region: "asia"}, secretPair(), "Region"},
		{credential.TrackVerifier{Region: credential.RegionUS}, secretPair()[:1], "1 keys, expected 2"},
		{credential.TrackVerifier{Region: credential.RegionUS, BaseURL: "://" + secretText}, secretPair(), "not a URL"},
		{credential.TrackVerifier{Region: credential.RegionUS, BaseURL: "http://" + secretText + "@127.0.0.1:0"}, secretPair(), "a user"},
		{credential.TrackVerifier{Region: credential.RegionUS, BaseURL: "http://track.customer.io"}, secretPair(), "not an https URL"},
	}
	for _, test := range tests {
		err := test.verifier.Verify(context.Background(), test.keys)
		if err == nil || !strings.Contains(err.Error(), test.says) || leaks(err.Error()) || errors.Is(err, credential.ErrRejected) || !errors.Is(err, credential.ErrConfig) {
			t.Errorf("%+v: %v; want %q", test.verifier.Region, err, test.says)
		}
	}
}

// A verifier that cannot ask would let every key pass, for good.
func TestAVerifierThatCannotAskKeepsARotatingFromStarting(t *testing.T) {
	_, err := credential.NewRotating(t.Context(), credential.Config[string]{
		Sources: []credential.Source{credential.Static("site"), credential.Static(secretText)},
		Build:   func([]credential.String) (string, error) { return "", nil },
		Verify:  credential.TrackVerifier{}.Verify,
	})
	if !errors.Is(err, credential.ErrConfig) || !strings.Contains(err.Error(), "region") {
		t.Errorf("got %v", err)
	}
}

func TestRegionHosts(t *testing.T) {
	for region, known := range map[credential.Region]bool{credential.RegionUS: true, credential.RegionEU: true, "": false, "EU": false} {
		if err := region.Check(); (err == nil) != known || err != nil && !errors.Is(err, credential.ErrConfig) {
			t.Errorf("%q: %v", region, err)
		}
	}
	if us, eu := credential.RegionUS.AppURL(), credential.RegionEU.AppURL(); us != "https://api.customer.io" || eu != "https://api-eu.customer.io" {
		t.Errorf("App APIs at %s and %s", us, eu)
	}
	if us, eu := credential.RegionUS.CDPURL(), credential.RegionEU.CDPURL(); us != "https://cdp.customer.io" || eu != "https://cdp-eu.customer.io" {
		t.Errorf("Data Pipelines APIs at %s and %s", us, eu)
	}
	for region, want := range map[credential.Region]string{
		credential.RegionUS: "https://track.customer.io", credential.RegionEU: "https://track-eu.customer.io", "": "",
	} {
		if got := region.TrackURL(); got != want {
			t.Errorf("%q: %q", region, got)
		}
	}
}

func TestBaseURLs(t *testing.T) {
	t.Parallel()
	for _, ok := range []string{
		"https://track.customer.io", "https://proxy.example.com:8443/customerio/", "http://localhost:8080", "http://127.0.0.1:1", "http://[::1]:1",
	} {
		if err := credential.CheckBaseURL(ok); err != nil {
			t.Errorf("%s: %v", ok, err)
		}
	}
	for _, bad := range []string{
		"", "track.customer.io", "https://", "http://track.customer.io", "http://localhost.example.com", "file:///etc/x",
		"https://" + secretText + "@example.com", "https://example.com?x=" + secretText, "https://example.com#" + secretText,
		"https://example.com/?", "https://example.com/#", // a path behind them would be no path
	} {
		if err := credential.CheckBaseURL(bad); !errors.Is(err, credential.ErrConfig) || leaks(err.Error()) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}
