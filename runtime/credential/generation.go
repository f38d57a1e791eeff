package credential

import (
	"sync"
	"sync/atomic"
	"time"
)

// A generation is one client with the keys it was built from, and a count of who uses it.
type generation[T any] struct {
	number uint64
	keys   []String
	client T
	close  func(T) // may be nil

	// users starts at 1: the Rotating itself. At 0 nobody can take the client any more and it is closed.
	users atomic.Int64

	// What follows is guarded by the Rotating's turn, see renew.
	patience  <-chan time.Time // when waiting for a successor of this refused key ends; nil until it is refused
	exhausted bool             // that time has come and gone without a new key
}

func newGeneration[T any](number uint64, keys []String, client T, closeClient func(T)) *generation[T] {
	g := &generation[T]{number: number, keys: keys, client: client, close: closeClient}
	g.users.Store(1)
	return g
}

// take counts one user more, unless the last one has gone.
func (g *generation[T]) take() bool {
	for {
		n := g.users.Load()
		if n == 0 {
			return false
		}
		if g.users.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

// release counts one user less; the last one closes the client.
func (g *generation[T]) release() {
	if g.users.Add(-1) == 0 && g.close != nil {
		g.close(g.client)
	}
}

// releaseOnce is release for callers outside this package, who may call it twice.
func (g *generation[T]) releaseOnce() func() { return sync.OnceFunc(g.release) }

// sameKeys tells whether keys are the ones this client was built from.
func (g *generation[T]) sameKeys(keys []String) bool {
	same := g != nil && len(g.keys) == len(keys)
	for i := 0; same && i < len(keys); i++ {
		same = g.keys[i].Equal(keys[i])
	}
	return same
}
