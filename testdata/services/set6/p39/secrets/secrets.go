// Package secrets has what the deployment injects.
package secrets

import (
	"os"
	"path/filepath"
	"strings"
)

type Provider interface {
	Lookup(name string) (string, bool)
}

type Env struct{}

func (Env) Lookup(name string) (string, bool) { return os.LookupEnv(name) }

// Dir is a folder of mounted secrets.
type Dir string

func (d Dir) Lookup(name string) (string, bool) {
	b, err := os.ReadFile(filepath.Join(string(d), name))
	return strings.TrimSpace(string(b)), err == nil
}
