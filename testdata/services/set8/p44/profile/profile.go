// Package profile builds profiles.
package profile

import "github.com/ciolint/ciolint/runtime/sanitize"

// Option adds to a profile.
type Option interface{ apply(*Builder) }

type optionFunc func(*Builder)

func (f optionFunc) apply(b *Builder) { f(b) }

// Builder collects.
type Builder struct{ m map[string]any }

// With adds one entry.
func With(key string, v any) Option {
	return optionFunc(func(b *Builder) { b.m[key] = v })
}

// Group adds several options.
func Group(opts ...Option) Option {
	return optionFunc(func(b *Builder) {
		for _, o := range opts {
			o.apply(b)
		}
	})
}

// New builds a profile, sanitized.
func New(opts ...Option) map[string]any {
	b := &Builder{m: map[string]any{}}
	Group(opts...).apply(b)
	return sanitize.Attributes(b.m)
}
