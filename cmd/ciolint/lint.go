package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/driver"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/load"
)

// command runs a subcommand, or lints.
func command(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if len(args) > 0 {
		if c := subcommands[args[0]]; c != nil {
			return c(ctx, args[1:], stdout, stderr)
		}
	}
	o, err := parseFlags(args, stdout)
	if errors.Is(err, flag.ErrHelp) {
		return nil
	}
	if err != nil {
		return err
	}
	if o.version {
		return printVersion(stdout)
	}
	if o.fix || o.diff {
		return fix(ctx, o)
	}
	return lint(ctx, o, &load.Config{Tags: o.tags, Patterns: o.patterns}, stdout, stderr)
}

// lint loads, analyses and reports.
func lint(ctx context.Context, o *options, c *load.Config, stdout, stderr io.Writer) error {
	prog, err := load.Load(ctx, c)
	if err != nil {
		return err
	}
	found, failed := driver.Run(o.analyzer, prog.Asked)
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err := o.report(stdout, found); err != nil {
		return err
	}
	for _, e := range prog.Errors {
		fmt.Fprintln(stderr, e)
	}
	for _, e := range failed {
		fmt.Fprintf(stderr, "ciolint: %v\n", e)
	}
	switch {
	case len(prog.Errors) > 0:
		return errors.New("packages with errors, and those that import them, were not analysed")
	case len(failed) > 0:
		return errors.New("the analysis is incomplete")
	case len(found) > 0:
		return errFindings
	}
	return nil
}
