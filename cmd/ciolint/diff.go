package main

import (
	"slices"
	"strings"
)

// diffFixes adds -fix to -diff: the driver ignores a -diff that stands alone,
// and a user who asks for a diff of the fixes wants one. Under go vet, which
// ends the command line with a file *.cfg, the go command sees to it.
func diffFixes(args []string) []string {
	if len(args) > 0 && strings.HasSuffix(args[len(args)-1], ".cfg") {
		return args
	}
	if slices.Contains(args, "-diff") || slices.Contains(args, "--diff") {
		return append([]string{"-fix"}, args...)
	}
	return args
}
