package credential

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// Defaults of [Config].
const (
	// DefaultInterval keeps a rotation with an overlap of a few minutes safe and a paid secret store cheap: 1440 reads a
	// day for each key and process.
	DefaultInterval = time.Minute
	// DefaultTimeout is several times what a secret store and the check of a key take when they are well.
	DefaultTimeout = 10 * time.Second
	// DefaultPatience covers the steps between "old key dead" and "new key stored" of a script; a person takes longer
	// and should rotate with an overlap.
	DefaultPatience = 5 * time.Second
)

// What can go wrong in using a [Rotating]; match with errors.Is.
var (
	// ErrRejected: the API answered, and these keys are not good for it. Verify functions wrap it to say that trying
	// again is of no use.
	ErrRejected = errors.New("credential rejected")
	// ErrConfig: what a constructor was given cannot work, whatever the API says.
	ErrConfig = errors.New("credential: configuration")
	// ErrClosed: the Rotating was closed.
	ErrClosed = errors.New("credential: rotating client is closed")
)

// Config says how a [Rotating] gets its keys and what it does with them. Sources and Build are required.
//
// The functions are called one at a time, except Close and Rejected. They must not call methods of the Rotating. Nobody
// waits for a source or for Verify longer than its context lasts; Build and Report have none and must not block.
type Config[T any] struct {
	// Sources are read together and in this order. Their keys are a unit: Verify and Build get all of them, and a change
	// of one is a change of the whole.
	Sources []Source

	// Build makes a client from the keys, one for each source. The keys must not appear in its error.
	Build func(keys []String) (T, error)

	// Verify asks the API whether it takes the keys, before a client with them is used. [TrackVerifier] has one. With nil
	// every change is believed, also a half-written one.
	Verify func(ctx context.Context, keys []String) error

	// Close is called once for each client when nobody uses it any more: after a rotation or [Rotating.Close], and not
	// before the last [Rotating.Do] with it has returned.
	Close func(client T)

	// Rejected tells whether an error of [Rotating.Do]'s function means that the API refused the key without carrying
	// out the request. With nil that is [ErrRejected], or an error with a method StatusCode() int that returns 401, as
	// the one of go-customerio does since v3.9.0.
	Rejected func(err error) bool

	// Report hears of each rotation and each failure to rotate. With nil both go to [slog.Default], failures as warnings.
	Report func(Event)

	// Interval is the time between two looks at the sources: 0 is [DefaultInterval], negative never looks.
	Interval time.Duration

	// Timeout bounds one round of reading the sources and verifying: 0 is [DefaultTimeout].
	Timeout time.Duration

	// Patience is how long a request whose key was refused waits for a new key: 0 is [DefaultPatience]; negative looks once
	// and does not wait. It is spent once; while the old key stays refused, later requests fail at once until the next look
	// at the sources ([Config.Interval], [Rotating.Refresh]).
	Patience time.Duration

	// After is the clock; nil is [time.After]. Tests put their own here.
	After func(time.Duration) <-chan time.Time
}

// Event is one thing a [Rotating] has to report.
type Event struct {
	// Generation numbers the clients of this Rotating, from 1. It is the one in use after the event.
	Generation uint64
	// Err is nil after a rotation, else why the keys were not replaced. It holds no key.
	Err error
}

// Rotating keeps a client of type T built from keys that may change. Its methods may be called from any goroutine. Make it
// with [NewRotating]; the zero Rotating is a closed one.
type Rotating[T any] struct {
	config  Config[T]
	current atomic.Pointer[generation[T]] // nil once closed
	turn    chan struct{}                 // holds one token while somebody reads, verifies and swaps

	alive context.Context // ends with Close
	end   context.CancelFunc
	tasks sync.WaitGroup // the watcher, and clients being closed

	outsider outsider // calls Verify and the sources
}

// NewRotating reads the sources, builds the first client and starts watching. The context bounds this first step only; call
// [Rotating.Close] to stop.
//
// It fails when a source fails or its text can be no key ([CheckKey]), when Build fails, or when Verify says [ErrRejected]
// or [ErrConfig]. If the keys could not be verified for any other reason the first client is used as it is and the error
// reported: an outage of Customer.io should not keep a service from starting.
func NewRotating[T any](ctx context.Context, config Config[T]) (*Rotating[T], error) {
	if len(config.Sources) == 0 || config.Build == nil {
		return nil, fmt.Errorf("%w: Config needs Sources and Build", ErrConfig)
	}
	for i, source := range config.Sources {
		if source == nil {
			return nil, fmt.Errorf("%w: source %d is nil", ErrConfig, i)
		}
	}
	r := &Rotating[T]{config: config.withDefaults(), turn: make(chan struct{}, 1), outsider: newOutsider()}
	r.alive, r.end = context.WithCancel(context.Background())
	if err := r.first(ctx); err != nil {
		r.end()
		return nil, err
	}
	if r.config.Interval > 0 {
		r.tasks.Go(r.watch)
	}
	return r, nil
}

