//go:build unix

package erasure_test

import (
	"os"
	"os/signal"
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

const canFillDisk = true

// fillDisk lets a file grow by so many bytes and no more, for this process: the write that would go beyond ends there.
func fillDisk(path string, room int64) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	signal.Ignore(syscall.SIGXFSZ)
	limit := uint64(info.Size() + room)
	return syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: limit, Max: limit})
}
