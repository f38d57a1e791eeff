package credential

import (
	"crypto/subtle"
	"fmt"
	"io"
	"log/slog"
)

// redacted is what every way of printing a String shows.
const redacted = "[redacted]"

// String holds a secret and never prints it. Every verb of fmt, log/slog, encoding/json, anything that asks for text, and
// a panic show "[redacted]". Inside an unexported field, where no method of it can be called, fmt shows an address.
//
// The value sits in a closure because that is the one place reflection cannot look into: a dump that follows pointers
// and unexported fields finds nothing. It also makes == a compile error; use [String.Equal].
//
// The zero value is the empty secret. A String is read-only and may be shared between goroutines. It keeps a value out of
// output, not out of memory: a core dump holds it.
type String struct {
	reveal func() string
}

// NewString wraps a secret.
func NewString(secret string) String {
	return String{reveal: func() string { return secret }}
}

// Reveal returns the secret itself. Hand it straight to what needs it.
func (s String) Reveal() string {
	if s.reveal == nil {
		return ""
	}
	return s.reveal()
}

// Equal tells whether both hold the same secret, in a time that depends on their lengths alone.
func (s String) Equal(other String) bool {
	return subtle.ConstantTimeCompare([]byte(s.Reveal()), []byte(other.Reveal())) == 1
}

// IsEmpty tells whether there is no secret.
func (s String) IsEmpty() bool { return s.Reveal() == "" }

// String returns "[redacted]".
func (s String) String() string { return redacted }

// Format writes "[redacted]" for every verb, %#v, %x and %p among them.
func (s String) Format(w fmt.State, _ rune) { _, _ = io.WriteString(w, redacted) }

// LogValue keeps the secret out of structured logs.
func (s String) LogValue() slog.Value { return slog.StringValue(redacted) }

// MarshalText returns "[redacted]"; encoding/json, encoding/xml and most other encoders ask it. There is no
// UnmarshalText: what was written cannot be read back as a key.
func (s String) MarshalText() ([]byte, error) { return []byte(redacted), nil }
