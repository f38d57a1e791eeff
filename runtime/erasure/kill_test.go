package erasure_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
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
	childRoom    = "ERASURE_TEST_ROOM" // bytes until the disk is full; none is without end
)

// killsVariable makes the test kill so many times, at 10,000 people. Without it there are few kills, and it is quick:
//
//	ERASURE_KILLS=100 go test -run Killed -v -timeout 10m ./runtime/erasure
const killsVariable = "ERASURE_KILLS"

const childConcurrency = 16

// TestMain runs the child of [TestKilledAtAnyInstantNobodyIsLost] in place of the tests when it is told to.
func TestMain(m *testing.M) {
	if url := os.Getenv(childURL); url != "" {
		if err := child(url); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// child erases people as any program would. It prints each of them when it hears that they are erased.
func child(url string) error {
	n, err := strconv.Atoi(os.Getenv(childPeople))
	if err != nil {
		return err
	}
	path := os.Getenv(childJournal)
	if room, err := strconv.ParseInt(os.Getenv(childRoom), 10, 64); err == nil {
		if err := fillDisk(path, room); err != nil {
			return err
		}
	}
	journal, err := erasure.OpenJournal(path, journalKey)
	if err != nil {
		return err
	}
	defer journal.Close()
	eraser := mustNew(erasure.WithBaseURL(url, ""), erasure.WithJournal(journal),
		erasure.WithRateLimit(20_000), erasure.WithConcurrency(childConcurrency),
		erasure.WithRetry(erasure.Retry{Attempts: 20, BaseDelay: time.Millisecond, MaxDelay: 20 * time.Millisecond}),
		erasure.WithProgress(func(p erasure.Progress) {
			if p.Outcome == erasure.Erased {
				os.Stdout.WriteString(p.ID + "\n")
			}
		}))
	_, err = eraser.EraseAll(context.Background(), people(n))
	return err
}

// A process that erases 10,000 people against an API that fails at random is killed at random instants, finds the disk
// full in between, and once has a line half written. In the end everybody on the list is suppressed and deleted, nobody
// else is, the journal shows it, and it has everybody of whom a process had said so.
func TestKilledAtAnyInstantNobodyIsLost(t *testing.T) {
	t.Parallel()
	k := newKilling(t)
	fullDisks := 0
	for i, at := range k.instants() {
		if i%5 == 4 && canFillDisk {
			k.runIntoFullDisk()
			fullDisks++
		}
		k.runAndKill(at)
		if i == 1 {
			k.tear()
		}
	}
	out, err := k.command(0).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	k.heard(out)
	mustBeErased(t, k.api, k.people)
	k.mustHaveTouchedNobodyElse()
	report := k.checkJournal(false)
	if report.Unfinished || report.Runs != 1 || report.Recovered == 0 {
		t.Errorf("%+v", report)
	}
	repeated := repeatedDeletions(k.api)
	t.Logf("%d kills, %d full disks, %d people were deleted more than once, %d lines in the journal, %d ends repaired",
		k.kills, fullDisks, repeated, report.Head.Lines, report.Recovered)
	// What was under way is done again, and whoever the torn line was about.
	if most := (k.kills+fullDisks)*childConcurrency + 1; repeated > most {
		t.Errorf("%d people were done again, want at most %d", repeated, most)
	}
}

// A killing is one such test.
type killing struct {
	t      *testing.T
	ctx    context.Context
	api    *ciotest.Workspace
	path   string
	people int
	kills  int
	random *rand.Rand
	said   map[string]bool // who was said to be erased
	seen   []erasure.Head
}

const bystanders = 100

func newKilling(t *testing.T) *killing {
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	k := &killing{
		t: t, api: newAPI(t), path: journalPath(t), people: killedPeople, kills: 5,
		random: rand.New(rand.NewPCG(seed, seed)), said: map[string]bool{},
	}
	limit := 55 * time.Second
	if testing.Short() {
		k.people = 1000
	}
	if kills, err := strconv.Atoi(os.Getenv(killsVariable)); err == nil {
		k.kills, k.people, limit = kills, 10_000, 9*time.Minute
	}
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	t.Cleanup(cancel)
	k.ctx = ctx
	addPeople(k.api, k.people)
	for i := range bystanders {
		k.api.AddPerson(ciotest.Person{ID: fmt.Sprintf("bystander_%d", i)})
	}
	k.api.SetFault(ciotest.RandomFaults(seed, 0.1))
	return k
}

// instants are how many people are gone when a process is killed.
func (k *killing) instants() []int {
	var out []int
	for range k.kills {
		out = append(out, k.random.IntN(k.people*9/10))
	}
	slices.Sort(out)
	return out
}

func (k *killing) command(room int64) *exec.Cmd {
	cmd := exec.CommandContext(k.ctx, os.Args[0])
	cmd.Env = append(os.Environ(), childURL+"="+k.api.URL, childJournal+"="+k.path, fmt.Sprintf("%s=%d", childPeople, k.people))
	if room > 0 {
		cmd.Env = append(cmd.Env, fmt.Sprintf("%s=%d", childRoom, room))
	}
	return cmd
}

// runAndKill starts a process and kills it with SIGKILL some time after so many people are gone.
func (k *killing) runAndKill(gone int) {
	k.t.Helper()
	var out, errs bytes.Buffer
	cmd := k.command(0)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Start(); err != nil {
		k.t.Fatal(err)
	}
	for k.api.Removed() < gone && k.ctx.Err() == nil {
		time.Sleep(time.Millisecond)
	}
	time.Sleep(time.Duration(k.random.Int64N(int64(30 * time.Millisecond))))
	cmd.Process.Kill() // SIGKILL: the process has no chance to tidy up
	err := cmd.Wait()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.Exited() {
		k.t.Fatalf("the process ended by itself: %v\n%s", err, errs.String())
	}
	k.heard(out.Bytes())
	k.checkJournal(true)
}

// runIntoFullDisk lets a process run until its journal has no room, in the middle of a line.
func (k *killing) runIntoFullDisk() {
	k.t.Helper()
	var out, errs bytes.Buffer
	cmd := k.command(100 + k.random.Int64N(5000))
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	if err == nil || !strings.Contains(errs.String(), "erasure: journal: write") {
		k.t.Fatalf("with a full disk: %v\n%s", err, errs.String())
	}
	k.heard(out.Bytes())
	k.checkJournal(true)
}

// heard notes whom a process has said to be erased; its last word may be cut off.
func (k *killing) heard(out []byte) {
	whole := out[:bytes.LastIndexByte(out, '\n')+1]
	for id := range strings.Lines(string(whole)) {
		k.said[strings.TrimSpace(id)] = true
	}
}

// checkJournal checks that the journal is whole but for its end, has all lines that it ever had, and everybody of whom a
// process had said so.
func (k *killing) checkJournal(mayBeTorn bool) erasure.Report {
	k.t.Helper()
	report, err := erasure.VerifyJournal(k.path, journalKey, k.seen...)
	started := err == nil || report.Head.Lines > 0 // else the process was killed before it had a journal
	if err != nil && !(mayBeTorn && errors.Is(err, erasure.ErrTorn)) && started {
		k.t.Fatal(err)
	}
	if err == nil {
		k.seen = []erasure.Head{report.Head}
	}
	erased := map[string]bool{}
	text, _ := os.ReadFile(k.path)
	for line := range strings.Lines(string(text)) {
		if _, after, ok := strings.Cut(line, `"what":"erased","who":"`); ok && strings.HasSuffix(line, "\n") {
			erased[after[:strings.IndexByte(after, '"')]] = true
		}
	}
	for id := range k.said {
		if !erased[erasure.Pseudonym(journalKey, id)] {
			k.t.Errorf("%s was said to be erased and is not on record", id)
		}
	}
	return report
}

func (k *killing) mustHaveTouchedNobodyElse() {
	k.t.Helper()
	for i := range bystanders {
		if id := fmt.Sprintf("bystander_%d", i); !k.api.Exists(id) || k.api.Suppressed(id) {
			k.t.Errorf("%s was touched", id)
		}
	}
	for _, call := range k.api.Calls() {
		if !strings.HasPrefix(call.Identifier, "user_") {
			k.t.Fatalf("%s %s", call.Method, call.Path)
		}
	}
}

// tear leaves the beginning of a line at a journal's end, as a crash in the middle of a write does. No line that was
// acknowledged is lost: those a kill cannot tear.
func (k *killing) tear() {
	k.t.Helper()
	report, err := erasure.VerifyJournal(k.path, journalKey)
	if err != nil { // it has such an end already
		return
	}
	file, err := os.OpenFile(k.path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		k.t.Fatal(err)
	}
	defer file.Close()
	fmt.Fprintf(file, `{"seq":%d,"time":"2026-01-02T15`, report.Head.Lines+1)
}

// repeatedDeletions counts the people whose deletion the API applied more than once although it also said so: a lost
// reply is repeated in any case.
func repeatedDeletions(api *ciotest.Workspace) int {
	times, repeated := map[string]int{}, 0
	for _, c := range api.Calls() {
		if c.Action == "delete" && c.Status == 200 && c.Applied {
			if times[c.Identifier]++; times[c.Identifier] == 2 {
				repeated++
			}
		}
	}
	return repeated
}
