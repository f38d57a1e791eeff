package main

import (
	"os"
	"path/filepath"
	"strings"
)

// chdir obeys a leading -C as the go command does, and returns the arguments
// that are left. PWD follows, because the go command asks it for the name of
// the directory.
func chdir(args []string) ([]string, error) {
	if len(args) == 0 {
		return args, nil
	}
	dir, rest := "", args[1:]
	switch name, value, given := strings.Cut(args[0], "="); {
	case name != "-C" && name != "--C":
		return args, nil
	case given:
		dir = value
	case len(rest) == 0:
		return args, nil // the flag package says what is missing
	default:
		dir, rest = rest[0], rest[1:]
	}
	if err := os.Chdir(dir); err != nil {
		return nil, err
	}
	abs, err := filepath.Abs(".")
	if err != nil {
		return nil, err
	}
	return rest, os.Setenv("PWD", abs)
}
