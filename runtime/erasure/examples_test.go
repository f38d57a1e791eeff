package erasure_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"

	"github.com/ciolint/ciolint/runtime/erasure"
	"github.com/ciolint/ciolint/runtime/internal/fakeapi"
)

// exampleAPI stands for Customer.io. It refuses everything about the person "blocked".
func exampleAPI() *fakeapi.Server {
	api := fakeapi.New()
	api.AddTrackKey(siteID, apiKey)
	api.AddAppKey(appKey)
	api.AddPerson(fakeapi.Person{ID: "user_1", Email: "pat@example.com"})
	api.SetFault(func(r *http.Request) fakeapi.Fault {
		if r.URL.Path == "/api/v1/customers/blocked/suppress" {
			return fakeapi.Fault{Kind: fakeapi.Refuse, Status: 400, Body: `{"meta":{"error":"blocked cannot be suppressed"}}`}
		}
		return fakeapi.Fault{}
	})
	return api
}

func Example() {
	api := exampleAPI() // your workspace
	defer api.Close()

	// siteID, apiKey and appKey come from your secret store.
	eraser := erasure.New(siteID, apiKey, erasure.WithVerify(appKey), erasure.WithBaseURL(api.URL, api.URL))
	if err := eraser.Erase(context.Background(), "pat@example.com"); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("suppressed, deleted, and gone")
	// Output: suppressed, deleted, and gone
}

func ExampleEraser_Erase() {
	api := exampleAPI()
	defer api.Close()
	eraser := erasure.New(siteID, apiKey, erasure.WithBaseURL(api.URL, api.URL))

	err := eraser.Erase(context.Background(), "blocked")
	fmt.Println(err)
	var failed *erasure.Error
	if errors.As(err, &failed) {
		fmt.Println(failed.Step, failed.Status)
	}

	err = eraser.Erase(context.Background(), "../user_1")
	fmt.Println(err, errors.Is(err, erasure.ErrInvalidID))
	// Output:
	// erasure: suppress: status 400 (Bad Request): [person] cannot be suppressed
	// suppress 400
	// erasure: identifier refused: it is or has a path segment of dots true
}

func ExampleEraser_EraseAll() {
	api := exampleAPI()
	defer api.Close()
	dir, err := os.MkdirTemp("", "erasure")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)

	journal, err := erasure.OpenJournal(filepath.Join(dir, "erasure.jsonl"), journalKey) // a key from your secret store
	if err != nil {
		fmt.Println(err)
		return
	}
	defer journal.Close()

	// Rows of a database, lines of a file: whatever can fail between two people.
	ids := func(yield func(string, error) bool) {
		for _, id := range []string{"user_1", "blocked", "user_2"} {
			if !yield(id, nil) {
				return
			}
		}
	}
	eraser := erasure.New(siteID, apiKey, erasure.WithJournal(journal), erasure.WithBaseURL(api.URL, api.URL))
	summary, err := eraser.EraseAll(context.Background(), ids)
	fmt.Println(summary.Erased, "erased,", summary.Left(), "left")
	fmt.Println(err)

	summary, _ = eraser.EraseAll(context.Background(), ids) // again: only those who are left
	fmt.Println(summary.Skipped, "skipped,", summary.Left(), "left")
	// Output:
	// 2 erased, 1 left
	// erasure: incomplete: 1 of 3 people not erased: person 2: erasure: suppress: status 400 (Bad Request): [person] cannot be suppressed
	// 2 skipped, 1 left
}

func ExampleVerifyJournal() {
	api := exampleAPI()
	defer api.Close()
	dir, err := os.MkdirTemp("", "erasure")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "erasure.jsonl")
	journal, err := erasure.OpenJournal(path, journalKey)
	if err != nil {
		fmt.Println(err)
		return
	}
	eraser := erasure.New(siteID, apiKey, erasure.WithJournal(journal), erasure.WithBaseURL(api.URL, api.URL))
	fmt.Println(eraser.Erase(context.Background(), "user_1"))
	seen := journal.Head() // keep it apart from the file
	journal.Close()

	report, err := erasure.VerifyJournal(path, journalKey, seen)
	fmt.Println(report.Head.Lines, "lines,", report.Deleted, "deletion,", err)

	text, _ := os.ReadFile(path)
	text[len(text)/2]++
	os.WriteFile(path, text, 0o600)
	_, err = erasure.VerifyJournal(path, journalKey, seen)
	fmt.Println(err)
	// Output:
	// <nil>
	// 3 lines, 1 deletion, <nil>
	// erasure: journal: the journal was changed: line 2 is not as it was written, or was written with another key
}

func ExampleWithProgress() {
	api := exampleAPI()
	defer api.Close()
	eraser := erasure.New(siteID, apiKey, erasure.WithBaseURL(api.URL, api.URL), erasure.WithConcurrency(1),
		erasure.WithProgress(func(p erasure.Progress) {
			fmt.Printf("person %d %s, %d left over so far\n", p.Place, p.Outcome, p.Left())
		}))
	eraser.EraseAll(context.Background(), func(yield func(string, error) bool) {
		_ = yield("user_1", nil) && yield("blocked", nil) && yield("..", nil)
	})
	// Output:
	// person 1 erased, 0 left over so far
	// person 2 failed, 1 left over so far
	// person 3 invalid, 2 left over so far
}

// vault stands for a secret store; package credential has sources for several.
type vault map[string]string

type vaultEntry struct {
	vault vault
	name  string
}

func (e vaultEntry) Get(context.Context) (string, error) { return e.vault[e.name], nil }

func ExampleWithCredentials() {
	api := exampleAPI()
	defer api.Close()
	store := vault{"site": siteID, "key": apiKey}
	eraser := erasure.New("", "", erasure.WithBaseURL(api.URL, api.URL),
		erasure.WithCredentials(vaultEntry{store, "site"}, vaultEntry{store, "key"}))
	fmt.Println(eraser.Erase(context.Background(), "user_1"))

	api.AddTrackKey("site 2", "key 2")
	api.RevokeTrackKey(siteID, apiKey)
	store["site"], store["key"] = "site 2", "key 2"
	fmt.Println(eraser.Erase(context.Background(), "user_2"))
	// Output:
	// <nil>
	// <nil>
}

func ExamplePseudonym() {
	fmt.Println(erasure.Pseudonym([]byte("32 random bytes from your vault."), "pat@example.com"))
	// Output: 0739cc0f30850d86daf1774d3db2b7ffd2b7254a91e7d39523525a58b9224c2c
}