func (c Config[T]) withDefaults() Config[T] {
	if c.Interval == 0 {
		c.Interval = DefaultInterval
	}
	if c.Timeout <= 0 {
		c.Timeout = DefaultTimeout
	}
	if c.Patience == 0 {
		c.Patience = DefaultPatience
	}
	if c.Verify == nil {
		c.Verify = func(context.Context, []String) error { return nil }
	}
	if c.Rejected == nil {
		c.Rejected = rejected
	}
	if c.Report == nil {
		c.Report = logEvent
	}
	if c.After == nil {
		c.After = time.After
	}
	return c
}

func rejected(err error) bool {
	if errors.Is(err, ErrRejected) {
		return true
	}
	var answer interface{ StatusCode() int }
	return errors.As(err, &answer) && answer.StatusCode() == http.StatusUnauthorized
}

func logEvent(e Event) {
	if e.Err != nil {
		slog.Warn("credential not rotated", "generation", e.Generation, "error", e.Err)
		return
	}
	slog.Info("credential rotated", "generation", e.Generation)
}

// maxTries is how often one request is sent at most. The second try is for the rotation that refused the first, the
// others for rotations that overtook the one before, as happens when a key lives for milliseconds or the machine is short
// of time. Each needs a key newer than the one refused, so a request is never repeated with the same; the bound is for a
// source that makes up keys without end.
const maxTries = 10

// Do calls fn with the current client, which stays open until fn has returned. If fn's error says that the key was refused,
// Do waits for a new key and calls fn again with the new client, ten times in all at most; so fn must be fit to run
// again, which for a refused request it is: the API did nothing. Without a new key fn's error stands.
//
// The context bounds the waiting; fn brings its own.
func (r *Rotating[T]) Do(ctx context.Context, fn func(client T) error) error {
	for try := 1; ; try++ {
		used, err := r.try(fn)
		if err == nil || used == nil || try == maxTries || !r.config.Rejected(err) {
			return err
		}
		if r.renew(ctx, used) != nil {
			return err
		}
	}
}

func (r *Rotating[T]) try(fn func(client T) error) (*generation[T], error) {
	g, err := r.take()
	if err != nil {
		return nil, err
	}
	defer g.release()
	return g, fn(g.client)
}

// Acquire hands out the current client until release is called, for work that does not fit in the function of [Rotating.Do]. It
// is the caller's part then to notice a refused key and to acquire again after [Rotating.Refresh]. The only error is
// [ErrClosed].
func (r *Rotating[T]) Acquire() (client T, release func(), err error) {
	g, err := r.take()
	if err != nil {
		return client, func() {}, err
	}
	return g.client, g.releaseOnce(), nil
}

// take returns the current generation with one user more.
func (r *Rotating[T]) take() (*generation[T], error) {
	for {
		g := r.current.Load()
		if g == nil {
			return nil, ErrClosed
		}
		// It fails only for a generation replaced since the line above.
		if g.take() {
			return g, nil
		}
	}
}

// Refresh looks at the sources now, as for a signal handler. It returns nil when the keys in use are those of the
// sources afterwards, changed or not; an error is reported as well.
func (r *Rotating[T]) Refresh(ctx context.Context) error {
	if err := r.lock(ctx); err != nil {
		return err
	}
	defer r.unlock()
	_, err := r.rotate(ctx)
	if err != nil && r.alive.Err() == nil {
		r.report(err)
	}
	// A new look, new patience.
	g := r.current.Load()
	g.patience, g.exhausted = nil, false
	return err
}

// Close stops watching and gives up the current client; whoever still uses it may finish. New calls get [ErrClosed].
func (r *Rotating[T]) Close() error {
	if r.alive == nil { // not made by NewRotating
		return nil
	}
	r.end()
	r.turn <- struct{}{}
	last := r.current.Swap(nil)
	<-r.turn
	if last != nil {
		last.release()
	}
	r.tasks.Wait()
	return nil
}
