// Package mapstructure is a stub written from the public signatures, for tests.
package mapstructure

// Decode fills output from input.
func Decode(input, output any) error { return nil }
