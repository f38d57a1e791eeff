package erasure_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/erasure"
	"github.com/ciolint/ciolint/runtime/internal/fakeapi"
)

// record erases n people with a journal, one at a time, and returns the journal's text.
func record(t *testing.T, path string, n int, opts ...erasure.JournalOption) []byte {
	t.Helper()
	journal := openJournal(t, path, opts...)
	eraser := newEraser(newAPI(t), erasure.WithJournal(journal), erasure.WithConcurrency(1))
	if _, err := eraser.EraseAll(t.Context(), people(n)); err != nil {
		t.Fatal(err)
	}
	if err := journal.Close(); err != nil {
		t.Fatal(err)
	}
	return read(t, path)
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// verifyText checks a journal of the given text.
func verifyText(t *testing.T, text []byte, seen ...erasure.Head) (erasure.Report, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "copy.jsonl")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return erasure.VerifyJournal(path, journalKey, seen...)
}

type line struct {
	Seq, Run                     int64
	Time, What, Who, ID, Outcome string
	Status, Attempts             int
	Error, Prev, Mac             string
}

func lines(t *testing.T, text []byte) []line {
	t.Helper()
	var out []line
	for raw := range bytes.Lines(text) {
		var l line
		if err := json.Unmarshal(raw, &l); err != nil {
			t.Fatalf("%q: %v", raw, err)
		}
		out = append(out, l)
	}
	return out
}

func TestTheJournalSaysWhoWhatWhenAndHow(t *testing.T) {
	api, path := newAPI(t), journalPath(t)
	api.SetFault(failing(2, refuse(503)))
	journal := openJournal(t, path)
	eraser := newEraser(api, erasure.WithJournal(journal), erasure.WithVerify(appKey))
	if err := eraser.Erase(t.Context(), "user_1"); err != nil {
		t.Fatal(err)
	}
	denied := refuse(400)
	denied.Body = `{"meta":{"error":"user_2 is not wanted"}}`
	api.SetFault(failing(1, denied))
	eraser.Erase(t.Context(), "user_2")
	eraser.Erase(t.Context(), "../user_3")

	who := erasure.Pseudonym(journalKey, "user_1")
	var got []string
	for _, l := range lines(t, read(t, path))[1:] {
		if at, err := time.Parse(time.RFC3339Nano, l.Time); err != nil || at.Year() != 2026 {
			t.Errorf("time %q", l.Time)
		}
		got = append(got, fmt.Sprintf("%t %s %s %d %d %s", l.Who == who, l.What, l.Outcome, l.Status, l.Attempts, l.Error))
	}
	want := []string{
		"true suppress done 200 3 ", "true delete done 200 1 ", "true verify done 200 1 ",
		"false suppress failed 400 1 [person] is not wanted",
		"false reject failed 0 0 erasure: identifier refused: it is or has a path segment of dots",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("journal:\n%s", strings.Join(got, "\n"))
	}
	if bytes.Contains(read(t, path), []byte("user_")) {
		t.Error("the journal names a person")
	}
}

func TestPlainIDsAreThereOnlyIfAskedFor(t *testing.T) {
	text := record(t, journalPath(t), 2, erasure.WithPlainIDs())
	if l := lines(t, text)[2]; l.ID != "user_0" || l.Who != erasure.Pseudonym(journalKey, "user_0") {
		t.Errorf("%+v", l)
	}
	if _, err := verifyText(t, text); err != nil {
		t.Error(err)
	}
}

