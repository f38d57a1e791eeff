package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer"
	"github.com/ciolint/ciolint/cmd/ciolint/internal/report"
)

// options is a parsed command line.
type options struct {
	analyzer *analysis.Analyzer // with its own flags set
	given    map[string]string  // those that were given
	args     []string           // packages or files

	tags          string
	format        string
	baseline      string
	writeBaseline string
	fix, diff     bool
	version       bool
}

// parseFlags reads the command line. For -help it prints the flags and
// returns flag.ErrHelp.
func parseFlags(args []string, stdout io.Writer) (*options, error) {
	o := &options{analyzer: analyzer.New(), given: map[string]string{}}
	fs := o.flagSet()
	err := fs.Parse(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprintf(stdout, "%s\n", usage())
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
	o.args = fs.Args()
	return o, o.validate()
}

func (o *options) flagSet() *flag.FlagSet {
	fs := flag.NewFlagSet("ciolint", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	o.analyzer.Flags.VisitAll(func(f *flag.Flag) { fs.Var(f.Value, f.Name, f.Usage) })
	fs.StringVar(&o.tags, "tags", "", "comma-separated `list` of build tags, as for go build")
	fs.StringVar(&o.format, "format", report.Formats()[0], "`form` of the report: "+strings.Join(report.Formats(), ", "))
	fs.BoolFunc("json", "the same as -format json", func(s string) error {
		switch s {
		case "true":
			o.format = "json"
		case "false":
		default:
			return errors.New("want true or false")
		}
		return nil
	})
	fs.StringVar(&o.baseline, "baseline", "", "do not report the findings that `file` knows")
	fs.StringVar(&o.writeBaseline, "write-baseline", "", "report nothing, and write what is found to `file`")
	fs.BoolVar(&o.fix, "fix", false, "apply the first fix of each finding")
	fs.BoolVar(&o.diff, "diff", false, "print these fixes as a diff, and change nothing")
	fs.BoolVar(&o.version, "version", false, "print the version")
	fs.BoolVar(&o.version, "V", false, "print the version")
	fs.Func("C", "change to `dir` before anything else; must be the first flag", func(string) error {
		return errors.New("-C must be the first flag on the command line")
	})
	return fs
}

// validate refuses what makes no sense together.
func (o *options) validate() error {
	fixing := o.fix || o.diff
	switch {
	case fixing && o.format != report.Formats()[0]:
		return fmt.Errorf("-fix and -diff write no report: drop -format %s", o.format)
	case fixing && (o.baseline != "" || o.writeBaseline != ""):
		return errors.New("-fix and -diff know no baseline: drop -baseline and -write-baseline")
	}
	return report.CheckFormat(o.format)
}

// usage describes the command line.
func usage() string {
	var b strings.Builder
	b.WriteString(synopsis)
	o := &options{analyzer: analyzer.New()}
	fs := o.flagSet()
	fs.SetOutput(&b)
	fs.PrintDefaults()
	b.WriteString(codes)
	return b.String()
}

const synopsis = `usage: ciolint [-C dir] [flags] [packages]
       ciolint pre-commit [flags] files
       ciolint init
       ciolint explain [rule]
       ciolint help [rule]

Packages are those of the go command, or the files of one package; without any,
./... is meant. As a vet tool: go vet -vettool=$(which ciolint) packages

pre-commit lints the packages that the files belong to, and all that import
them. init writes a policy, .ciolint.yml, to start from.

Flags:

`

const codes = `
Exit code: 0 nothing found, 3 findings, 1 could not run, 130 interrupted.
`
