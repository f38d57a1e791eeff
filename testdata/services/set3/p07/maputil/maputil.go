// Package maputil has what package maps lacks.
package maputil

import "maps"

// Without returns a copy of m that does not have the keys.
func Without[M ~map[K]V, K comparable, V any](m M, keys ...K) M {
	out := maps.Clone(m)
	for _, k := range keys {
		delete(out, k)
	}
	return out
}
