package credential_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/credential"
)

func keys(values ...string) []credential.String {
	var out []credential.String
	for _, v := range values {
		out = append(out, credential.NewString(v))
	}
	return out
}

// echo answers with the Authorization header and body it was sent, and 401 to everything but want.
func echo(t *testing.T, want func() string) (*httptest.Server, *[]string) {
	var bodies []string
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		bodies = append(bodies, string(body))
		if r.Header.Get("Authorization") != want() {
			w.WriteHeader(http.StatusUnauthorized)
		}
		_, _ = io.WriteString(w, r.Header.Get("Authorization"))
	}))
	t.Cleanup(s.Close)
	return s, &bodies
}

// bearer is a client whose App API key is what the store's key says.
func bearer(t *testing.T, s *store, base string) *http.Client {
	t.Helper()
	auth, err := credential.NewRotating(context.Background(), credential.Config[credential.Authorization]{
		Sources: s.sources()[1:], Build: credential.Bearer, Patience: 50 * time.Millisecond, Report: func(credential.Event) {},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = auth.Close() })
	transport, err := credential.NewTransport(auth, base, nil)
	if err != nil {
		t.Fatal(err)
	}
	return &http.Client{Transport: transport}
}

func do(t *testing.T, client *http.Client, req *http.Request) (int, string) {
	t.Helper()
	resp, err := client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

func TestTransportSendsTheBodyAgain(t *testing.T) {
	s := &store{pair: pair{"", "two"}}
	server, bodies := echo(t, func() string { return "Bearer two" })
	large := strings.Repeat("x", 1<<20+1)
	tests := []struct {
		name   string
		body   io.Reader
		sent   string
		status int
	}{
		{"no body", nil, "", 200},
		{"a body that net/http can rewind", strings.NewReader("payload"), "payload", 200},
		{"a stream", io.MultiReader(strings.NewReader("pay"), strings.NewReader("load")), "payload", 200},
		{"the longest stream", io.MultiReader(strings.NewReader(large[1:])), large[1:], 200},
		{"a stream too long to keep", io.MultiReader(strings.NewReader(large)), large, 401},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			*bodies = nil
			s.set(pair{"", "one"})
			client := bearer(t, s, server.URL)
			s.set(pair{"", "two"})
			req, err := http.NewRequest(http.MethodPost, server.URL+"/v1/send/email", test.body)
			if err != nil {
				t.Fatal(err)
			}
			status, _ := do(t, client, req)
			if status != test.status || len(*bodies) != map[int]int{200: 2, 401: 1}[test.status] {
				t.Errorf("status %d after %d requests", status, len(*bodies))
			}
			for _, body := range *bodies {
				if body != test.sent {
					t.Errorf("sent %d bytes, want %d", len(body), len(test.sent))
				}
			}
			if req.Header.Get("Authorization") != "" {
				t.Error("the caller's request was changed")
			}
		})
	}
}

func TestTransportPassesTheRefusalOnWhenThereIsNoOtherKey(t *testing.T) {
	server, bodies := echo(t, func() string { return "Bearer other" })
	client := bearer(t, &store{pair: pair{"", "one"}}, server.URL)
	req, _ := http.NewRequest(http.MethodGet, server.URL, nil)
	if status, body := do(t, client, req); status != 401 || body != "Bearer one" || len(*bodies) != 1 {
		t.Errorf("status %d, body %q, %d requests", status, body, len(*bodies))
	}
}

func TestTransportKeepsTheKeysAtHome(t *testing.T) {
	away, reached := echo(t, func() string { return "" })
	home := httptest.NewServer(http.RedirectHandler(away.URL, http.StatusTemporaryRedirect))
	defer home.Close()
	client := bearer(t, &store{pair: pair{"", secretText}}, home.URL)
	for _, target := range []string{home.URL, away.URL, strings.Replace(home.URL, "http:", "https:", 1)} {
		resp, err := client.Post(target, "text/plain", strings.NewReader("payload"))
		if err == nil {
			_ = resp.Body.Close()
		}
		if err == nil || !strings.Contains(err.Error(), "the keys are for "+home.URL) || leaks(err.Error()) {
			t.Errorf("%s: %v", target, err)
		}
	}
	if len(*reached) != 0 {
		t.Error("another host was asked")
	}
}

