package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/driver"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/finding"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/load"
	"github.com/ciolint/ciolint/internal/result"
)

// command runs a subcommand, or lints the packages that the arguments name.
func command(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if len(args) > 0 {
		if sub := subcommands[args[0]]; sub != nil {
			return ignoreHelp(sub(ctx, args[1:], stdout, stderr))
		}
	}
	o, err := parseFlags(args, stdout)
	if err != nil {
		return ignoreHelp(err)
	}
	if len(o.args) == 0 {
		o.args = []string{"./..."}
	}
	switch {
	case o.version:
		return printVersion(stdout)
	case o.fix || o.diff:
		return fix(o)
	}
	return lint(ctx, o, []*load.Config{{Tags: o.tags, Patterns: o.args}}, stdout, stderr)
}

// ignoreHelp: who asks for help gets it, and that is a success.
func ignoreHelp(err error) error {
	if errors.Is(err, flag.ErrHelp) {
		return nil
	}
	return err
}

// outcome is what was found, and what could not be analysed.
type outcome struct {
	found    []finding.Finding
	packages []string // that were asked for
	broken   []load.Error
	failed   []error
	widened  result.Widenings // the bounds that the analysis came to
}

// lint loads, analyses and reports, each configuration for itself and all in
// one report.
func lint(ctx context.Context, o *options, configs []*load.Config, stdout, stderr io.Writer) error {
	known, err := o.readBaseline()
	if err != nil {
		return err
	}
	var all outcome
	for _, c := range configs {
		prog, err := load.Load(ctx, c)
		if err != nil {
			return err
		}
		if err := o.checkPolicies(ctx, c, prog); err != nil {
			return err
		}
		for _, p := range prog.Asked {
			all.packages = append(all.packages, p.PkgPath)
		}
		found, widened, failed := driver.Run(o.analyzer, prog)
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		all.found = append(all.found, found...)
		all.broken = append(all.broken, prog.Errors()...)
		all.failed = append(all.failed, failed...)
		all.widened = all.widened.Plus(widened)
	}
	defer all.sayWidened(stderr)
	all.found = finding.Sorted(all.found)
	if err := all.complain(stderr); err != nil {
		return errors.Join(o.report(stdout, all.found), err)
	}
	if o.writeBaseline != "" {
		return all.writeBaseline(o.writeBaseline, stderr)
	}
	fresh := all.filter(known, stderr)
	if err := o.report(stdout, all.found); err != nil {
		return err
	}
	if fresh > 0 {
		return errFindings
	}
	return nil
}

// sayWidened prints how often the analysis came to a bound, for whoever wonders
// why a payload is not known. It is no part of a report.
func (out *outcome) sayWidened(stderr io.Writer) {
	n, times := out.widened.Total(), "times"
	switch n {
	case 0:
		return
	case 1:
		times = "time"
	}
	fmt.Fprintf(stderr, "ciolint: the analysis widened its answer %d %s (limits: %s); what is unknown asks for the sanitizer\n", n, times, out.widened)
}

// complain prints what kept packages from being analysed.
func (out *outcome) complain(stderr io.Writer) error {
	for _, e := range out.broken {
		fmt.Fprintln(stderr, e)
	}
	for _, e := range out.failed {
		fmt.Fprintf(stderr, "ciolint: %v\n", e)
	}
	switch {
	case len(out.broken) > 0:
		return errors.New("packages with errors, and those that import them, were not analysed")
	case len(out.failed) > 0:
		return errors.New("the analysis is incomplete")
	}
	return nil
}
