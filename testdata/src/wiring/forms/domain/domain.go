// Mode: unless-clean.

// Package domain takes its port in every way that services do.
package domain

import "wiring/forms/ports"

func attrs(passport string) map[string]any {
	return map[string]any{"plan": "free", "passport_number": passport}
}

// ByLiteral is put together by whoever uses it.
type ByLiteral struct{ Tracker ports.Tracker }

func (b ByLiteral) Do(passport string) { b.Tracker.Identify("1", attrs(passport)) }

// ByOption takes functional options.
type ByOption struct{ tracker ports.Tracker }

type Option func(*ByOption)

func WithTracker(t ports.Tracker) Option { return func(b *ByOption) { b.tracker = t } }

func NewByOption(opts ...Option) *ByOption {
	b := &ByOption{}
	for _, o := range opts {
		o(b)
	}
	return b
}

func (b *ByOption) Do(passport string) { b.tracker.Identify("1", attrs(passport)) }

// BySetter is completed later.
type BySetter struct{ tracker ports.Tracker }

func (b *BySetter) SetTracker(t ports.Tracker) { b.tracker = t }

func (b *BySetter) Do(passport string) { b.tracker.Identify("1", attrs(passport)) }

// BySlice fans out.
type BySlice struct{ all []ports.Tracker }

func NewBySlice(all ...ports.Tracker) *BySlice { return &BySlice{all} }

func (b *BySlice) Add(t ports.Tracker) { b.all = append(b.all, t) }

func (b *BySlice) Do(passport string) {
	for _, t := range b.all {
		t.Identify("1", attrs(passport))
	}
}

// ByMap picks one by name.
type ByMap struct{ named map[string]ports.Tracker }

func NewByMap(named map[string]ports.Tracker) *ByMap { return &ByMap{named} }

func (b *ByMap) Do(name, passport string) {
	if t, ok := b.named[name]; ok {
		t.Identify("1", attrs(passport))
	}
}

// Generic has the type of its tracker for a parameter.
type Generic[T ports.Tracker] struct{ tracker T }

func NewGeneric[T ports.Tracker](t T) *Generic[T] { return &Generic[T]{t} }

func (g *Generic[T]) Do(passport string) { g.tracker.Identify("1", attrs(passport)) }

// ByFunc holds a function.
type ByFunc struct{ send ports.Send }

func NewByFunc(send ports.Send) *ByFunc { return &ByFunc{send} }

func (b *ByFunc) Do(passport string) { b.send("1", attrs(passport)) }

// Do takes the port as an argument.
func Do(t ports.Tracker, passport string) { t.Identify("1", attrs(passport)) }

// ByContext asks a provider each time.
type ByProvider struct{ provide func() ports.Tracker }

func NewByProvider(p func() ports.Tracker) *ByProvider { return &ByProvider{p} }

func (b *ByProvider) Do(passport string) { b.provide().Identify("1", attrs(passport)) }

// Default is a port that a program may replace.
var Default ports.Tracker

func DoDefault(passport string) { Default.Identify("1", attrs(passport)) }

// Setter hands over one attribute at a time.
type Setter interface {
	Set(id, key string, value any) error
}

type Keyed struct{ s Setter }

func NewKeyed(s Setter) *Keyed { return &Keyed{s} }

func (k *Keyed) Do(passport string) { k.s.Set("1", "passport_number", passport) }

func (k *Keyed) Harmless(plan string) { k.s.Set("1", "plan", plan) }
