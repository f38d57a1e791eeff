// Mode: always.

// Package fixed has a function of the same name.
package fixed

// Static returns what it gets.
func Static(s string) string { return s }
