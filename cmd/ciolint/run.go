package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// The exit codes.
const (
	exitClean       = 0
	exitFailed      = 1 // could not run
	exitFindings    = 3
	exitInterrupted = 130 // as shells have it for Ctrl-C
)

// errFindings is the outcome of a run that found something.
var errFindings = errors.New("findings")

// patience is how long an interrupted run may take to end in order.
const patience = 800 * time.Millisecond

// run is the command without the process around it.
func run(args []string, stdout, stderr io.Writer) int {
	args, err := chdir(args)
	if err != nil {
		return exitCode(err, stderr)
	}
	if isVet(args) {
		return vetCode(vet(args, stdout, stderr), stderr)
	}
	ctx, stop := interruptible()
	defer stop()
	done := make(chan error, 1)
	go func() { done <- command(ctx, args, stdout, stderr) }()
	select {
	case err = <-done:
	case <-ctx.Done():
		err = errInterrupted
		select {
		case <-done: // the go command had time to clean up
		case <-time.After(patience):
		}
	}
	return exitCode(err, stderr)
}

func exitCode(err error, stderr io.Writer) int {
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.Is(err, errInterrupted):
		fmt.Fprintln(stderr, "ciolint: interrupted")
		return exitInterrupted
	}
	fmt.Fprintf(stderr, "ciolint: %v\n", err)
	return exitFailed
}

var errInterrupted = errors.New("interrupted")

// interruptible returns a context that ends at the first signal to stop.
func interruptible() (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		<-signals
		cancel(errInterrupted)
	}()
	return ctx, func() { signal.Stop(signals) }
}
