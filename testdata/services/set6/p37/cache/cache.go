package cache

import (
	"sync"
	"time"
)

type entry[V any] struct {
	val   V
	until time.Time
}

type Cache[K comparable, V any] struct {
	mu   sync.Mutex
	ttl  time.Duration
	m    map[K]entry[V]
	load func(K) (V, error)
}

func New[K comparable, V any](ttl time.Duration, load func(K) (V, error)) *Cache[K, V] {
	return &Cache[K, V]{ttl: ttl, m: map[K]entry[V]{}, load: load}
}

func (c *Cache[K, V]) Get(k K) (V, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e, ok := c.m[k]; ok && time.Now().Before(e.until) {
		return e.val, nil
	}
	v, err := c.load(k)
	if err == nil {
		c.m[k] = entry[V]{v, time.Now().Add(c.ttl)}
	}
	return v, err
}
