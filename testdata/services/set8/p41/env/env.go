// Package env reads settings.
package env

import "os"

// Or returns a variable or its default.
func Or(name, fallback string) string {
	if v, ok := os.LookupEnv(name); ok {
		return v
	}
	return fallback
}
