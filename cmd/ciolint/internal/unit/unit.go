// Package unit analyses one package for go vet, which passes a file *.cfg
// with the package's sources, the export data of its imports and what the
// analysis of those imports wrote down, the summary.
//
// It does the work of golang.org/x/tools/go/analysis/unitchecker, except
// that a dependency without any relevance to the analyzer is not even parsed.
// unitchecker cannot leave those out, because its summaries hold the types
// that importers need. Here importers read what the compiler wrote; should the
// go command cease to name those files, the types go into the summaries, too.
package unit

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/analysis/unitchecker"
	"golang.org/x/tools/go/packages"

	"github.com/ciolint/ciolint/internal/relevance"
)

// Options are the flags of go vet that concern the output.
type Options struct {
	JSON    bool
	Context int // lines of source around a finding in text, -1 for none
}

// ErrFindings is returned if findings were printed as text. As JSON they are
// a success.
var ErrFindings = errors.New("findings")

// A unit is the package at work.
type unit struct {
	*unitchecker.Config
	deps       map[string]*summary
	reachesSDK bool
}

// Run analyses the package of a file *.cfg. Text goes to stderr, JSON to
// stdout, unless the file names another place.
func Run(config string, a *analysis.Analyzer, o Options, stdout, stderr io.Writer) error {
	u, err := read(config)
	if err != nil {
		return err
	}
	if u.VetxOnly && !u.relevant() {
		return u.pass()
	}
	p, imports, err := u.check(true)
	if err != nil {
		return err
	}
	facts, err := u.importFacts(a, p.Types, imports)
	if err != nil {
		return err
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{facts.in(a, !u.VetxOnly)}, []*packages.Package{p}, nil)
	if err != nil {
		return err
	}
	act := graph.Roots[0]
	if act.Err != nil && u.VetxOnly {
		return act.Err
	}
	encoded, err := facts.encode()
	if err != nil {
		return err
	}
	if err := u.write(p, encoded); err != nil {
		return err
	}
	if u.VetxOnly {
		return nil
	}
	return u.print(graph, o, stdout, stderr)
}

func read(config string) (*unit, error) {
	data, err := os.ReadFile(config)
	if err != nil {
		return nil, err
	}
	u := &unit{Config: new(unitchecker.Config), deps: map[string]*summary{}}
	if err := json.Unmarshal(data, u.Config); err != nil {
		return nil, fmt.Errorf("%s: %v", config, err)
	}
	for path, file := range u.PackageVetx {
		s, err := readSummary(file)
		if err != nil {
			return nil, fmt.Errorf("summary of %s: %v", path, err)
		}
		u.deps[path] = s
		u.reachesSDK = u.reachesSDK || s.ReachesSDK
	}
	for _, path := range u.ImportMap {
		u.reachesSDK = u.reachesSDK || relevance.MayBeSDK(path)
	}
	return u, nil
}

// relevant reports whether the package has facts, or findings, of its own or
// to pass on.
func (u *unit) relevant() bool {
	for _, s := range u.deps {
		if len(s.Facts) > 0 {
			return true
		}
	}
	m := u.module()
	return relevance.Relevant(u.path(), m.Path, m.Version, func() bool { return u.reachesSDK })
}

// pass writes the summary of a package that the analyzer has no business in.
func (u *unit) pass() error {
	if u.hasExports() {
		return u.write(nil, nil)
	}
	p, _, err := u.check(false)
	if err != nil {
		p = nil // whoever imports it will say so
	}
	return u.write(p, nil)
}

// print prints the outcome as the go command wants it.
func (u *unit) print(graph *checker.Graph, o Options, stdout, stderr io.Writer) error {
	if u.Stdout != "" {
		f, err := os.Create(u.Stdout)
		if err != nil {
			return err
		}
		defer f.Close()
		stdout = f
	}
	if o.JSON {
		return graph.PrintJSON(stdout)
	}
	act := graph.Roots[0]
	if act.Err != nil {
		return act.Err
	}
	if err := graph.PrintText(stderr, o.Context); err != nil {
		return err
	}
	if len(act.Diagnostics) > 0 {
		return ErrFindings
	}
	return nil
}