func TestTransportAfterClose(t *testing.T) {
	auth, err := credential.NewRotating(context.Background(), credential.Config[credential.Authorization]{
		Sources: []credential.Source{credential.Static(secretText)}, Build: credential.Bearer,
	})
	if err != nil {
		t.Fatal(err)
	}
	_ = auth.Close()
	transport, err := credential.NewTransport(auth, "https://api.customer.io", nil)
	if err != nil {
		t.Fatal(err)
	}
	_, err = (&http.Client{Transport: transport}).Get("https://api.customer.io/v1/workspaces")
	if !errors.Is(err, credential.ErrClosed) {
		t.Errorf("got %v", err)
	}
}

func TestTransportNeedsARotating(t *testing.T) {
	for _, auth := range []*credential.Rotating[credential.Authorization]{nil, {}} {
		_, err := credential.NewTransport(auth, "https://track.customer.io", nil)
		if !errors.Is(err, credential.ErrConfig) || !strings.Contains(err.Error(), "NewRotating") {
			t.Errorf("got %v", err)
		}
	}
}

func TestTransportNeedsABaseURL(t *testing.T) {
	auth, err := credential.NewRotating(t.Context(), credential.Config[credential.Authorization]{
		Sources: []credential.Source{credential.Static(secretText)}, Build: credential.Bearer,
	})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = auth.Close() }()
	for _, base := range []string{"", "track.customer.io", "ftp://track.customer.io", "http://track.customer.io", "https://user@track.customer.io", "https://track.customer.io?x", "https://", "://", "/path"} {
		if _, err := credential.NewTransport(auth, base, nil); !errors.Is(err, credential.ErrConfig) {
			t.Errorf("%q was accepted", base)
		}
	}
}

func TestAuthorizationHeaders(t *testing.T) {
	type build = func([]credential.String) (credential.Authorization, error)
	tests := []struct {
		name  string
		build build
		keys  []credential.String
		want  string // "" when refused
	}{
		{"Track", credential.Basic, keys("site", "key"), "Basic c2l0ZTprZXk="},
		{"Pipelines", credential.Basic, keys("write"), "Basic d3JpdGU6"},
		{"App", credential.Bearer, keys("app"), "Bearer app"},
		{"colon", credential.Basic, keys("si:te", "key"), ""},
		{"no key", credential.Basic, nil, ""},
		{"three keys", credential.Basic, keys("a", "b", "c"), ""},
		{"two tokens", credential.Bearer, keys("a", "b"), ""},
		{"newline", credential.Bearer, keys("a\nb"), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := test.build(test.keys); (err == nil) != (test.want != "") {
				t.Fatal(err)
			}
			if test.want == "" {
				return
			}
			server, _ := echo(t, func() string { return test.want })
			var sources []credential.Source
			for _, key := range test.keys {
				sources = append(sources, credential.Static(key.Reveal()))
			}
			auth, err := credential.NewRotating(context.Background(), credential.Config[credential.Authorization]{Sources: sources, Build: test.build})
			if err != nil {
				t.Fatal(err)
			}
			defer func() { _ = auth.Close() }()
			transport, err := credential.NewTransport(auth, server.URL, server.Client().Transport)
			if err != nil {
				t.Fatal(err)
			}
			req, _ := http.NewRequest(http.MethodGet, server.URL, nil)
			if status, got := do(t, &http.Client{Transport: transport}, req); status != 200 || got != test.want {
				t.Errorf("status %d, header %q", status, got)
			}
		})
	}
}
