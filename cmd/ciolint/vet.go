package main

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"go/scanner"
	"go/types"
	"io"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/singlechecker"

	"github.com/ciolint/ciolint/analyzer"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/unit"
	"github.com/ciolint/ciolint/internal/policy"
)

// isVet reports whether the go command is calling: it asks who the tool is
// (-V=full) and which flags it has (-flags), and then, for one package after
// another, passes a description of the package, a file *.cfg.
func isVet(args []string) bool {
	return slices.Contains(args, "-V=full") || slices.Contains(args, "-flags") ||
		len(args) > 0 && strings.HasSuffix(args[len(args)-1], ".cfg")
}

// vet answers the go command.
func vet(args []string, stdout, stderr io.Writer) error {
	if slices.Contains(args, "-V=full") {
		return identify(stdout)
	}
	a := analyzer.New()
	fs := flag.NewFlagSet("ciolint", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	var o unit.Options
	a.Flags.VisitAll(func(f *flag.Flag) { fs.Var(f.Value, f.Name, f.Usage) })
	fs.BoolVar(&o.JSON, "json", false, "emit JSON output")
	fs.IntVar(&o.Context, "c", -1, "display offending line with this many lines of context")
	diff := fs.Bool("diff", false, "with -fix, don't update the files, but print a unified diff")
	if slices.Contains(args, "-flags") {
		return describe(fs, stdout)
	}
	fix := fs.Bool("fix", false, "apply all suggested fixes")
	if err := fs.Parse(args); err != nil {
		return err
	}
	if fs.NArg() != 1 {
		return fmt.Errorf("want one *.cfg file, as go vet passes it, got %q", fs.Args())
	}
	if f := a.Flags.Lookup("config"); f.Value.String() != "" {
		return errors.New("-config does not work under go vet, which would not notice when the file changes: name the policy .ciolint.yml and put it at the root of the module, or run ciolint itself")
	}
	if *fix || *diff {
		stock(args)
	}
	return unit.Run(fs.Arg(0), a, o, stdout, stderr)
}

// identify says what the go command's cache of results depends on, in the
// form it demands: the program, and the policies that the program will read.
func identify(w io.Writer) error {
	name, err := os.Executable()
	if err != nil {
		return err
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return err
	}
	digest, err := policy.Digest(".")
	if err != nil {
		return err
	}
	fmt.Fprint(h, digest)
	_, err = fmt.Fprintf(w, "%s version devel buildID=%x\n", name, h.Sum(nil))
	return err
}

// describe lists the flags that go vet may pass on.
func describe(fs *flag.FlagSet, w io.Writer) error {
	type jsonFlag struct {
		Name  string
		Bool  bool
		Usage string
	}
	var list []jsonFlag
	fs.VisitAll(func(f *flag.Flag) {
		b, ok := f.Value.(interface{ IsBoolFlag() bool })
		list = append(list, jsonFlag{f.Name, ok && b.IsBoolFlag(), f.Usage})
	})
	return json.NewEncoder(w).Encode(list)
}

// vetCode turns the outcome into an exit code. What is wrong with the code is
// said without a prefix, so that the go command recognises the position.
func vetCode(err error, stderr io.Writer) int {
	var inType types.Error
	var inSyntax scanner.ErrorList
	switch {
	case errors.Is(err, unit.ErrFindings):
		return 1
	case errors.As(err, &inType), errors.As(err, &inSyntax):
		fmt.Fprintln(stderr, err)
		return exitFailed
	}
	return exitCode(err, stderr)
}

// stock runs the stock driver of go/analysis and exits.
func stock(args []string) {
	os.Args = append(os.Args[:1:1], args...)
	singlechecker.Main(analyzer.Analyzer)
}
