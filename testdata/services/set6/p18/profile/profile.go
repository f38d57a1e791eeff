// Package profile builds what is written to a person's profile.
package profile

import (
	"time"
)

type Builder struct {
	attrs map[string]any
}

type Part func(*Builder)

func Build(parts ...Part) map[string]any {
	b := &Builder{attrs: make(map[string]any, len(parts))}
	for _, p := range parts {
		p(b)
	}
	return b.attrs
}

func Plan(name string) Part     { return func(b *Builder) { b.attrs["plan"] = name } }
func KYC(done bool) Part        { return func(b *Builder) { b.attrs["kyc_done"] = done } }
func Wallets(n int) Part        { return func(b *Builder) { b.attrs["wallet_count"] = n } }
func Since(at time.Time) Part   { return func(b *Builder) { b.attrs["created_at"] = at.Unix() } }
func Locale(lang string) Part   { return func(b *Builder) { b.attrs["language"] = lang } }
func When(ok bool, p Part) Part { return func(b *Builder) { apply(ok, p, b) } }

func apply(ok bool, p Part, b *Builder) {
	if ok {
		p(b)
	}
}
