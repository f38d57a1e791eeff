//go:build unix

package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestInterrupt puts a go command into the path that never ends, and starts
// a process of its own as compilers are started. A signal must end ciolint
// within a second, and these two with it, even if they do not listen.
func TestInterrupt(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name   string
		script string
		signal os.Signal
	}{
		{"interrupt", "", os.Interrupt},
		{"terminate", "", syscall.SIGTERM},
		{"deaf", "trap '' INT", os.Interrupt},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			script := fmt.Sprintf("#!/bin/sh\n[ \"$1\" = list ] || exit 1\n%s\nsleep 100 &\necho $! $$ >pids.tmp\nmv pids.tmp pids\nwait\nsleep 100\n", tt.script)
			if err := os.WriteFile(filepath.Join(dir, "go"), []byte(script), 0o755); err != nil {
				t.Fatal(err)
			}
			var stderr bytes.Buffer
			cmd := exec.Command(os.Args[0], "./...")
			cmd.Dir, cmd.Stderr = dir, &stderr
			cmd.Env = append(os.Environ(), beCommand+"=1", "PATH="+dir+string(filepath.ListSeparator)+os.Getenv("PATH"))
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			pids := started(t, filepath.Join(dir, "pids"))
			begin := time.Now()
			if err := cmd.Process.Signal(tt.signal); err != nil {
				t.Fatal(err)
			}
			_ = cmd.Wait()
			if took := time.Since(begin); took > 5*time.Second { // one on a machine with nothing else to do
				t.Errorf("it took %v to stop", took)
			}
			if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
				t.Errorf("exit code %d, want %d", code, exitInterrupted)
			}
			if got := stderr.String(); got != "ciolint: interrupted\n" {
				t.Errorf("stderr is %q", got)
			}
			for _, pid := range pids {
				waitDead(t, pid)
			}
		})
	}
}

// started waits for the file with the process numbers.
func started(t *testing.T, file string) []int {
	t.Helper()
	for range 2000 {
		if data, err := os.ReadFile(file); err == nil {
			var pids []int
			for _, f := range strings.Fields(string(data)) {
				pid, err := strconv.Atoi(f)
				if err != nil {
					t.Fatal(err)
				}
				pids = append(pids, pid)
			}
			return pids
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("the go command was not started")
	return nil
}

// waitDead waits until the process is gone, or a zombie that waits for
// whoever adopted it.
func waitDead(t *testing.T, pid int) {
	t.Helper()
	for range 200 {
		if syscall.Kill(pid, 0) != nil {
			return
		}
		if stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid)); err == nil && strings.Contains(string(stat), ") Z ") {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Errorf("process %d is still alive", pid)
}
