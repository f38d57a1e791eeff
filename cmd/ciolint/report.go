package main

import (
	"fmt"
	"io"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/finding"
)

// report writes the findings in the format that was asked for.
func (o *options) report(w io.Writer, fs []finding.Finding) error {
	for _, f := range fs {
		if _, err := fmt.Fprintf(w, "%s: %s\n", f.Pos, f.Message); err != nil {
			return err
		}
		for _, s := range f.Path {
			if _, err := fmt.Fprintf(w, "%s: \t%s\n", s.Pos, s.Message); err != nil {
				return err
			}
		}
	}
	return nil
}
