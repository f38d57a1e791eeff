package credential_test

import (
	"context"
	"fmt"
	"net/http"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ciolint/ciolint/runtime/credential"
)

// The tests here are the promise of this package: a service under load, its key rotated every 50 ms, and not one failed
// request. Each runs for about loadRotations * loadPause.
const (
	loadWorkers   = 16
	loadRotations = 24
	loadPause     = 50 * time.Millisecond
)

// load identifies people one after the other, from many goroutines, until stop is closed; it checks that each of them was
// accepted exactly once and returns how many there were.
func load(t *testing.T, api *fakeTrack, stop <-chan struct{}, identify func(ctx context.Context, person string) error) int {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	var sent, failed atomic.Int64
	var workers sync.WaitGroup
	for range loadWorkers {
		workers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				person := fmt.Sprint("person-", sent.Add(1))
				if err := identify(ctx, person); err != nil && failed.Add(1) <= 3 {
					t.Errorf("%s: %v", person, err)
				}
			}
		})
	}
	workers.Wait()
	api.mu.Lock()
	defer api.mu.Unlock()
	for person, times := range api.people {
		if times != 1 {
			t.Errorf("%s was accepted %d times", person, times)
		}
	}
	if int64(len(api.people)) != sent.Load() || failed.Load() != 0 {
		t.Errorf("%d sent, %d accepted, %d failed", sent.Load(), len(api.people), failed.Load())
	}
	return len(api.people)
}

// volumeOf is a Kubernetes Secret volume with the pair, and the sources that read it.
func volumeOf(t *testing.T, p pair) (*secretVolume, []credential.Source) {
	v := newSecretVolume(t, p.files())
	return v, []credential.Source{credential.File(v.path("site_id")), credential.File(v.path("api_key"))}
}

func (p pair) files() map[string]string {
	return map[string]string{"site_id": p.site + "\n", "api_key": p.key + "\n"}
}

// rotateAtOnce is what regenerating a key in place does: the old pair is dead before the new one is even stored, and for
// a moment the new one is stored but not yet accepted. It rotates again whether or not anybody has seen the new pair.
func rotateAtOnce(api *fakeTrack, volume *secretVolume, stop chan<- struct{}) {
	defer close(stop)
	for n := 2; n <= 1+loadRotations; n++ {
		time.Sleep(loadPause / 2)
		api.revoke(newPair(n - 1))
		time.Sleep(loadPause / 4)
		volume.update(newPair(n).files())
		time.Sleep(loadPause / 4)
		api.allow(newPair(n))
	}
	time.Sleep(loadPause / 2)
}

func TestNoRequestFailsWhenTheOldKeyDiesAtOnce(t *testing.T) {
	t.Parallel()
	t.Run("client with its keys built in", func(t *testing.T) {
		api := newFakeTrack(t, newPair(1))
		api.work = time.Millisecond
		volume, sources := volumeOf(t, newPair(1))
		clients, err := credential.NewRotating(context.Background(), credential.Config[*trackClient]{
			Sources: sources, Build: api.build, Verify: api.verifier().Verify, Close: (*trackClient).close,
			Interval: time.Hour, Report: failOn(t),
		})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = clients.Close() }()
		stop := make(chan struct{})
		go rotateAtOnce(api, volume, stop)
		n := load(t, api, stop, func(ctx context.Context, person string) error {
			return clients.Do(ctx, func(c *trackClient) error { return c.identify(ctx, person) })
		})
		_, refused := api.counts()
		t.Logf("%d requests over %d rotations; %d refused and sent again", n, loadRotations, refused)
		if refused == 0 {
			t.Error("no request was refused: the test did not test")
		}
	})
	t.Run("client over a transport", func(t *testing.T) {
		api := newFakeTrack(t, newPair(1))
		api.work = time.Millisecond
		volume, sources := volumeOf(t, newPair(1))
		auth, err := credential.NewRotating(context.Background(), credential.Config[credential.Authorization]{
			Sources: sources, Build: credential.Basic, Verify: api.verifier().Verify,
			Interval: time.Hour, Report: failOn(t),
		})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = auth.Close() }()
		transport, err := credential.NewTransport(auth, api.URL, api.Client().Transport)
		if err != nil {
			t.Fatal(err)
		}
		client := &trackClient{url: api.URL, http: &http.Client{Transport: transport}}
		stop := make(chan struct{})
		go rotateAtOnce(api, volume, stop)
		n := load(t, api, stop, client.identify)
		_, refused := api.counts()
		t.Logf("%d requests over %d rotations; %d refused and sent again", n, loadRotations, refused)
		if refused == 0 {
			t.Error("no request was refused: the test did not test")
		}
	})
}

// With an overlap no request is even refused: the old pair is revoked when its client's last user has gone.
func TestNoRequestIsRefusedWhenKeysOverlap(t *testing.T) {
	t.Parallel()
	api := newFakeTrack(t, newPair(1))
	api.work = time.Millisecond
	volume, sources := volumeOf(t, newPair(1))
	drained := make(chan pair)
	clients, err := credential.NewRotating(context.Background(), credential.Config[*trackClient]{
		Sources: sources, Build: api.build, Verify: api.verifier().Verify,
		Close:    func(c *trackClient) { c.close(); drained <- c.pair },
		Interval: 10 * time.Millisecond, Report: failOn(t),
	})
	if err != nil {
		t.Fatal(err)
	}
	stop := make(chan struct{})
	go func() {
		defer close(stop)
		for n := 2; n <= 1+loadRotations; n++ {
			time.Sleep(loadPause / 2)
			api.allow(newPair(n))
			volume.update(newPair(n).files())
			old := <-drained
			if old != newPair(n-1) {
				t.Errorf("drained %v, want pair %d", old, n-1)
			}
			api.revoke(old)
		}
	}()
	n := load(t, api, stop, func(ctx context.Context, person string) error {
		return clients.Do(ctx, func(c *trackClient) error { return c.identify(ctx, person) })
	})
	checks, refused := api.counts()
	t.Logf("%d requests over %d rotations; %d refused", n, loadRotations, refused)
	if refused != 0 || checks != 1+loadRotations {
		t.Errorf("%d refused, %d checks, want 0 and one for each pair", refused, checks)
	}
	go func() { <-drained }()
	_ = clients.Close()
}

// failOn accepts no report but that of a rotation.
func failOn(t *testing.T) func(credential.Event) {
	return func(e credential.Event) {
		if e.Err != nil {
			t.Errorf("reported: %v", e.Err)
		}
	}
}
