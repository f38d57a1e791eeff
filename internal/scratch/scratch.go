// Package scratch makes folders of files for tests.
package scratch

import (
	"os"
	"path/filepath"
	"testing"
)

// Tree writes files, by their names with slashes, below a new folder and
// returns it.
func Tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		Write(t, filepath.Join(root, filepath.FromSlash(name)), text)
	}
	return root
}

// Module is Tree with a go.mod for the module example.com/shop.
func Module(t *testing.T, files map[string]string) string {
	t.Helper()
	root := Tree(t, files)
	Write(t, filepath.Join(root, "go.mod"), "module example.com/shop\n\ngo 1.26\n")
	return root
}

// Write writes one file, and the folders above it if they are missing.
func Write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// Env is the environment for a go command in such a module: whatever is set
// outside, it is a module of its own, and nothing is fetched.
func Env() []string {
	return append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod", "GOPROXY=off")
}
