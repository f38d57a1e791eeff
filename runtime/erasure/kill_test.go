package erasure_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/ciotest"
	"github.com/ciolint/ciolint/runtime/erasure"
)

// How the killed test tells its child what to do.
const (
	childURL     = "ERASURE_TEST_URL"
	childJournal = "ERASURE_TEST_JOURNAL"
	childPeople  = "ERASURE_TEST_PEOPLE"
)

const childConcurrency = 16

// TestMain runs the child of [TestKilledInTheMiddleNobodyIsSkipped] in place of the tests when it is told to.
func TestMain(m *testing.M) {
	if url := os.Getenv(childURL); url != "" {
		os.Exit(child(url))
	}
	os.Exit(m.Run())
}

// child erases people as any program would, and exits with 0 only if it is done.
func child(url string) int {
	n, err := strconv.Atoi(os.Getenv(childPeople))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	journal, err := erasure.OpenJournal(os.Getenv(childJournal), journalKey)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer journal.Close()
	eraser := mustNew(erasure.WithBaseURL(url, ""), erasure.WithJournal(journal),
		erasure.WithRateLimit(20_000), erasure.WithConcurrency(childConcurrency),
		erasure.WithRetry(erasure.Retry{Attempts: 20, BaseDelay: time.Millisecond, MaxDelay: 20 * time.Millisecond}))
	summary, err := eraser.EraseAll(context.Background(), people(n))
	fmt.Println(summary)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// A process that erases 10,000 people against an API that fails at random is killed four times, in one case also with
// a line half written. In the end everybody is suppressed and deleted, and the journal shows it.
func TestKilledInTheMiddleNobodyIsSkipped(t *testing.T) {
	n := killedPeople
	if testing.Short() {
		n = 1000
	}
	ctx, cancel := context.WithTimeout(t.Context(), 55*time.Second)
	defer cancel()
	api := newAPI(t)
	addPeople(api, n)
	api.SetFault(ciotest.RandomFaults(uint64(time.Now().UnixNano()), 0.1))
	path := journalPath(t)

	kills := []int{n / 5, 2 * n / 5, 3 * n / 5, 4 * n / 5}
	for i, at := range kills {
		killedAfter(t, ctx, api, at, childCommand(ctx, api.URL, path, n))
		before := len(read(t, path))
		if i == 1 {
			tear(t, path)
		}
		t.Logf("killed when %d were gone, journal of %d bytes", api.Removed(), before)
	}
	out, err := childCommand(ctx, api.URL, path, n).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	t.Logf("%s", out)

	mustBeErased(t, api, n)
	report, err := erasure.VerifyJournal(path, journalKey)
	if err != nil || report.Unfinished || report.Runs != 1 || report.Recovered == 0 {
		t.Errorf("%+v, %v", report, err)
	}
	repeated := repeatedDeletions(api)
	t.Logf("%d people were deleted more than once, %d lines in the journal", repeated, report.Head.Lines)
	// What was under way is done again, and whoever the torn line was about.
	if most := len(kills)*childConcurrency + 1; repeated > most {
		t.Errorf("%d people were done again, want at most %d", repeated, most)
	}
}

func childCommand(ctx context.Context, url, journal string, n int) *exec.Cmd {
	cmd := exec.CommandContext(ctx, os.Args[0])
	cmd.Env = append(os.Environ(), childURL+"="+url, childJournal+"="+journal, fmt.Sprintf("%s=%d", childPeople, n))
	return cmd
}

// killedAfter starts a child and kills it with SIGKILL when so many people are gone.
func killedAfter(t *testing.T, ctx context.Context, api *ciotest.Workspace, gone int, cmd *exec.Cmd) {
	t.Helper()
	var out strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for api.Removed() < gone && ctx.Err() == nil {
		time.Sleep(time.Millisecond)
	}
	cmd.Process.Kill() // SIGKILL: the child has no chance to tidy up
	err := cmd.Wait()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.Exited() {
		t.Fatalf("the child ended by itself: %v\n%s", err, out.String())
	}
}

// tear takes half of the last line off a journal, as a crash in the middle of a write does.
func tear(t *testing.T, path string) {
	t.Helper()
	if err := os.Truncate(path, int64(len(read(t, path))-100)); err != nil {
		t.Fatal(err)
	}
}

// repeatedDeletions counts the people whose deletion the API applied more than once although it also said so: a lost
// reply is repeated in any case.
func repeatedDeletions(api *ciotest.Workspace) int {
	times, repeated := map[string]int{}, 0
	for _, c := range api.Calls() {
		if c.Action == "delete" && c.Status == 200 {
			if times[c.Identifier]++; times[c.Identifier] == 2 {
				repeated++
			}
		}
	}
	return repeated
}
