package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer"
)

// options is a parsed command line.
type options struct {
	analyzer *analysis.Analyzer // with its own flags set
	patterns []string
	tags     string
	fix      bool
	diff     bool
	version  bool
	given    map[string]string // the analyzer's flags that were given
}

// parseFlags reads the command line. For -help it prints the usage and
// returns flag.ErrHelp.
func parseFlags(args []string, stdout io.Writer) (*options, error) {
	o := &options{analyzer: analyzer.New(), given: map[string]string{}}
	fs := flag.NewFlagSet("ciolint", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	o.analyzer.Flags.VisitAll(func(f *flag.Flag) { fs.Var(f.Value, f.Name, f.Usage) })
	fs.StringVar(&o.tags, "tags", "", "comma-separated `list` of build tags")
	fs.BoolVar(&o.fix, "fix", false, "apply the first fix of each finding")
	fs.BoolVar(&o.diff, "diff", false, "print the fixes as a diff, change nothing")
	fs.BoolVar(&o.version, "version", false, "print the version and exit")
	fs.BoolVar(&o.version, "V", false, "print the version and exit")
	fs.Func("C", "change to `dir` before anything else; must be the first flag", func(string) error {
		return errors.New("-C must be the first flag on the command line")
	})
	err := fs.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		usage(stdout, fs)
		return nil, err
	}
	if err != nil {
		return nil, fmt.Errorf("%w; see ciolint help", err)
	}
	fs.Visit(func(f *flag.Flag) {
		if o.analyzer.Flags.Lookup(f.Name) != nil {
			o.given[f.Name] = f.Value.String()
		}
	})
	if o.patterns = fs.Args(); len(o.patterns) == 0 {
		o.patterns = []string{"./..."}
	}
	return o, nil
}

func usage(w io.Writer, fs *flag.FlagSet) {
	fmt.Fprintf(w, "%s", "usage: ciolint [-C dir] [flags] [packages]\n\nWithout packages: ./...\n\nFlags:\n")
	fs.SetOutput(w)
	fs.PrintDefaults()
}

func printVersion(w io.Writer) error {
	version := "unknown version"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		version = info.Main.Version
	}
	_, err := fmt.Fprintf(w, "ciolint %s, built with %s\n", version, runtime.Version())
	return err
}
