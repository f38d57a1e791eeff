// Package structs is a stub written from the public signatures, for tests.
package structs

// Map returns the fields of s.
func Map(s any) map[string]any { return nil }
