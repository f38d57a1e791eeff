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
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/ciotest"
	"github.com/ciolint/ciolint/runtime/credential"
	"github.com/ciolint/ciolint/runtime/erasure"
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
	Seq, Run                                   int64
	Time, What, Who, ID                        string
	Suppress, Delete, Verify, Status, Attempts int
	Failed, Error, Mac                         string
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
	eraser := newEraser(api, erasure.WithJournal(journal), erasure.WithVerify(credential.Static(appKey)))
	if err := eraser.Erase(t.Context(), "user_1"); err != nil {
		t.Fatal(err)
	}
	denied := refuse(400)
	denied.Body = `{"meta":{"error":"user_2 is not wanted"}}`
	api.SetFault(failing(1, denied))
	eraser.Erase(t.Context(), "user_2")
	api.SetFault(ciotest.On("delete", ciotest.Always(refuse(400))))
	eraser.Erase(t.Context(), "user_3")
	eraser.Erase(t.Context(), "../user_4")

	who := erasure.Pseudonym(journalKey, "user_1")
	var got []string
	for _, l := range lines(t, read(t, path))[1:] {
		if at, err := time.Parse(time.RFC3339Nano, l.Time); err != nil || at.Year() != 2026 {
			t.Errorf("time %q", l.Time)
		}
		got = append(got, fmt.Sprintf("%t %s %d %d %d %s %d %d %s",
			l.Who == who, l.What, l.Suppress, l.Delete, l.Verify, l.Failed, l.Status, l.Attempts, l.Error))
	}
	want := []string{
		"true started 0 0 0  0 0 ", "true erased 3 1 1  0 0 ",
		"false started 0 0 0  0 0 ", "false failed 0 0 0 suppress 400 1 [person] is not wanted",
		"false started 0 0 0  0 0 ", "false failed 1 0 0 delete 400 1 ",
		"false invalid 0 0 0  0 0 erasure: identifier refused: it is or has a path segment of dots",
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
	if err != nil || report.Head.Lines != 13 || report.Runs != 1 || report.Erased != 10 || report.Unfinished {
		t.Errorf("%+v, %v", report, err)
	}
}

func TestEveryChangedByteIsDetected(t *testing.T) {
	t.Parallel()
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
	wrong := []byte("32 other bytes that nobody knows")
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
	if _, err := verifyText(t, text, erasure.Head{Lines: 5, MAC: heads[0].MAC}); !errors.Is(err, erasure.ErrTampered) {
		t.Error(err)
	}
}

