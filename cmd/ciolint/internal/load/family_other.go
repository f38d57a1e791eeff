//go:build !unix

package load

import "os/exec"

// Without process groups the children of the go command end by themselves
// when what they write to is gone.

func ownFamily(*exec.Cmd) {}

func interruptFamily(cmd *exec.Cmd) { _ = cmd.Process.Kill() }

func killFamily(cmd *exec.Cmd) { _ = cmd.Process.Kill() }
