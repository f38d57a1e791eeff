package erasure_test

import (
	"errors"
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/runtime/erasure"
)

func TestAnEraserNobodyMadeIsRefused(t *testing.T) {
	var none *erasure.Eraser
	for name, e := range map[string]*erasure.Eraser{"zero": {}, "nil": none} {
		if err := e.Erase(t.Context(), "user_1"); !errors.Is(err, erasure.ErrConfig) {
			t.Errorf("%s: Erase says %v", name, err)
		}
		if _, err := e.EraseAll(t.Context(), people(1)); !errors.Is(err, erasure.ErrConfig) {
			t.Errorf("%s: EraseAll says %v", name, err)
		}
	}
}

// wrapped is what a program may put in the place of http.DefaultTransport, say to trace requests.
type wrapped struct{ http.RoundTripper }

func TestAReplacedTransportIsKept(t *testing.T) {
	api := newAPI(t)
	standard := http.DefaultTransport
	http.DefaultTransport = wrapped{standard}
	defer func() { http.DefaultTransport = standard }()
	if err := mustNew(erasure.WithBaseURL(api.URL, api.URL)).Erase(t.Context(), "user_1"); err != nil {
		t.Error(err)
	}
}

// The App API is asked for the bare identifier, which must not climb either.
func TestDotsBehindThePrefixAreRefused(t *testing.T) {
	api := newAPI(t)
	for _, id := range []string{"cio_..", "cio_.", "cio_%2e%2e"} {
		if err := newEraser(api).Erase(t.Context(), id); !errors.Is(err, erasure.ErrInvalidID) {
			t.Errorf("%s: %v", id, err)
		}
	}
	if n := len(api.Calls()); n != 0 {
		t.Errorf("%d requests were sent", n)
	}
}

func TestAJournalIsARegularFile(t *testing.T) {
	dir := t.TempDir()
	for _, path := range append(specialFiles(t), dir) {
		if _, err := erasure.OpenJournal(path, journalKey); !errors.Is(err, erasure.ErrJournal) || !strings.Contains(err.Error(), "not a regular file") {
			t.Errorf("OpenJournal of %s: %v", path, err)
		}
		if _, err := erasure.VerifyJournal(path, journalKey); !errors.Is(err, erasure.ErrJournal) || !strings.Contains(err.Error(), "not a regular file") {
			t.Errorf("VerifyJournal of %s: %v", path, err)
		}
	}
	_, err := erasure.OpenJournal(filepath.Join(dir, "no", "journal"), journalKey)
	if !errors.Is(err, erasure.ErrJournal) || strings.Count(err.Error(), "erasure: journal") != 1 {
		t.Errorf("in no directory: %v", err)
	}
}
