package credential_test

import (
	"context"
	"errors"
	"runtime"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ciolint/ciolint/runtime/credential"
)

// hanging is what a function of somebody else's does that ignores its context. It goes on until the test ends.
func hanging(t *testing.T) (begun <-chan struct{}, hang func()) {
	start, end := make(chan struct{}, 100), make(chan struct{})
	t.Cleanup(func() { close(end) })
	return start, func() {
		start <- struct{}{}
		<-end
	}
}

func TestAHangingVerifyDoesNotHoldUpTheStart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, hang := hanging(t)
		var reported error
		r, err := credential.NewRotating(t.Context(), credential.Config[string]{
			Sources: []credential.Source{credential.Static(secretText)},
			Build:   func([]credential.String) (string, error) { return "client", nil },
			Verify:  func(context.Context, []credential.String) error { hang(); return nil },
			Report:  func(e credential.Event) { reported = e.Err },
			Timeout: time.Second,
		})
		if err != nil || !errors.Is(reported, context.DeadlineExceeded) {
			t.Fatalf("%v, reported %v", err, reported)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	})
}

func TestAHangingSourceDoesNotHoldUpTheStart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, hang := hanging(t)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		_, err := credential.NewRotating(ctx, credential.Config[string]{
			Sources: []credential.Source{credential.SourceFunc(func(context.Context) (string, error) { hang(); return "", nil })},
			Build:   func([]credential.String) (string, error) { return "client", nil },
		})
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
	})
}

func TestCloseDoesNotWaitForAHangingVerify(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begun, hang := hanging(t)
		s := &store{pair: newPair(1)}
		r, err := credential.NewRotating(t.Context(), credential.Config[string]{
			Sources: s.sources(),
			Build:   func([]credential.String) (string, error) { return "client", nil },
			Verify: func(_ context.Context, keys []credential.String) error {
				if keys[0].Reveal() != newPair(1).site {
					hang()
				}
				return nil
			},
			Report: func(credential.Event) {},
		})
		if err != nil {
			t.Fatal(err)
		}
		s.set(newPair(2))
		refreshed := make(chan error)
		go func() { refreshed <- r.Refresh(context.Background()) }()
		<-begun
		if err := r.Close(); err != nil { // would wait for as long as the test lasts
			t.Error(err)
		}
		if err := <-refreshed; err == nil {
			t.Error("a key was taken that nobody verified")
		}
	})
}

// The functions are called one at a time, so one that hangs is not called again beside itself.
func TestAHangingVerifyIsNotCalledTwice(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		begun, hang := hanging(t)
		s := &store{pair: newPair(1)}
		r, err := credential.NewRotating(t.Context(), credential.Config[string]{
			Sources: s.sources(),
			Build:   func([]credential.String) (string, error) { return "client", nil },
			Verify: func(_ context.Context, keys []credential.String) error {
				if keys[0].Reveal() != newPair(1).site {
					hang()
				}
				return nil
			},
			Report: func(credential.Event) {}, Timeout: time.Second,
		})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = r.Close() }()
		s.set(newPair(2))
		for range 3 {
			if err := r.Refresh(t.Context()); !errors.Is(err, context.DeadlineExceeded) {
				t.Error(err)
			}
		}
		if n := len(begun); n != 1 {
			t.Errorf("%d calls at the same time", n)
		}
	})
}

func TestReadDoesNotWaitForAHangingSource(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, hang := hanging(t)
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		stuck := credential.SourceFunc(func(context.Context) (string, error) { hang(); return "", nil })
		if _, err := credential.Read(ctx, stuck); !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
	})
}

// A panic is the caller's to recover from, as if nobody ran beside them.
func TestAPanicReachesTheCaller(t *testing.T) {
	for name, run := range map[string]func() (string, error){
		"panic":  func() (string, error) { panic("no such vault") },
		"Goexit": func() (string, error) { runtime.Goexit(); return "", nil },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s did not reach the caller", name)
				}
			}()
			credential.Read(t.Context(), credential.SourceFunc(func(context.Context) (string, error) { return run() }))
		}()
	}
}
