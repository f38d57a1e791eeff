//go:build unix

package load

import (
	"os/exec"
	"syscall"
)

// ownFamily gives cmd a process group, which its children inherit.
func ownFamily(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

func interruptFamily(cmd *exec.Cmd) { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGINT) }

func killFamily(cmd *exec.Cmd) { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
