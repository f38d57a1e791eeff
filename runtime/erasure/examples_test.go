package erasure_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"

	"github.com/ciolint/ciolint/runtime/ciotest"
	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"
)

// exampleAPI stands for Customer.io. It refuses everything about the person "blocked".
func exampleAPI() *ciotest.Workspace {
	api := ciotest.New()
	api.AddPerson(ciotest.Person{ID: "user_1", Email: "pat@example.com"})
	api.SetFault(func(r *http.Request) ciotest.Fault {
		if r.URL.Path == "/api/v1/customers/blocked/suppress" {
			return ciotest.Fault{Kind: ciotest.Refuse, Status: 400, Body: `{"meta":{"error":"blocked cannot be suppressed"}}`}
		}
		return ciotest.Fault{}
	})
	return api
}

// exampleEraser is an Eraser for it.
func exampleEraser(api *ciotest.Workspace, opts ...erasure.Option) *erasure.Eraser {
	eraser, err := erasure.New(credential.RegionUS, credential.Static(api.SiteID), credential.Static(api.APIKey),
		append(opts, erasure.WithHTTPClient(api.Client()))...)
	if err != nil {
		panic(err) // only in an example
	}
	return eraser
}

func Example() {
	api := exampleAPI() // your workspace
	defer api.Close()

	eraser, err := erasure.New(credential.RegionUS, // your account's
		credential.Static(api.SiteID), credential.Static(api.APIKey), // credential.Env or credential.File, in a program
		erasure.WithVerify(credential.Static(api.AppKey)),
		erasure.WithHTTPClient(api.Client())) // not in a program
	if err != nil {
		fmt.Println(err)
		return
	}
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
	eraser := exampleEraser(api)

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
	eraser := exampleEraser(api, erasure.WithJournal(journal))
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
	eraser := exampleEraser(api, erasure.WithJournal(journal))
	fmt.Println(eraser.Erase(context.Background(), "user_1"))
	seen := journal.Head() // keep it apart from the file
	journal.Close()

	report, err := erasure.VerifyJournal(path, journalKey, seen)
	fmt.Println(report.Head.Lines, "lines,", report.Erased, "person erased,", err)

	text, _ := os.ReadFile(path)
	text[len(text)/2]++
	os.WriteFile(path, text, 0o600)
	_, err = erasure.VerifyJournal(path, journalKey, seen)
	fmt.Println(err)
	// Output:
	// <nil>
	// 3 lines, 1 person erased, <nil>
	// erasure: journal: the journal was changed: line 2 is not as it was written, does not follow the line before it, or was written with another key
}

func ExampleWithProgress() {
	api := exampleAPI()
	defer api.Close()
	eraser := exampleEraser(api, erasure.WithConcurrency(1),
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

// A queue stands for whatever keeps what it has acknowledged: a topic, a table, a log service.
type queue struct{ lines bytes.Buffer }

func (q *queue) Append(ctx context.Context, lines []byte) error {
	q.lines.Write(lines) // here: publish, and wait for the acknowledgement
	return ctx.Err()
}

func ExampleNewJournal() {
	api := exampleAPI()
	defer api.Close()
	ctx := context.Background()
	log := &queue{}
	ids := func(yield func(string, error) bool) { _ = yield("user_1", nil) && yield("blocked", nil) }

	// A pod without a disk: what is done is in the log when EraseAll reports it.
	journal, err := erasure.NewJournal(ctx, log, nil, journalKey)
	if err != nil {
		fmt.Println(err)
		return
	}
	summary, _ := exampleEraser(api, erasure.WithJournal(journal)).EraseAll(ctx, ids)
	fmt.Println(summary.Erased, "erased,", summary.Left(), "left")

	// The next pod reads the log from its start and goes on. The head shows that nothing was cut off.
	past := bytes.NewReader(bytes.Clone(log.lines.Bytes()))
	journal, err = erasure.NewJournal(ctx, log, past, journalKey, erasure.WithHead(summary.Journal))
	if err != nil {
		fmt.Println(err)
		return
	}
	summary, _ = exampleEraser(api, erasure.WithJournal(journal)).EraseAll(ctx, ids)
	fmt.Println(summary.Skipped, "skipped,", summary.Left(), "left")

	report, err := erasure.VerifyLines(&log.lines, journalKey, summary.Journal)
	fmt.Println(report.Head.Lines, "lines,", report.Erased, "person erased,", err)
	// Output:
	// 1 erased, 1 left
	// 1 skipped, 1 left
	// 8 lines, 1 person erased, <nil>
}

func ExamplePseudonym() {
	fmt.Println(erasure.Pseudonym([]byte("32 random bytes from your vault."), "pat@example.com"))
	// Output: 0739cc0f30850d86daf1774d3db2b7ff
}
