// Package profile builds profiles.
package profile

import "time"

type Profile struct {
	id    string
	attrs map[string]any
}

// Option sets an attribute.
type Option func(*Profile)

func New(id string, opts ...Option) *Profile {
	p := &Profile{id: id, attrs: make(map[string]any, len(opts))}
	for _, o := range opts {
		o(p)
	}
	return p
}

func WithPlan(plan string) Option {
	return func(p *Profile) { p.attrs["plan"] = plan }
}

func WithMobile(number string) Option {
	return func(p *Profile) {
		if number != "" {
			p.attrs["mobile_phone"] = number
		}
	}
}

func WithTrialEnd(t time.Time) Option {
	return func(p *Profile) { p.attrs["trial_ends_at"] = t.Unix() }
}

func (p *Profile) ID() string                 { return p.id }
func (p *Profile) Attributes() map[string]any { return p.attrs }
