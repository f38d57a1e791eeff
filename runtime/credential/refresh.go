package credential

import (
	"context"
	"errors"
	"fmt"
	"time"
)

// Between two looks for a successor of a refused key: short at first, because a script that rotates without an overlap
// stores the new key right away, then slower, to be no burden on the secret store.
const (
	firstPause = 25 * time.Millisecond
	maxPause   = 250 * time.Millisecond
)

var errNoSuccessor = fmt.Errorf("the API refuses the key in use and its sources hold no other: %w", ErrRejected)

// lock waits for the turn to read, verify and swap; one at a time, so a thousand refused requests make one look.
func (r *Rotating[T]) lock(ctx context.Context) error {
	if r.alive == nil { // not made by NewRotating
		return ErrClosed
	}
	select {
	case r.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	case <-r.alive.Done():
		return ErrClosed
	}
	if r.alive.Err() != nil { // both were ready
		r.unlock()
		return ErrClosed
	}
	return nil
}

func (r *Rotating[T]) unlock() { <-r.turn }

func (r *Rotating[T]) report(err error) {
	r.config.Report(Event{Generation: r.current.Load().number, Err: err})
}

// watch looks at the sources once an interval until Close.
func (r *Rotating[T]) watch() {
	for {
		select {
		case <-r.alive.Done():
			return
		case <-r.config.After(r.config.Interval):
			_ = r.Refresh(r.alive) // reported there
		}
	}
}

// renew is for a caller whose request was refused under old. It returns nil as soon as there is another client.
//
// The caller whose turn it is looks for a new key; the others wait for the turn and find it done. If it gives up because
// its own context ends the next one goes on, with what is left of the patience.
func (r *Rotating[T]) renew(ctx context.Context, old *generation[T]) error {
	if err := r.lock(ctx); err != nil {
		return err
	}
	defer r.unlock()
	if r.current.Load() != old {
		return nil
	}
	if old.exhausted {
		return errNoSuccessor
	}
	if old.patience == nil {
		old.patience = r.startPatience()
	}
	return r.await(ctx, old)
}

func (r *Rotating[T]) startPatience() <-chan time.Time {
	if r.config.Patience > 0 {
		return r.config.After(r.config.Patience)
	}
	none := make(chan time.Time)
	close(none)
	return none
}

// await looks for a new key again and again until there is one or old's patience ends.
func (r *Rotating[T]) await(ctx context.Context, old *generation[T]) error {
	for pause := firstPause; ; pause = min(2*pause, maxPause) {
		changed, err := r.rotate(ctx)
		if changed {
			return nil
		}
		select {
		case <-r.config.After(pause):
		case <-ctx.Done():
			return ctx.Err()
		case <-r.alive.Done():
			return ErrClosed
		case <-old.patience:
			old.exhausted = true
			err = errors.Join(errNoSuccessor, err)
			r.report(err)
			return err
		}
	}
}

// first is the one round that has no old client to fall back on.
func (r *Rotating[T]) first(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, r.config.Timeout)
	defer cancel()
	keys, err := r.read(ctx)
	if err != nil {
		return err
	}
	unverified := r.verify(ctx, keys)
	if errors.Is(unverified, ErrRejected) || errors.Is(unverified, ErrConfig) {
		return fmt.Errorf("credential: %w", unverified)
	}
	client, err := r.config.Build(keys)
	if err != nil {
		return fmt.Errorf("credential: building the client: %w", err)
	}
	r.current.Store(newGeneration(1, keys, client, r.config.Close))
	if unverified != nil {
		r.report(fmt.Errorf("first key in use without verification: %w", unverified))
	}
	return nil
}

// rotate reads the sources and, if they changed, verifies, builds and swaps. Any error leaves the old client in place.
func (r *Rotating[T]) rotate(ctx context.Context) (changed bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, r.config.Timeout)
	defer cancel()
	defer context.AfterFunc(r.alive, cancel)()
	old := r.current.Load()
	keys, err := r.read(ctx)
	if err != nil || old.sameKeys(keys) {
		return false, err
	}
	if err := r.verify(ctx, keys); err != nil {
		return false, fmt.Errorf("new key not taken, the old one stays: %w", err)
	}
	client, err := r.config.Build(keys)
	if err != nil {
		return false, fmt.Errorf("building the client for the new key, the old one stays: %w", err)
	}
	r.swap(old, newGeneration(old.number+1, keys, client, r.config.Close))
	return true, nil
}

// verify asks the API, for as long as the context lasts.
func (r *Rotating[T]) verify(ctx context.Context, keys []String) error {
	_, err := call(ctx, r.outsider, func(ctx context.Context) (struct{}, error) {
		return struct{}{}, r.config.Verify(ctx, keys)
	})
	return err
}

// swap puts next in use. A client may take its time to close, which nobody here should wait for.
func (r *Rotating[T]) swap(old, next *generation[T]) {
	r.current.Store(next)
	r.tasks.Go(old.release)
	r.report(nil)
}

// read gets all keys, as they were at one moment. Keys that differ from those in use are read a second time and must be
// the same: otherwise a pair could be taken half from before and half from after its change.
func (r *Rotating[T]) read(ctx context.Context) ([]String, error) {
	keys, err := r.readOnce(ctx)
	if err != nil || r.current.Load().sameKeys(keys) {
		return keys, err
	}
	for range maxReads {
		again, err := r.readOnce(ctx)
		if err != nil {
			return nil, err
		}
		if (&generation[T]{keys: keys}).sameKeys(again) {
			return keys, nil
		}
		keys = again
	}
	return nil, errUnsteady
}

// maxReads is how often keys that differ are read again. A rotation of several keys is through after one or two; a store
// that makes up a key for everybody who asks would be asked for ever.
const maxReads = 20

var errUnsteady = errors.New("credential: the sources give other keys at every read; a source must keep to one until it is rotated")

func (r *Rotating[T]) readOnce(ctx context.Context) ([]String, error) {
	keys := make([]String, len(r.config.Sources))
	for i, source := range r.config.Sources {
		value, err := call(ctx, r.outsider, source.Get)
		if err == nil {
			err = CheckKey(value)
		}
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", describe(source), err)
		}
		keys[i] = NewString(value)
	}
	return keys, nil
}
