package erasure

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/credential"
)

var errFull = errors.New("disk is full")

// A fullDisk takes some bytes and then no more.
type fullDisk struct {
	logFile
	room  int
	taken bytes.Buffer
}

func (d *fullDisk) Write(p []byte) (int, error) {
	if len(p) > d.room {
		p = p[:d.room]
	}
	d.room -= len(p)
	d.taken.Write(p)
	n, err := d.logFile.Write(p)
	if err == nil && d.room == 0 {
		err = errFull
	}
	return n, err
}

type okTransport struct{}

func (okTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader("{}")), Request: r}, nil
}

var testKey = []byte("32 random bytes from your vault.")

// newOffline returns an Eraser whose requests all succeed at once.
func newOffline(t testing.TB, opts ...Option) *Eraser {
	t.Helper()
	opts = append(opts, WithHTTPClient(&http.Client{Transport: okTransport{}}), WithRateLimit(1e9))
	e, err := New(credential.RegionUS, credential.Static("site"), credential.Static("key"), opts...)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// What cannot be recorded stops the run, and the next one, with room, goes on after the last whole line.
func TestAJournalThatCannotBeWrittenStopsTheRun(t *testing.T) {
	key := testKey
	path := filepath.Join(t.TempDir(), "erasure.jsonl")
	ids := func(yield func(string, error) bool) {
		for i := range 1000 {
			if !yield(strings.Repeat("x", i%100+1), nil) {
				return
			}
		}
	}
	run := func(room int) (Summary, error) {
		journal, err := OpenJournal(path, key)
		if err != nil {
			t.Fatal(err)
		}
		defer journal.Close()
		journal.to.(*fileLog).file = &fullDisk{logFile: journal.to.(*fileLog).file, room: room}
		eraser := newOffline(t, WithJournal(journal))
		return eraser.EraseAll(context.Background(), ids)
	}
	s, err := run(10_000)
	if !errors.Is(err, ErrJournal) || !errors.Is(err, errFull) || !errors.Is(err, ErrIncomplete) || s.People > 100 || s.Failed > 0 {
		t.Error(s, err)
	}
	before := s.Erased
	s, err = run(1 << 30)
	if err != nil || s.People != 1000 || s.Skipped < before || s.Left() != 0 {
		t.Error(s, err)
	}
	if report, err := VerifyJournal(path, key); err != nil || report.Recovered != 1 {
		t.Errorf("%+v, %v", report, err)
	}
}

// A countingDisk knows whether what was written was synced.
type countingDisk struct {
	logFile
	mu           sync.Mutex
	lines, syncs int
	isDirty      bool
	syncErr      error
}

func (d *countingDisk) Write(p []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.lines += bytes.Count(p, []byte("\n"))
	d.isDirty = true
	return d.logFile.Write(p)
}

func (d *countingDisk) Sync() error {
	time.Sleep(2 * time.Millisecond) // as a disk does
	d.mu.Lock()
	defer d.mu.Unlock()
	d.syncs++
	d.isDirty = d.syncErr != nil
	return d.syncErr
}

func newCounted(t *testing.T, opts ...Option) (*Eraser, *countingDisk) {
	t.Helper()
	journal, err := OpenJournal(filepath.Join(t.TempDir(), "erasure.jsonl"), testKey)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { journal.Close() })
	disk := &countingDisk{logFile: journal.to.(*fileLog).file}
	journal.to.(*fileLog).file = disk
	return newOffline(t, append(opts, WithJournal(journal))...), disk
}

func TestEraseReturnsWhenItsLinesAreOnDisk(t *testing.T) {
	eraser, disk := newCounted(t)
	if err := eraser.Erase(t.Context(), "user_1"); err != nil || disk.isDirty || disk.lines != 2 || disk.syncs != 2 {
		t.Errorf("%v, %d lines, %d syncs", err, disk.lines, disk.syncs)
	}
	disk.syncErr = errFull
	if err := eraser.Erase(t.Context(), "user_1"); !errors.Is(err, ErrJournal) || !errors.Is(err, errFull) {
		t.Error(err)
	}
	if err := eraser.Erase(t.Context(), "user_1"); !errors.Is(err, ErrJournal) {
		t.Errorf("after a failure: %v", err)
	}
}

func TestLinesAreSyncedInBatches(t *testing.T) {
	eraser, disk := newCounted(t, WithConcurrency(32))
	s, err := eraser.EraseAll(t.Context(), func(yield func(string, error) bool) {
		for i := range 500 {
			yield("user_"+strconv.Itoa(i), nil)
		}
	})
	if err != nil || disk.lines != 502 || disk.isDirty {
		t.Error(s, err, disk.lines)
	}
	if disk.syncs > 100 {
		t.Errorf("%d syncs for %d lines", disk.syncs, disk.lines)
	}
}

// BenchmarkEraseAll is the cost of one person without network and rate limit, on a real disk.
func BenchmarkEraseAll(b *testing.B) {
	journal, err := OpenJournal(filepath.Join(b.TempDir(), "erasure.jsonl"), testKey)
	if err != nil {
		b.Fatal(err)
	}
	defer journal.Close()
	eraser := newOffline(b, WithJournal(journal))
	b.ReportAllocs()
	b.ResetTimer()
	_, err = eraser.EraseAll(b.Context(), func(yield func(string, error) bool) {
		for i := range b.N {
			yield("user_"+strconv.Itoa(i), nil)
		}
	})
	if err != nil {
		b.Fatal(err)
	}
}

// Lines in a file that nobody finds are no record: nobody is touched.
func TestAJournalThatIsNotInItsPlaceRecordsNothing(t *testing.T) {
	t.Parallel()
	for name, away := range map[string]func(path string) error{
		"deleted": os.Remove,
		"moved":   func(path string) error { return os.Rename(path, path+".1") },
		"replaced": func(path string) error {
			return errors.Join(os.Rename(path, path+".1"), os.WriteFile(path, nil, 0o600))
		},
	} {
		path := filepath.Join(t.TempDir(), "journal")
		journal, err := OpenJournal(path, testKey)
		if err != nil {
			t.Fatal(err)
		}
		eraser := newOffline(t, WithJournal(journal))
		if err := eraser.Erase(t.Context(), "user_1"); err != nil {
			t.Errorf("%s: before it was: %v", name, err)
		}
		if err := away(path); err != nil {
			t.Skip(err) // Windows keeps an open file where it is
		}
		eraser.track.client = &http.Client{Transport: noTransport{t}}
		if err := eraser.Erase(t.Context(), "user_2"); !errors.Is(err, ErrJournal) || !strings.Contains(err.Error(), "moved or deleted") {
			t.Errorf("%s: %v", name, err)
		}
		journal.Close()
	}
}

// noTransport is for those who must not send anything.
type noTransport struct{ t *testing.T }

func (n noTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	n.t.Errorf("%s was sent", r.URL.Path)
	return nil, errors.New("nothing is sent here")
}