func TestAJournalThatIsWholeVerifies(t *testing.T) {
	path := journalPath(t)
	text := record(t, path, 10)
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	report, err := verifyText(t, text)
	if err != nil || report.Head.Lines != 23 || report.Runs != 1 || report.Deleted != 10 || report.Unfinished {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestEveryChangedByteIsDetected(t *testing.T) {
	text := record(t, journalPath(t), 1)
	for i := range text {
		changed := bytes.Clone(text)
		changed[i] ^= 1
		if _, err := verifyText(t, changed); !errors.Is(err, erasure.ErrTampered) && i < len(text)-1 {
			t.Fatalf("byte %d (%q): %v", i, text[i], err)
		} else if err == nil {
			t.Fatalf("byte %d: %v", i, err)
		}
	}
}

func TestRemovedMovedAndAddedLinesAreDetected(t *testing.T) {
	text := record(t, journalPath(t), 4)
	other := bytes.SplitAfter(record(t, journalPath(t), 4), []byte("\n"))
	all := bytes.SplitAfter(text, []byte("\n"))
	all = all[:len(all)-1] // the empty rest
	variants := map[string][][]byte{
		"empty":         nil,
		"joined":        {bytes.Join(all, nil)[:len(text)-1], []byte(" \n")},
		"carriage":      {bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n"))},
		"blank line":    append([][]byte{[]byte("\n")}, all...),
		"other journal": append([][]byte{all[0]}, other[1:]...),
		"other's head":  append([][]byte{other[0]}, all[1:]...),
	}
	for i := range all {
		variants[fmt.Sprint("repeated ", i)] = with(all, i, all[i], all[i])
		variants[fmt.Sprint("replaced ", i)] = with(all, i, other[i])
		if i < len(all)-1 {
			variants[fmt.Sprint("removed ", i)] = with(all, i)
		}
		for j := range i {
			variants[fmt.Sprint("swapped ", j, i)] = with(with(all, i, all[j]), j, all[i])
		}
	}
	for name, variant := range variants {
		if _, err := verifyText(t, bytes.Join(variant, nil)); !errors.Is(err, erasure.ErrTampered) || !errors.Is(err, erasure.ErrJournal) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// with returns lines in which line i is replaced.
func with(lines [][]byte, i int, by ...[]byte) [][]byte {
	out := append([][]byte(nil), lines[:i]...)
	out = append(out, by...)
	return append(out, lines[i+1:]...)
}

func TestAWrongKeyVerifiesNothing(t *testing.T) {
	path := journalPath(t)
	record(t, path, 1)
	wrong := []byte(strings.Repeat("x", 32))
	if _, err := erasure.VerifyJournal(path, wrong); !errors.Is(err, erasure.ErrTampered) {
		t.Error(err)
	}
	if _, err := erasure.OpenJournal(path, wrong); !errors.Is(err, erasure.ErrTampered) {
		t.Error(err)
	}
	if _, err := erasure.OpenJournal(path, journalKey[:15]); !errors.Is(err, erasure.ErrConfig) {
		t.Error(err)
	}
}

func TestLinesCutOffTheEndAreDetectedByAHead(t *testing.T) {
	path := journalPath(t)
	journal := openJournal(t, path)
	var heads []erasure.Head
	eraser := newEraser(newAPI(t), erasure.WithJournal(journal), erasure.WithConcurrency(1))
	for range 3 {
		s, err := eraser.EraseAll(t.Context(), people(3))
		if err != nil {
			t.Fatal(err)
		}
		heads = append(heads, s.Journal)
	}
	text := read(t, path)
	if report, err := verifyText(t, text, heads...); err != nil || report.Head != heads[2] || report.Runs != 3 {
		t.Errorf("%+v, %v", report, err)
	}
	cut := text[:bytes.LastIndexByte(text[:len(text)-1], '\n')+1]
	if _, err := verifyText(t, cut); err != nil {
		t.Errorf("without heads the end is not known: %v", err)
	}
	if _, err := verifyText(t, cut, heads...); !errors.Is(err, erasure.ErrTampered) {
		t.Error(err)
	}
	if _, err := verifyText(t, text, erasure.Head{Lines: 5, Hash: heads[0].Hash}); !errors.Is(err, erasure.ErrTampered) {
		t.Error(err)
	}
}

// Wherever in its last line a crash cuts the file, the journal opens again, verifies, and has lost that line only.
func TestATornLastLineIsTakenOff(t *testing.T) {
	text := record(t, journalPath(t), 3)
	start := bytes.LastIndexByte(text[:len(text)-1], '\n') + 1
	for end := start + 1; end < len(text); end++ {
		path := filepath.Join(t.TempDir(), "torn.jsonl")
		if err := os.WriteFile(path, text[:end], 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := erasure.VerifyJournal(path, journalKey); !errors.Is(err, erasure.ErrTorn) {
			t.Fatalf("cut at %d: %v", end-start, err)
		}
		openJournal(t, path).Close()
		report, err := erasure.VerifyJournal(path, journalKey)
		if err != nil || report.Recovered != 1 || !report.Unfinished || report.Deleted != 3 {
			t.Fatalf("cut at %d: %+v, %v", end-start, report, err)
		}
	}
}

func TestZerosAfterTheLastLineAreTakenOff(t *testing.T) {
	path := journalPath(t)
	text := append(record(t, path, 1), make([]byte, 5000)...)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	openJournal(t, path).Close()
	if report, err := erasure.VerifyJournal(path, journalKey); err != nil || report.Recovered != 1 {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestFilesThatAreNotJournalsStayAsTheyAre(t *testing.T) {
	whole := string(record(t, journalPath(t), 1))
	for _, text := range []string{"notes without a line feed", "notes\n", whole + "notes", whole + "notes\n", strings.Repeat("x", 1<<17)} {
		path := journalPath(t)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := erasure.OpenJournal(path, journalKey); !errors.Is(err, erasure.ErrTampered) {
			t.Errorf("%.20q: %v", text, err)
		}
		if string(read(t, path)) != text {
			t.Errorf("%.20q was changed", text)
		}
	}
	if _, err := erasure.OpenJournal(t.TempDir(), journalKey); !errors.Is(err, erasure.ErrJournal) {
		t.Errorf("a directory: %v", err)
	}
}

func TestOneWriterAtATime(t *testing.T) {
	path := journalPath(t)
	journal := openJournal(t, path)
	if _, err := erasure.OpenJournal(path, journalKey); !errors.Is(err, erasure.ErrJournal) {
		t.Errorf("opened twice: %v", err)
	}
	journal.Close()
	openJournal(t, path)
}

func TestTwoRunsOfOneJournalAtATimeAreRefused(t *testing.T) {
	eraser := newEraser(newAPI(t), erasure.WithJournal(openJournal(t, journalPath(t))))
	s, err := eraser.EraseAll(t.Context(), func(yield func(string, error) bool) {
		if _, err := eraser.EraseAll(t.Context(), people(1)); !errors.Is(err, erasure.ErrJournal) {
			t.Errorf("inner run: %v", err)
		}
		yield("user_1", nil)
	})
	if err != nil || s.Erased != 1 {
		t.Error(s, err)
	}
}

func TestARunThatLeftSomebodyGoesOn(t *testing.T) {
	api, path := newAPI(t), journalPath(t)
	api.SetFault(failing(3, refuse(400)))
	eraser := newEraser(api, erasure.WithJournal(openJournal(t, path)))
	first, err := eraser.EraseAll(t.Context(), people(10))
	if !errors.Is(err, erasure.ErrIncomplete) || first.Erased != 7 || first.Failed != 3 {
		t.Error(first, err)
	}
	if report, err := erasure.VerifyJournal(path, journalKey); err != nil || !report.Unfinished || report.Failed != 3 {
		t.Errorf("%+v, %v", report, err)
	}
	second, err := eraser.EraseAll(t.Context(), people(10))
	if err != nil || second.Erased != 3 || second.Skipped != 7 {
		t.Error(second, err)
	}
	third, err := eraser.EraseAll(t.Context(), people(10)) // nobody was left: a new run, for everybody
	if err != nil || third.Erased != 10 {
		t.Error(third, err)
	}
	if report, err := erasure.VerifyJournal(path, journalKey); err != nil || report.Runs != 2 || report.Unfinished {
		t.Errorf("%+v, %v", report, err)
	}
}

// leave makes a run over user_0 to user_9 that leaves user_9, and closes the journal.
func leave(t *testing.T, path string, opts ...erasure.Option) {
	t.Helper()
	journal := openJournal(t, path)
	eraser := newEraser(newAPI(t), append(opts, erasure.WithJournal(journal))...)
	s, err := eraser.EraseAll(t.Context(), func(yield func(string, error) bool) {
		for id := range people(9) {
			yield(id, nil)
		}
		yield("", errors.New("unreadable"))
	})
	if !errors.Is(err, erasure.ErrIncomplete) || s.Erased != 9 {
		t.Fatal(s, err)
	}
	journal.Close()
}

func TestWhatIsNotSkipped(t *testing.T) {
	later := newClock()
	later.now = later.now.Add(8 * 24 * time.Hour)
	other := newAPI(t)
	other.AddTrackKey("other site", "other key")
	for name, test := range map[string]struct {
		skipped int
		opts    []erasure.Option
	}{
		"same run":              {9, nil},
		"long ago":              {0, []erasure.Option{erasure.WithClock(later)}},
		"long ago, wide window": {9, []erasure.Option{erasure.WithClock(later), erasure.WithResumeWindow(9 * 24 * time.Hour)}},
		"not verified before":   {0, []erasure.Option{erasure.WithVerify(appKey)}},
		"another workspace":     {0, []erasure.Option{erasure.WithCredentials(&current{"other site"}, &current{"other key"})}},
	} {
		path := journalPath(t)
		api := other
		api.AddTrackKey(siteID, apiKey)
		leave(t, path, erasure.WithBaseURL(api.URL, ""))
		opts := append(test.opts, erasure.WithJournal(openJournal(t, path)))
		s, err := newEraser(api, opts...).EraseAll(t.Context(), people(10))
		if err != nil || s.Skipped != test.skipped || s.Erased != 10-test.skipped {
			t.Errorf("%s: %s, %v", name, s, err)
		}
	}
	path := journalPath(t)
	leave(t, path) // at another address
	s, err := newEraser(newAPI(t), erasure.WithJournal(openJournal(t, path))).EraseAll(t.Context(), people(10))
	if err != nil || s.Skipped != 0 {
		t.Errorf("another address: %s, %v", s, err)
	}
}

// What Erase does between two runs is another matter, about which the run knows nothing.
func TestARunGoesOnWithItsOwnPeopleOnly(t *testing.T) {
	api, path := newAPI(t), journalPath(t)
	leave(t, path, erasure.WithBaseURL(api.URL, ""))
	eraser := newEraser(api, erasure.WithJournal(openJournal(t, path)))
	if err := eraser.Erase(t.Context(), "user_9"); err != nil {
		t.Fatal(err)
	}
	if s, err := eraser.EraseAll(t.Context(), people(10)); err != nil || s.Skipped != 9 || s.Erased != 1 {
		t.Error(s, err)
	}
}

// Whoever is left because the run was stopped has not failed.
func TestAnInterruptedStepIsNotOnRecordAsAFailure(t *testing.T) {
	api, path := newAPI(t), journalPath(t)
	journal := openJournal(t, path)
	ctx, cancel := context.WithCancel(t.Context())
	api.SetFault(func(r *http.Request) fakeapi.Fault {
		if r.Method == http.MethodDelete {
			cancel()
			return refuse(500)
		}
		return fakeapi.Fault{}
	})
	s, err := newEraser(api, erasure.WithJournal(journal), erasure.WithConcurrency(1)).EraseAll(ctx, people(5))
	if !errors.Is(err, context.Canceled) || s.Interrupted != 1 {
		t.Error(s, err)
	}
	report, err := erasure.VerifyJournal(path, journalKey)
	if err != nil || report.Failed != 0 || !report.Unfinished || report.Head.Lines != 4 {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestEraseNeverSkips(t *testing.T) {
	api := newAPI(t)
	eraser := newEraser(api, erasure.WithJournal(openJournal(t, journalPath(t))))
	for range 2 {
		if err := eraser.Erase(t.Context(), "user_1"); err != nil {
			t.Fatal(err)
		}
	}
	if len(api.Calls()) != 4 {
		t.Errorf("calls %q", actions(api))
	}
}

func TestPeopleTwiceInASequenceAreErasedOnce(t *testing.T) {
	api := newAPI(t)
	eraser := newEraser(api, erasure.WithJournal(openJournal(t, journalPath(t))), erasure.WithConcurrency(1))
	s, err := eraser.EraseAll(t.Context(), func(yield func(string, error) bool) {
		_ = yield("user_1", nil) && yield("user_2", nil) && yield("user_1", nil)
	})
	if err != nil || s.Erased != 2 || s.Skipped != 1 {
		t.Error(s, err)
	}
}

func TestManyWritersShareAJournal(t *testing.T) {
	path := journalPath(t)
	journal := openJournal(t, path)
	api := newAPI(t)
	api.SetFault(fakeapi.RandomFaults(5, 0.1))
	eraser := newEraser(api, erasure.WithJournal(journal), erasure.WithConcurrency(64))
	if s, err := eraser.EraseAll(t.Context(), people(500)); err != nil {
		t.Error(s, err)
	}
	if report, err := erasure.VerifyJournal(path, journalKey); err != nil || report.Deleted != 500 || report.Head != journal.Head() {
		t.Errorf("%+v, %v", report, err)
	}
}
