//go:build unix

package credential

import (
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A pipe can take the file's place after anybody has looked what it is: opening it must not wait for a writer.
func TestOpeningANamedPipeDoesNotWait(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	opened, err := open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	if _, err := (file{path: path}).read(opened); err == nil || !strings.Contains(err.Error(), "not a regular file") {
		t.Errorf("got %v", err)
	}
}
