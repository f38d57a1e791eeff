package main

import (
	"maps"
	"os"
	"slices"
)

// fix hands over to the stock driver, which knows how to apply fixes, and to
// show them as a diff. It does not return unless it cannot begin.
func fix(o *options) error {
	args := []string{"-fix"}
	if o.diff {
		args = append(args, "-diff")
	}
	for _, name := range slices.Sorted(maps.Keys(o.given)) {
		args = append(args, "-"+name+"="+o.given[name])
	}
	if o.tags != "" { // the stock driver has no such flag, but obeys the go command's variable
		if err := os.Setenv("GOFLAGS", os.Getenv("GOFLAGS")+" -tags="+o.tags); err != nil {
			return err
		}
	}
	stock(append(append(args, "--"), o.args...))
	return nil
}
