// Mode: unless-clean.

// Package maputil has what package maps lacks.
package maputil

import "maps"

func Omit(m map[string]any, keys ...string) map[string]any {
	out := maps.Clone(m)
	for _, k := range keys {
		delete(out, k)
	}
	return out
}

func OmitOne(m map[string]any, key string) map[string]any {
	out := maps.Clone(m)
	delete(out, key)
	return out
}

func Generic[M ~map[K]V, K comparable, V any](m M, keys ...K) M {
	out := maps.Clone(m)
	for _, k := range keys {
		delete(out, k)
	}
	return out
}
