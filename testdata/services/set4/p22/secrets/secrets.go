package secrets

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

const (
	SiteID = "customerio-site-id"
	APIKey = "customerio-api-key"
)

// Dir is a directory that Kubernetes mounts secrets into.
type Dir string

func (d Dir) Lookup(name string) (string, error) {
	if v, ok := os.LookupEnv(strings.ToUpper(strings.ReplaceAll(name, "-", "_"))); ok {
		return v, nil
	}
	b, err := os.ReadFile(filepath.Join(string(d), name))
	if err != nil {
		return "", fmt.Errorf("secret %s: %w", name, err)
	}
	return strings.TrimSpace(string(b)), nil
}
