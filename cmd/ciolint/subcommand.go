package main

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/explain"
	"github.com/ciolint/ciolint/internal/catalog"
)

// subcommands are the words that are no package patterns when they come first.
var subcommands = map[string]func(ctx context.Context, args []string, stdout, stderr io.Writer) error{
	"explain":    explainRule,
	"help":       help,
	"init":       initPolicy,
	"pre-commit": preCommit,
}

// explainRule prints what a rule is for, or the list of all.
func explainRule(_ context.Context, args []string, stdout, _ io.Writer) error {
	switch {
	case len(args) == 0:
		return explain.List(stdout, catalog.All())
	case len(args) > 1 || strings.HasPrefix(args[0], "-"):
		return fmt.Errorf("usage: ciolint explain [rule]")
	}
	return explain.Rule(stdout, catalog.All(), args[0])
}

// help is about the command, or about a rule.
func help(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	if len(args) == 0 || slices.Contains([]string{"explain", "help", "init", "pre-commit"}, args[0]) {
		return explain.Help(stdout, usage(), catalog.All())
	}
	return explainRule(ctx, args, stdout, stderr)
}

func printVersion(w io.Writer) error {
	_, err := fmt.Fprintf(w, "ciolint %s, built with %s\n", version(), runtime.Version())
	return err
}

// version is that of the module that the command was built from.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}
