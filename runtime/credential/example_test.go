package credential_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"

	"github.com/ciolint/ciolint/runtime/credential"
)

// mailer stands for a client that takes its keys when it is built, such as the ones of go-customerio.
type mailer struct{ siteID, apiKey string }

func (m mailer) Identify(id string) error {
	fmt.Println("identify", id, "with the keys of", m.siteID)
	return nil
}

func Example() {
	ctx := context.Background()
	dir, _ := os.MkdirTemp("", "credential")
	defer func() { _ = os.RemoveAll(dir) }()
	write := func(name, value string) string {
		path := filepath.Join(dir, name)
		_ = os.WriteFile(path, []byte(value+"\n"), 0o600)
		return path
	}

	mailers, err := credential.NewRotating(ctx, credential.Config[mailer]{
		// Two sources, one client: the pair changes as a unit.
		Sources: []credential.Source{
			credential.File(write("site_id", "site-1")),
			credential.File(write("api_key", "first-key")),
		},
		// In production: credential.TrackVerifier{Region: credential.RegionEU}.Verify
		Verify: func(context.Context, []credential.String) error { return nil },
		Build: func(keys []credential.String) (mailer, error) {
			return mailer{keys[0].Reveal(), keys[1].Reveal()}, nil
		},
		Close:  func(m mailer) { fmt.Println("nobody uses", m.siteID, "any more") },
		Report: func(e credential.Event) { fmt.Println("generation", e.Generation, "error", e.Err) },
	})
	if err != nil {
		fmt.Println(err)
		return
	}

	_ = mailers.Do(ctx, func(m mailer) error { return m.Identify("user_1") })
	write("site_id", "site-2")
	write("api_key", "second-key")
	_ = mailers.Refresh(ctx) // or wait for the interval
	_ = mailers.Do(ctx, func(m mailer) error { return m.Identify("user_1") })
	_ = mailers.Close()

	// Unordered output:
	// identify user_1 with the keys of site-1
	// generation 2 error <nil>
	// nobody uses site-1 any more
	// identify user_1 with the keys of site-2
	// nobody uses site-2 any more
}

func ExampleNewTransport() {
	api := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		siteID, _, _ := r.BasicAuth()
		fmt.Println(r.Method, r.URL.Path, "by", siteID)
	}))
	defer api.Close()

	auth, err := credential.NewRotating(context.Background(), credential.Config[credential.Authorization]{
		Sources: []credential.Source{credential.Static("site-1"), credential.Static("some-key")}, // Env or File in production
		Build:   credential.Basic,
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = auth.Close() }()
	transport, err := credential.NewTransport(auth, api.URL, nil) // credential.RegionEU.TrackURL() in production
	if err != nil {
		fmt.Println(err)
		return
	}
	client := &http.Client{Transport: transport} // customerio.WithHTTPClient(client) for the SDK
	req, _ := http.NewRequest(http.MethodDelete, api.URL+"/api/v1/customers/user_1/devices/token", nil)
	resp, err := client.Do(req)
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = resp.Body.Close()
	// Output: DELETE /api/v1/customers/user_1/devices/token by site-1
}

func ExampleTrackVerifier() {
	api := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = fmt.Fprint(w, `{"url":"track.customer.io","region":"us","environment_id":7}`)
	}))
	defer api.Close()

	verifier := credential.TrackVerifier{Region: credential.RegionEU, BaseURL: api.URL} // without BaseURL in production
	pair := []credential.String{credential.NewString("site-1"), credential.NewString("some-key")}
	fmt.Println(verifier.Verify(context.Background(), pair))
	// Output: track credential: credential rejected: the account is in region "us", not "eu"
}

func ExampleEnv() {
	_, err := credential.Env("CIO_SITE_ID_OF_NOBODY").Get(context.Background())
	fmt.Println(err)
	// Output: environment variable CIO_SITE_ID_OF_NOBODY: not set
}

func ExampleField() {
	// One secret with both keys, as secret managers are often used.
	secret := credential.Static(`{"site_id": "site-1", "api_key": "some-key"}`)
	siteID, err := credential.Field(secret, "site_id").Get(context.Background())
	fmt.Println(siteID, err)
	// Output: site-1 <nil>
}

func ExampleString() {
	key := credential.NewString("some-key")
	fmt.Printf("%v %+v %#v %s %q %x\n", key, key, key, key, key, key)

	logger := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		},
	}))
	logger.Info("starting", "key", key)
	fmt.Println(len(key.Reveal()))
	// Output:
	// [redacted] [redacted] [redacted] [redacted] [redacted] [redacted]
	// level=INFO msg=starting key=[redacted]
	// 8
}

func ExampleCheckKey() {
	for _, text := range []string{"0123456789abcdef0123", "\ufeff0123456789abcdef0123", "${CUSTOMERIO_API_KEY}", "0123456789\nabcdef0123"} {
		fmt.Println(credential.CheckKey(text))
	}
	// Output:
	// <nil>
	// cannot be a key: it has a byte order mark (U+FEFF) at byte 0
	// cannot be a key: it is a placeholder that nothing was put in for
	// cannot be a key: it has a line break (U+000A) at byte 10
}
