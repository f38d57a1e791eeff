package load

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"go/types"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// Config says what to load.
type Config struct {
	Dir      string   // where the go command runs; "" is the current directory
	Env      []string // of the go command; nil is this process's
	Tags     string   // build tags, comma-separated
	Patterns []string // as the go command takes them: packages, or the files of one

	// Only narrows what is asked for to the packages in the directories for
	// which it is true, and those that import them. It may be nil.
	Only func(dir string) bool
}

// An Error is something wrong with a package. Pos is a position as text,
// "" if there is none.
type Error struct{ Pos, Msg string }

func (e Error) Error() string {
	if e.Pos == "" {
		return e.Msg
	}
	return e.Pos + ": " + e.Msg
}

// Program is what was loaded: packages that know their imports and files.
// Syntax and types they get from Check, one after another, so that not all of
// them need to be in memory at once.
type Program struct {
	// Asked are the packages to report on, by import path. Their Imports hold
	// only packages read from source: exactly those that an analyzer can have
	// facts of.
	Asked []*packages.Package

	nodes     map[*types.Package]*node
	checker   *checker
	graph     *graph
	complaint string // of the go command
}

// Load loads the program. It fails if the go command does, and if a pattern
// matches no package. Errors of packages are no failure, see Program.Errors.
func Load(ctx context.Context, c *Config) (*Program, error) {
	sizes := make(chan types.Sizes, 1)
	go func() { sizes <- c.sizes(ctx) }()
	pkgs, complaint, err := goList(ctx, c)
	if err != nil {
		return nil, err
	}
	if c.Only == nil {
		if err := allMatch(c.Patterns, pkgs, complaint); err != nil {
			return nil, err
		}
	}
	p := &Program{
		nodes: map[*types.Package]*node{}, graph: newGraph(pkgs), checker: newChecker(c.Dir, <-sizes), complaint: complaint,
	}
	p.graph.choose(c.Only)
	for _, n := range p.graph.nodes {
		if n.needed && n.source {
			p.checker.prepare(n)
			p.nodes[n.pkg.Types] = n
		}
		if n.asked {
			p.Asked = append(p.Asked, n.pkg)
		}
	}
	slices.SortStableFunc(p.Asked, func(a, b *packages.Package) int { return cmp.Compare(a.ID, b.ID) })
	return p, nil
}

// Has reports whether a package is part of the program.
func (p *Program) Has(path string) bool { return p.graph.paths[path] }

// ModuleDirs returns the directories of the modules that the packages asked
// for belong to, each once.
func (p *Program) ModuleDirs() []string {
	var out []string
	for _, pkg := range p.Asked {
		if m := pkg.Module; m != nil && m.Dir != "" && !slices.Contains(out, m.Dir) {
			out = append(out, m.Dir)
		}
	}
	return out
}

// Check parses and type-checks a package of the program, after its imports.
// The error, if any, is among Program.Errors.
func (p *Program) Check(pkg *types.Package) (*packages.Package, error) {
	n := p.nodes[pkg]
	p.checker.check(n)
	if n.pkg.IllTyped {
		return n.pkg, ErrIllTyped
	}
	return n.pkg, nil
}

// ErrIllTyped means that a package does not compile.
var ErrIllTyped = errors.New("the package does not compile")

// Wanted reports what a package is loaded for: its findings, because somebody
// asked for it, and its facts, because another package imports it.
func (p *Program) Wanted(pkg *types.Package) (findings, facts bool) {
	n := p.nodes[pkg]
	return n.asked, n.imported
}

// Release forgets the syntax of a package.
func (p *Program) Release(pkg *packages.Package) {
	pkg.Syntax, pkg.TypesInfo = nil, nil
	p.checker.release(pkg.CompiledGoFiles)
}

// sizes asks for the architecture that the go command builds for.
func (c *Config) sizes(ctx context.Context) types.Sizes {
	out, _, err := c.goCommand(ctx, "env", "GOARCH")
	if err == nil {
		if s := types.SizesFor("gc", strings.TrimSpace(out.String())); s != nil {
			return s
		}
	}
	return types.SizesFor("gc", "amd64")
}

// allMatch returns an error for patterns that name no package, or nothing but
// something that is none.
func allMatch(patterns []string, pkgs []*listed, complaint string) error {
	wrong := map[string]string{}
	for _, p := range pkgs {
		for _, m := range p.Match {
			switch _, seen := wrong[m]; {
			case p.Error == nil || p.Name != "" || len(p.CompiledGoFiles) > 0:
				wrong[m] = ""
			case !seen:
				wrong[m] = p.Error.Err
			}
		}
	}
	for _, pattern := range patterns {
		msg, seen := wrong[pattern]
		switch {
		case !seen && complaint != "":
			return fmt.Errorf("no packages match %s\n%s", pattern, complaint)
		case !seen:
			return fmt.Errorf("no packages match %s", pattern)
		case msg != "":
			return fmt.Errorf("%s: %s", pattern, msg)
		}
	}
	return nil
}

// Errors returns what is wrong with the packages asked for and with what they
// import, as far as they were checked, each error once.
func (p *Program) Errors() []Error {
	var out []Error
	seen := map[Error]bool{}
	for _, n := range p.graph.nodes {
		if !n.needed {
			continue
		}
		for _, e := range n.errors(p.checker.dir) {
			if !seen[e] {
				seen[e] = true
				out = append(out, e)
			}
		}
	}
	// A build that failed for a reason which no package shows.
	if p.complaint != "" && len(out) == 0 {
		out = append(out, Error{Msg: p.complaint})
	}
	return out
}

// errors returns what go list and the type checker have against a package. If
// the compiler's errors are in the words of go list, the type checker has the
// same with better positions.
func (n *node) errors(dir string) []Error {
	var out []Error
	if n.pkg != nil {
		for _, e := range n.pkg.Errors {
			if e.Kind != packages.ListError {
				out = append(out, Error{Pos: e.Pos, Msg: e.Msg})
			}
		}
	}
	if n.Error == nil || len(out) > 0 && strings.HasPrefix(n.Error.Err, "# ") {
		return out
	}
	msg := strings.TrimSpace(n.Error.Err)
	if !strings.Contains(msg, n.path) {
		msg = n.path + ": " + msg
	}
	return append(out, Error{Pos: absPos(dir, n.Error.Pos), Msg: msg})
}

// absPos makes the file name in a position of the go command absolute.
func absPos(dir, pos string) string {
	if pos == "" || filepath.IsAbs(pos) {
		return pos
	}
	if abs, err := filepath.Abs(filepath.Join(dir, pos)); err == nil {
		return abs
	}
	return pos
}
