// Package runtime_test runs the examples of the README's section on webhook,
// credential and erasure.
package runtime_test

import (
	"context"
	"crypto/rand"
	"fmt"
	"iter"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/ciotest"
	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"
	"github.com/ciolint/ciolint/runtime/internal/customerio"
	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/ciolint/ciolint/runtime/webhook"
)

// The code between the marks is what the README shows.

func serveWebhooks(mux *http.ServeMux) error {
	// README begin
	verifier, err := webhook.NewVerifier(os.Getenv("CUSTOMERIO_SIGNING_KEY"))
	if err != nil {
		return err
	}
	mux.Handle("POST /customerio", verifier.Events(func(ctx context.Context, event webhook.Event) error {
		fmt.Println(event, "for", event.Data.Identifiers.ID) // email bounced 01TEST for user_1
		return nil
	}))
	// README end
	return nil
}

func identify(ctx context.Context, keyFile, id string, attributes map[string]any) error {
	// README begin
	keys := []credential.Source{credential.Env("CUSTOMERIO_SITE_ID"), credential.File(keyFile)}
	clients, err := credential.NewRotating(ctx, credential.Config[*customerio.CustomerIO]{
		Sources: keys, // read again every minute
		Verify:  credential.TrackVerifier{Region: credential.RegionUS}.Verify,
		Build: func(keys []credential.String) (*customerio.CustomerIO, error) {
			return customerio.NewTrackClient(keys[0].Reveal(), keys[1].Reveal()), nil
		},
	})
	if err != nil {
		return err
	}
	defer clients.Close()
	return clients.Do(ctx, func(c *customerio.CustomerIO) error {
		return c.IdentifyCtx(ctx, id, sanitize.Attributes(attributes))
	})
	// README end
}

func eraseEverybody(ctx context.Context, journalFile string, journalKey []byte, keyFile string, ids iter.Seq2[string, error]) error {
	// README begin
	journal, err := erasure.OpenJournal(journalFile, journalKey) // 32 random bytes from your secret store
	if err != nil {
		return err
	}
	defer journal.Close()
	eraser, err := erasure.New(credential.RegionUS, credential.Env("CUSTOMERIO_SITE_ID"), credential.File(keyFile),
		erasure.WithJournal(journal),
	)
	if err != nil {
		return err
	}
	summary, err := eraser.EraseAll(ctx, ids) // killed in the middle: run it again
	fmt.Println(summary.Erased, "erased,", summary.Left(), "left")
	return err
	// README end
}

// TestReadmeShowsWhatRuns compares the README with the code that the examples
// below run.
func TestReadmeShowsWhatRuns(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, section, found := strings.Cut(string(text), "\n### webhook, credential, erasure\n")
	section, _, ends := strings.Cut(section, "\n##")
	if !found || !ends {
		t.Fatal("the README lacks the section")
	}
	source, err := os.ReadFile("readme_test.go")
	if err != nil {
		t.Fatal(err)
	}
	shown, run := between(section, "```go\n", "```"), between(string(source), "\t// README begin\n", "\t// README end\n")
	for i := range run {
		run[i] = strings.ReplaceAll("\n"+run[i], "\n\t", "\n")[1:] // one level of indentation less
	}
	if len(run) != 3 || !slices.Equal(shown, run) {
		t.Errorf("the README shows\n%s\nand what runs is\n%s", strings.Join(shown, "----\n"), strings.Join(run, "----\n"))
	}
}

// between returns the parts of a text between two marks.
func between(text, begin, end string) []string {
	var out []string
	for {
		_, rest, ok := strings.Cut(text, begin)
		if !ok {
			return out
		}
		part, rest, ok := strings.Cut(rest, end)
		if !ok {
			return out
		}
		out, text = append(out, part), rest
	}
}

// A workspace is a fake of Customer.io that everything in this process takes
// for the real one, with a key in a file and the rest in the environment.
func workspace(dir string) (api *ciotest.Workspace, keyFile string, leave func(), err error) {
	api = ciotest.New()
	keyFile = filepath.Join(dir, "api_key")
	if err := os.WriteFile(keyFile, []byte(api.APIKey+"\n"), 0o600); err != nil {
		return nil, "", nil, err
	}
	os.Setenv("CUSTOMERIO_SITE_ID", api.SiteID)
	real := http.DefaultTransport
	http.DefaultTransport = api.Transport()
	return api, keyFile, func() {
		http.DefaultTransport = real
		os.Unsetenv("CUSTOMERIO_SITE_ID")
		api.Close()
	}, nil
}

func Example_webhook() {
	key := rand.Text()
	os.Setenv("CUSTOMERIO_SIGNING_KEY", key)
	defer os.Unsetenv("CUSTOMERIO_SIGNING_KEY")
	mux := http.NewServeMux()
	if err := serveWebhooks(mux); err != nil {
		fmt.Println(err)
	}
	body := `{"event_id":"01TEST","object_type":"email","metric":"bounced","timestamp":1700000000,"data":{"identifiers":{"id":"user_1"}}}`
	for _, signer := range []string{key, "somebody else"} {
		r := httptest.NewRequest(http.MethodPost, "/customerio", strings.NewReader(body))
		webhook.Sign(r.Header, signer, time.Now(), []byte(body))
		w := httptest.NewRecorder()
		mux.ServeHTTP(w, r)
		fmt.Println(w.Code)
	}
	// Output:
	// email bounced 01TEST for user_1
	// 200
	// 401
}

func Example_credential() {
	dir, err := os.MkdirTemp("", "readme")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	api, keyFile, leave, err := workspace(dir)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer leave()
	fmt.Println(identify(context.Background(), keyFile, "user_1", map[string]any{"plan": "pro"}))
	for _, c := range api.Calls() {
		fmt.Println(c.Action, c.Identifier, c.Status)
	}
	// Output:
	// <nil>
	// region  200
	// identify user_1 200
}

func Example_erasure() {
	dir, err := os.MkdirTemp("", "readme")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	api, keyFile, leave, err := workspace(dir)
	if err != nil {
		fmt.Println(err)
		return
	}
	defer leave()
	ids := func(yield func(string, error) bool) {
		for i := range 3 {
			if !yield(fmt.Sprintf("user_%d", i), nil) {
				return
			}
		}
	}
	journalKey := []byte(rand.Text() + rand.Text())
	fmt.Println(eraseEverybody(context.Background(), filepath.Join(dir, "erasure.jsonl"), journalKey, keyFile, ids))
	fmt.Println(api.Suppressed("user_0"), api.Exists("user_2"))
	// Output:
	// 3 erased, 0 left
	// <nil>
	// true false
}
