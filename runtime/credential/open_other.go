//go:build !unix

package credential

import "os"

func open(path string) (*os.File, error) { return os.Open(path) }
