package credential_test

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/ciolint/ciolint/runtime/credential"
)

// A store that makes up a new key for everybody who asks cannot be watched.
func TestSourcesThatNeverSettleAreAnError(t *testing.T) {
	var reads atomic.Int64
	fresh := credential.SourceFunc(func(context.Context) (string, error) { return strconv.FormatInt(reads.Add(1), 10), nil })
	_, err := credential.NewRotating(t.Context(), credential.Config[string]{
		Sources: []credential.Source{fresh},
		Build:   func(keys []credential.String) (string, error) { return keys[0].Reveal(), nil },
	})
	if err == nil || !strings.Contains(err.Error(), "other keys at every read") {
		t.Errorf("got %v", err)
	}
	if n := reads.Load(); n > 30 {
		t.Errorf("%d reads", n)
	}
}

func TestTheZeroRotatingIsClosed(t *testing.T) {
	var r credential.Rotating[string]
	if err := r.Do(t.Context(), func(string) error { return nil }); !errors.Is(err, credential.ErrClosed) {
		t.Errorf("Do: %v", err)
	}
	if err := r.Refresh(t.Context()); !errors.Is(err, credential.ErrClosed) {
		t.Errorf("Refresh: %v", err)
	}
	if err := r.Close(); err != nil {
		t.Errorf("Close: %v", err)
	}
}

func TestSourcesOfNothingAreNotSet(t *testing.T) {
	for _, s := range []credential.Source{credential.Field(nil, "api_key"), credential.SourceFunc(nil)} {
		if _, err := s.Get(t.Context()); !errors.Is(err, credential.ErrNotSet) {
			t.Errorf("%v: %v", s, err)
		}
	}
}
