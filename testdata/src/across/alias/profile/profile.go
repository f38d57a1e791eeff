// Mode: unless-clean.

// Package profile hands out what it was given, and copies of it.
package profile

import "maps"

// Builder collects attributes.
type Builder struct{ attrs map[string]any }

// Over returns a builder that writes into attrs.
func Over(attrs map[string]any) *Builder { return &Builder{attrs: attrs} }

// Set writes an attribute.
func (b *Builder) Set(k string, v any) *Builder {
	b.attrs[k] = v
	return b
}

// Drop removes an attribute.
func (b *Builder) Drop(k string) *Builder {
	delete(b.attrs, k)
	return b
}

// Map returns the attributes.
func (b *Builder) Map() map[string]any { return b.attrs }

// Or returns attrs, or a map if it is nil.
func Or(attrs map[string]any) map[string]any {
	if attrs == nil {
		return map[string]any{}
	}
	return attrs
}

// Copy returns attributes of its own.
func Copy(attrs map[string]any) map[string]any { return maps.Clone(attrs) }

// Same returns what it is given.
func Same[T any](x T) T { return x }

// Holder keeps attributes.
type Holder struct{ Attrs map[string]any }

// Keep makes h refer to attrs.
func (h *Holder) Keep(attrs map[string]any) { h.Attrs = attrs }

// Section returns the map under k, or one that is new.
func Section(attrs map[string]any, k string) map[string]any {
	if s, ok := attrs[k].(map[string]any); ok {
		return s
	}
	return map[string]any{}
}

// Init makes *attrs a map, if it is none.
func Init(attrs *map[string]any) {
	if *attrs == nil {
		*attrs = map[string]any{}
	}
}

// Drop removes k from *attrs.
func Drop(attrs *map[string]any, k string) { delete(*attrs, k) }

// Reset makes *attrs another map.
func Reset(attrs *map[string]any) { *attrs = map[string]any{"plan": "free"} }

// At returns what attrs points to.
func At(attrs *map[string]any) map[string]any { return *attrs }

// Move takes k out of one map and puts v into another.
func Move(from, to map[string]any, k string, v any) {
	delete(from, k)
	to[k] = v
}
