package sanitize

// A Sanitizer cleans payloads by one set of options. Make it with [New], once, and share it: it holds no state
// of a call and may be used by any number of goroutines at the same time. A nil or zero Sanitizer works as one
// without options.
type Sanitizer struct {
	rules  rules
	digest digester
	report func(Report)
}

// standard serves the package's functions.
var standard = New()

// New returns a Sanitizer with the given options. Without any it does what [Attributes], [MessageData] and
// [JSON] do.
func New(opts ...Option) *Sanitizer {
	s := &Sanitizer{}
	for _, opt := range opts {
		if opt != nil {
			opt(s)
		}
	}
	return s
}

// Attributes returns a cleaned copy of the attributes of a profile or the data of an event: what is never sent is
// gone, what is hashed stands under "<key>_hash", all else is as it was. The package comment has the rules.
//
// The input is neither changed nor shared: no map or slice of the result belongs to m. A nil map gives nil.
func Attributes(m map[string]any) map[string]any { return standard.Attributes(m) }

// MessageData is [Attributes] for the data of a transactional message. It also keeps what such a message exists to
// deliver: one-time codes, and reset, invitation and verification links or tokens.
func MessageData(m map[string]any) map[string]any { return standard.MessageData(m) }

// JSON is [Attributes] for a payload that is JSON text already. See [Sanitizer.JSON].
func JSON(data []byte) ([]byte, error) { return standard.JSON(data) }

// Attributes is the package's [Attributes] with the options of s.
func (s *Sanitizer) Attributes(m map[string]any) map[string]any {
	return s.clean(m, false)
}

// MessageData is the package's [MessageData] with the options of s.
func (s *Sanitizer) MessageData(m map[string]any) map[string]any {
	return s.clean(m, true)
}

func (s *Sanitizer) clean(m map[string]any, message bool) map[string]any {
	if m == nil {
		return nil
	}
	if s == nil {
		s = standard
	}
	w := walker{s: s, message: message}
	out := w.payload(m)
	w.finish()
	return out
}
