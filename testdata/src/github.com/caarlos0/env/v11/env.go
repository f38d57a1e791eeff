// Package env is a stub.
package env

// Parse fills a struct from the environment.
func Parse(v any) error { return nil }

// ParseAs makes a struct from the environment.
func ParseAs[T any]() (T, error) {
	var t T
	return t, Parse(&t)
}
