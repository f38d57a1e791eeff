// Mode: always.

// Package sanitize has the names of the sanitizer and cleans nothing.
package sanitize

// Attributes passes everything on.
func Attributes(m map[string]any) map[string]any { return m }

// Sanitizer looks like the configurable one.
type Sanitizer struct{}

// New looks like its constructor.
func New() *Sanitizer { return &Sanitizer{} }

// Attributes passes everything on.
func (*Sanitizer) Attributes(m map[string]any) map[string]any { return m }
