package sanitize

import (
	"context"
	"sync/atomic"
)

// A Sanitizer cleans payloads by one set of options. Make it with [New], once, and share it: it holds no state
// of a call and may be used by any number of goroutines at the same time. A nil or zero Sanitizer works as one
// without options.
type Sanitizer struct {
	rules  rules
	digest digester
	report func(context.Context, Report)
	ctx    context.Context // of WithContext
}

// plain is the Sanitizer without options.
var plain = New()

// chosen is the Sanitizer of [SetDefault], nil for plain.
var chosen atomic.Pointer[Sanitizer]

// Default returns the Sanitizer that the package's functions use: the one of [SetDefault], or else one without options.
func Default() *Sanitizer {
	if s := chosen.Load(); s != nil {
		return s
	}
	return plain
}

// SetDefault makes s the Sanitizer of [Attributes], [MessageData], [Value] and [JSON]. A program calls it once, when it
// starts: then helpers in other packages, and the calls that the linter's fixes write, share its hash key and options.
// With nil the functions work without options again.
func SetDefault(s *Sanitizer) { chosen.Store(s) }

// New returns a Sanitizer with the given options. Without any it does what [Attributes], [MessageData], [Value] and
// [JSON] do before [SetDefault].
func New(opts ...Option) *Sanitizer {
	s := &Sanitizer{}
	for _, opt := range opts {
		if opt != nil {
			opt(s)
		}
	}
	return s
}

// WithContext returns a Sanitizer that does what s does and hands the context to the function of [WithReport], which
// may want a trace or a logger from it. It is cheap: make one per request. The context ends nothing.
func (s *Sanitizer) WithContext(ctx context.Context) *Sanitizer {
	with := *s.orPlain()
	with.ctx = ctx
	return &with
}

func (s *Sanitizer) orPlain() *Sanitizer {
	if s == nil {
		return plain
	}
	return s
}

// Attributes returns a cleaned copy of the attributes of a profile or the data of an event: what is never sent is
// gone, what is hashed stands under "<key>_hash", all else is as it was. The package comment has the rules.
//
// The input is neither changed nor shared: no map or slice of the result belongs to m. A nil map gives nil.
func Attributes(m map[string]any) map[string]any { return Default().Attributes(m) }

// MessageData is [Attributes] for the data of a transactional message. It also keeps what such a message exists to
// deliver: one-time codes, and reset, invitation and verification links or tokens.
func MessageData(m map[string]any) map[string]any { return Default().MessageData(m) }

// Value is [Attributes] for a payload of any type: a struct, a typed map, a slice of them, a pointer to one. See
// [Sanitizer.Value].
func Value(v any) any { return Default().Value(v) }

// JSON is [Attributes] for a payload that is JSON text already. See [Sanitizer.JSON].
func JSON(data []byte) ([]byte, error) { return Default().JSON(data) }

// Attributes is the package's [Attributes] with the options of s.
func (s *Sanitizer) Attributes(m map[string]any) map[string]any {
	return s.clean(m, false)
}

// MessageData is the package's [MessageData] with the options of s.
func (s *Sanitizer) MessageData(m map[string]any) map[string]any {
	return s.clean(m, true)
}

// Value cleans a payload of any type, and returns what encoding/json would write of it, ready to be marshalled: a
// map[string]any for a struct, by its JSON names, and for a map; a slice for a slice, each of whose elements is a payload
// like the whole. Text is cleaned as the text of an attribute is. A call that wants a map takes it out of the result:
//
//	attributes, _ := sanitize.Value(profile).(map[string]any)
//
// The result is nil for nil, and for a value that cannot be cleaned, which [WithReport] tells of.
func (s *Sanitizer) Value(v any) any {
	w := walker{s: s.orPlain()}
	out, _ := w.value(v, scanned)
	w.finish()
	return out
}

func (s *Sanitizer) clean(m map[string]any, message bool) map[string]any {
	if m == nil {
		return nil
	}
	w := walker{s: s.orPlain(), message: message}
	out := w.payload(m)
	w.finish()
	return out
}
