//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package erasure

import (
	"errors"
	"os"
	"syscall"
)

// noWait keeps the opening of a named pipe from waiting for its other end. For a file it means nothing.
const noWait = syscall.O_NONBLOCK

// lock makes sure that no other process writes to the file. It lasts until the file is closed, or the process ends in
// whatever way.
func lock(file *os.File) error {
	err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return errors.New("the file is in use")
	}
	return err
}