// Wherever in its last line a crash cuts the file, the journal opens again, verifies, and has lost that line only.
func TestATornLastLineIsTakenOff(t *testing.T) {
	t.Parallel()
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
		if err != nil || report.Recovered != 1 || !report.Unfinished || report.Erased != 3 {
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
	other.AddTrackKey("other-site", "other-key")
	for name, test := range map[string]struct {
		skipped int
		opts    []erasure.Option
	}{
		"same run":              {9, nil},
		"another workspace":     {0, nil},
		"long ago":              {0, []erasure.Option{erasure.WithClock(later)}},
		"long ago, wide window": {9, []erasure.Option{erasure.WithClock(later), erasure.WithResumeWindow(9 * 24 * time.Hour)}},
		"not verified before":   {0, []erasure.Option{erasure.WithVerify(credential.Static(appKey))}},
	} {
		path := journalPath(t)
		api := other
		api.AddTrackKey(siteID, apiKey)
		leave(t, path, erasure.WithBaseURL(api.URL, ""))
		opts := append(test.opts, erasure.WithJournal(openJournal(t, path)))
		site, key := siteID, apiKey
		if name == "another workspace" {
			site, key = "other-site", "other-key"
		}
		s, err := eraserWith(api, credential.Static(site), credential.Static(key), opts...).EraseAll(t.Context(), people(10))
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

// Whoever reads the journal sees that somebody was begun with and not finished.
func TestAnErasureWithoutAnOutcomeIsOpen(t *testing.T) {
	api, path := newAPI(t), journalPath(t)
	eraser := newEraser(api, erasure.WithJournal(openJournal(t, path)))
	open := func() int {
		t.Helper()
		report, err := erasure.VerifyJournal(path, journalKey)
		if err != nil {
			t.Fatal(err)
		}
		return report.Open
	}
	during := 0
	api.SetFault(func(*http.Request) ciotest.Fault { during = open(); return ciotest.Fault{} })
	if err := eraser.Erase(t.Context(), "user_1"); err != nil || during != 1 || open() != 0 {
		t.Errorf("%v, %d open during, %d after", err, during, open())
	}
	api.SetFault(ciotest.Always(refuse(400)))
	eraser.Erase(t.Context(), "user_2")
	eraser.Erase(t.Context(), "..")
	if n := open(); n != 0 {
		t.Errorf("%d open after failures", n)
	}
	ctx, cancel := context.WithCancel(t.Context())
	api.SetFault(func(*http.Request) ciotest.Fault { cancel(); return refuse(500) })
	eraser.Erase(ctx, "user_3")
	if n := open(); n != 1 {
		t.Errorf("%d open after one was interrupted", n)
	}
}

// Whoever is left because the run was stopped has not failed.
func TestAnInterruptedStepIsNotOnRecordAsAFailure(t *testing.T) {
	api, path := newAPI(t), journalPath(t)
	journal := openJournal(t, path)
	ctx, cancel := context.WithCancel(t.Context())
	api.SetFault(func(r *http.Request) ciotest.Fault {
		if r.Method == http.MethodDelete {
			cancel()
			return refuse(500)
		}
		return ciotest.Fault{}
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
	t.Parallel()
	path := journalPath(t)
	journal := openJournal(t, path)
	api := newAPI(t)
	api.SetFault(ciotest.RandomFaults(5, 0.1))
	eraser := newEraser(api, erasure.WithJournal(journal), erasure.WithConcurrency(64))
	if s, err := eraser.EraseAll(t.Context(), people(500)); err != nil {
		t.Error(s, err)
	}
	if report, err := erasure.VerifyJournal(path, journalKey); err != nil || report.Erased != 500 || report.Head != journal.Head() {
		t.Errorf("%+v, %v", report, err)
	}
}

// A crash leaves the beginning of what was being written, or zeros in place of blocks of it, and zeros without end.
func TestEndsThatACrashLeavesAreRepaired(t *testing.T) {
	t.Parallel()
	whole := record(t, journalPath(t), 3)
	next := bytes.SplitAfter(record(t, journalPath(t), 9), []byte("\n"))[5] // a line that could come, but is not signed for here
	fill := func(n int) []byte { return make([]byte, n) }
	toBlock := func(text []byte) []byte { return append(text, fill(512-len(text)%512)...) }
	start := fmt.Sprintf(`{"seq":%d,"time":"2026`, 7)
	for name, text := range map[string][]byte{
		"64 KiB of zeros":                  append(bytes.Clone(whole), fill(64<<10)...),
		"3 MiB of zeros":                   append(bytes.Clone(whole), fill(3<<20)...),
		"one zero":                         append(bytes.Clone(whole), 0),
		"a beginning and zeros":            append(append(bytes.Clone(whole), start...), fill(100_000)...),
		"a block is missing":               append(toBlock(bytes.Clone(whole)), next[3:]...),
		"blocks are missing in a batch":    append(append(toBlock(append(bytes.Clone(whole), start...)), bytes.Repeat(next, 100)...), fill(512)...),
		"as much text as a batch can have": append(toBlock(bytes.Clone(whole)), bytes.Repeat([]byte("x"), 64<<10-600)...),
	} {
		path := journalPath(t)
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := erasure.VerifyJournal(path, journalKey); !errors.Is(err, erasure.ErrTorn) {
			t.Errorf("%s: %v", name, err)
			continue
		}
		openJournal(t, path).Close()
		report, err := erasure.VerifyJournal(path, journalKey)
		if err != nil || report.Recovered != 1 || report.Erased != 3 {
			t.Errorf("%s, repaired: %+v, %v", name, report, err)
		}
		last := bytes.Split(bytes.TrimSpace(read(t, path)), []byte("\n"))
		if want := fmt.Sprintf(`"bytes":%d`, len(text)-len(whole)); !bytes.Contains(last[len(last)-1], []byte(want)) {
			t.Errorf("%s: the record of the repair is %s, want %s", name, last[len(last)-1], want)
		}
	}
}

// What looks like a torn end and is none stays as it is.
func TestEndsThatNoCrashLeavesAreTampering(t *testing.T) {
	t.Parallel()
	whole := record(t, journalPath(t), 3)
	zeros := make([]byte, 700)
	toBlock := append(bytes.Clone(whole), make([]byte, 512-len(whole)%512)...)
	middle := bytes.Clone(record(t, journalPath(t), 1000))
	copy(middle[1000:], make([]byte, 24)) // up to a block's end, and far from the file's
	for name, text := range map[string][]byte{
		"text after zeros, not at a block": append(append(bytes.Clone(whole), zeros[:700-len(whole)%512]...), "more"...),
		"more text than a batch has":       append(bytes.Clone(toBlock), bytes.Repeat([]byte("x"), 64<<10)...),
		"a line of somebody else's":        append(append(bytes.Clone(whole), `{"seq":7,"time":"x"}`+"\n"...), zeros...),
		"a beginning of another line":      append(bytes.Clone(whole), `{"seq":8,"time":"2026`...),
		"a beginning of no line":           append(append(bytes.Clone(whole), `{"x`...), zeros...),
		"zeros in the middle":              middle,
	} {
		path := journalPath(t)
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := erasure.OpenJournal(path, journalKey); !errors.Is(err, erasure.ErrTampered) {
			t.Errorf("%s: %v", name, err)
		}
		if !bytes.Equal(read(t, path), text) {
			t.Errorf("%s: the file was changed", name)
		}
	}
}

// Only a head can tell that lines are missing at the end, or that there was a file at all.
func TestOpenJournalMissesWhatAHeadHasSeen(t *testing.T) {
	path := journalPath(t)
	text := record(t, path, 3)
	report, err := erasure.VerifyJournal(path, journalKey)
	if err != nil {
		t.Fatal(err)
	}
	early := erasure.Head{Lines: 1, MAC: lines(t, text)[0].Mac}
	openJournal(t, path, erasure.WithHead(early, report.Head), erasure.WithHead(erasure.Head{})).Close()
	cut := bytes.LastIndexByte(text[:len(text)-1], '\n') + 1
	for name, damage := range map[string]func() error{
		"cut at a line's end": func() error { return os.Truncate(path, int64(cut)) },
		"cut within a line":   func() error { return os.Truncate(path, int64(cut)+9) },
		"empty":               func() error { return os.Truncate(path, 0) },
		"deleted":             func() error { return os.Remove(path) },
	} {
		if err := errors.Join(os.WriteFile(path, text, 0o600), damage()); err != nil {
			t.Fatal(err)
		}
		if _, err := erasure.OpenJournal(path, journalKey, erasure.WithHead(report.Head)); !errors.Is(err, erasure.ErrTampered) || !errors.Is(err, erasure.ErrJournal) {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(path); name == "deleted" && err == nil {
			t.Error("a file was made in the place of the one that was deleted")
		}
	}
	if _, err := erasure.NewJournal(t.Context(), &topic{}, nil, journalKey, erasure.WithHead(report.Head)); !errors.Is(err, erasure.ErrTampered) {
		t.Errorf("a log without a past: %v", err)
	}
}

func TestKeysThatCanBeGuessedAreRefused(t *testing.T) {
	path := journalPath(t)
	row := make([]byte, 32)
	for i := range row {
		row[i] = byte(i)
	}
	for _, key := range [][]byte{
		nil, {}, journalKey[:15], make([]byte, 32), bytes.Repeat([]byte("k"), 32), []byte("password12password12"),
		[]byte("passwordpasswor"), []byte("01234560123456012345"), []byte("aaaabbbbccccddddeeee"), row, []byte("abcdefghijklmnopqrstuvwxyz"),
	} {
		_, openErr := erasure.OpenJournal(path, key)
		_, newErr := erasure.NewJournal(t.Context(), &topic{}, nil, key)
		_, verifyErr := erasure.VerifyJournal(os.DevNull, key)
		_, linesErr := erasure.VerifyLines(strings.NewReader(""), key)
		for _, err := range []error{openErr, newErr, linesErr} {
			if !errors.Is(err, erasure.ErrConfig) || !errors.Is(err, erasure.ErrJournal) {
				t.Errorf("%q: %v", key, err)
			}
		}
		if verifyErr == nil {
			t.Errorf("%q verifies", key)
		}
	}
	if _, err := os.Stat(path); err == nil {
		t.Error("a file was made")
	}
	for _, key := range []string{"0123456789abcdef0123456789abcdeX", "9f86d081884c7d65", "60241836410394782950472016352968"} {
		if _, err := erasure.NewJournal(t.Context(), &topic{}, nil, []byte(key)); err != nil {
			t.Errorf("%q: %v", key, err)
		}
	}
}

func TestAFileThatOthersMayChangeIsRefused(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no such permission bits")
	}
	plain := []erasure.JournalOption{erasure.WithPlainIDs()}
	for _, test := range []struct {
		mode    os.FileMode
		opts    []erasure.JournalOption
		refused bool
	}{
		{0o600, nil, false}, {0o640, nil, false}, {0o660, nil, false}, {0o644, nil, false}, {0o666, nil, true}, {0o602, nil, true},
		{0o600, plain, false}, {0o640, plain, false}, {0o644, plain, true}, {0o602, plain, true},
	} {
		path := journalPath(t)
		record(t, path, 1)
		if err := os.Chmod(path, test.mode); err != nil {
			t.Fatal(err)
		}
		j, err := erasure.OpenJournal(path, journalKey, test.opts...)
		if (err != nil) != test.refused || err != nil && (!errors.Is(err, erasure.ErrConfig) || !strings.Contains(err.Error(), "chmod")) {
			t.Errorf("%04o: %v", test.mode, err)
		}
		if err == nil {
			j.Close()
		}
	}
}

// Nobody is touched who could not be recorded.
func TestAJournalThatCannotRecordKeepsEverybodyUntouched(t *testing.T) {
	closed := openJournal(t, journalPath(t))
	closed.Close()
	stuck, err := erasure.NewJournal(t.Context(), &topic{failAfter: 1}, nil, journalKey)
	if err != nil {
		t.Fatal(err)
	}
	for name, journal := range map[string]erasure.Journal{"closed": closed, "full": stuck, "somebody else's": brokenJournal{}} {
		api := newAPI(t)
		addPeople(api, 10)
		eraser := newEraser(api, erasure.WithJournal(journal))
		for range 3 {
			if err := eraser.Erase(t.Context(), "user_1"); !errors.Is(err, erasure.ErrJournal) || !strings.Contains(err.Error(), "nothing was sent") {
				t.Errorf("%s: Erase says %v", name, err)
			}
		}
		if s, err := eraser.EraseAll(t.Context(), people(10)); !errors.Is(err, erasure.ErrJournal) || s.People > 0 {
			t.Errorf("%s: EraseAll says %s, %v", name, s, err)
		}
		if n := len(api.Calls()); n > 0 {
			t.Errorf("%s: %d requests", name, n)
		}
	}
}

// The beginning of a run, or of an erasure, is kept before the first request is sent.
func TestTheBeginningIsOnRecordBeforeAnybodyIsTouched(t *testing.T) {
	api, log := newAPI(t), &topic{}
	journal, err := erasure.NewJournal(t.Context(), log, nil, journalKey)
	if err != nil {
		t.Fatal(err)
	}
	var before []string
	api.SetFault(func(r *http.Request) ciotest.Fault {
		if strings.HasSuffix(r.URL.Path, "/suppress") {
			all := lines(t, log.text())
			before = append(before, all[len(all)-1].What)
		}
		return ciotest.Fault{}
	})
	eraser := newEraser(api, erasure.WithJournal(journal))
	if err := eraser.Erase(t.Context(), "user_1"); err != nil {
		t.Fatal(err)
	}
	if _, err := eraser.EraseAll(t.Context(), people(1)); err != nil {
		t.Fatal(err)
	}
	if want := []string{"started", "begin"}; !slices.Equal(before, want) {
		t.Errorf("before the first request, the last line was %q, want %q", before, want)
	}
}

type brokenJournal struct{}

var errTable = fmt.Errorf("%w: the table is gone", erasure.ErrJournal)

func (brokenJournal) Begin(context.Context, time.Time, erasure.Workspace) (int64, error) {
	return 0, errTable
}
func (brokenJournal) Record(context.Context, erasure.Entry) error                  { return errTable }
func (brokenJournal) Done(string) (time.Time, bool)                                { return time.Time{}, false }
func (brokenJournal) End(context.Context, time.Time, int64, erasure.Summary) error { return errTable }

// A log that does not acknowledge stops the run, and the next one goes on after what it has kept, acknowledged or not.
func TestALogThatStopsAcknowledging(t *testing.T) {
	api, log := newAPI(t), &topic{failAfter: 20}
	addPeople(api, 100)
	journal, err := erasure.NewJournal(t.Context(), log, nil, journalKey)
	if err != nil {
		t.Fatal(err)
	}
	s, err := newEraser(api, erasure.WithJournal(journal), erasure.WithConcurrency(2)).EraseAll(t.Context(), people(100))
	if !errors.Is(err, erasure.ErrJournal) || s.Erased == 0 || s.Failed > 0 || s.IsComplete() {
		t.Fatal(s, err)
	}
	log.failAfter = 1 << 30
	if _, err := erasure.NewJournal(t.Context(), log, bytes.NewReader(log.text()[:len(log.text())-5]), journalKey); !errors.Is(err, erasure.ErrTorn) {
		t.Errorf("an incomplete past: %v", err)
	}
	next, err := erasure.NewJournal(t.Context(), log, bytes.NewReader(log.text()), journalKey, erasure.WithHead(s.Journal))
	if err != nil {
		t.Fatal(err)
	}
	again, err := newEraser(api, erasure.WithJournal(next)).EraseAll(t.Context(), people(100))
	if err != nil || again.Skipped < s.Erased || again.Skipped > s.Erased+2 {
		t.Errorf("%s, then %s: %v", s, again, err)
	}
	mustBeErased(t, api, 100)
	if report, err := erasure.VerifyLines(bytes.NewReader(log.text()), journalKey, s.Journal, again.Journal); err != nil || report.Erased != 100 {
		t.Errorf("%+v, %v", report, err)
	}
}

// A log that is slow to acknowledge is waited for by nobody longer than the Eraser's timeout.
func TestALogThatHangs(t *testing.T) {
	log := &topic{}
	journal, err := erasure.NewJournal(t.Context(), log, nil, journalKey)
	if err != nil {
		t.Fatal(err)
	}
	log.hangs = true
	api := newAPI(t)
	err = newEraser(api, erasure.WithJournal(journal), erasure.WithTimeout(10*time.Millisecond)).Erase(t.Context(), "user_1")
	if !errors.Is(err, erasure.ErrJournal) || !errors.Is(err, context.DeadlineExceeded) || len(api.Calls()) > 0 {
		t.Errorf("%v after %d requests", err, len(api.Calls()))
	}
}
