//go:build unix

package erasure_test

import (
	"path/filepath"
	"syscall"
	"testing"
)

// specialFiles are files that are none: a pipe that nobody writes to, and a device that keeps nothing.
func specialFiles(t *testing.T) []string {
	t.Helper()
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	return []string{pipe, "/dev/null"}
}
