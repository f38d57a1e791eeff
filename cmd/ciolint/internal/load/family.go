package load

import (
	"context"
	"os/exec"
	"time"
)

// grace is how long the go command has to remove its temporary files after an
// interrupt. A user who pressed Ctrl-C waits for it.
const grace = 500 * time.Millisecond

// runFamily runs cmd. When ctx ends, cmd and all processes it started are
// interrupted and, if that does not help, killed.
func runFamily(ctx context.Context, cmd *exec.Cmd) error {
	ownFamily(cmd)
	if err := cmd.Start(); err != nil {
		return err
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
	}
	interruptFamily(cmd)
	select {
	case <-done:
	case <-time.After(grace):
		killFamily(cmd)
	}
	return context.Cause(ctx)
}
