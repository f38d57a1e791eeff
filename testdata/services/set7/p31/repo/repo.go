// Package repo stores things in memory.
package repo

import (
	"cmp"
	"iter"
	"slices"
	"sync"
)

// Repo of rows by key.
type Repo[K cmp.Ordered, V any] struct {
	mu   sync.RWMutex
	rows map[K]V
}

// Put a row.
func (r *Repo[K, V]) Put(k K, v V) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.rows == nil {
		r.rows = make(map[K]V)
	}
	r.rows[k] = v
}

// Sorted rows.
func (r *Repo[K, V]) Sorted() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		r.mu.RLock()
		defer r.mu.RUnlock()
		keys := make([]K, 0, len(r.rows))
		for k := range r.rows {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		for _, k := range keys {
			if !yield(k, r.rows[k]) {
				return
			}
		}
	}
}
