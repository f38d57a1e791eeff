package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/load"
	"github.com/ciolint/ciolint/internal/policy"
)

// preCommit lints what a commit touches: given names of files, the packages
// that they belong to, and those packages of the same module or workspace
// that import one of these, at any depth, because what a function does with
// its parameters is told where it is called. Files that are no part of a
// package are none of its business: deleted ones, other languages, testdata.
func preCommit(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	o, err := parseFlags(args, stdout)
	if err != nil {
		return err
	}
	if o.fix || o.diff {
		return fmt.Errorf("pre-commit has no -fix and no -diff: run them on the packages")
	}
	builds, err := buildsOf(o.args)
	if err != nil {
		return err
	}
	var configs []*load.Config
	for _, b := range builds {
		c, err := b.config(ctx)
		if err != nil {
			return err
		}
		c.Tags = o.tags
		configs = append(configs, c)
	}
	return lint(ctx, o, configs, stdout, stderr)
}

// A build is a module or a workspace with files that were touched.
type build struct {
	root string          // of a module
	dirs map[string]bool // with touched files
}

// buildsOf sorts files by module. A file without one has no build.
func buildsOf(files []string) ([]*build, error) {
	byRoot := map[string]*build{}
	for _, file := range files {
		dir, ok := goDir(file)
		if !ok {
			continue
		}
		root, err := policy.ModuleRoot(dir)
		if err != nil {
			return nil, err
		}
		if root == "" {
			continue
		}
		if byRoot[root] == nil {
			byRoot[root] = &build{root: root, dirs: map[string]bool{}}
		}
		byRoot[root].dirs[dir] = true
	}
	var out []*build
	for _, b := range byRoot {
		out = append(out, b)
	}
	slices.SortFunc(out, func(a, b *build) int { return strings.Compare(a.root, b.root) })
	return out, nil
}

// goDir returns the directory of an existing Go file, without symbolic links.
func goDir(file string) (string, bool) {
	info, err := os.Stat(file)
	if err != nil || !info.Mode().IsRegular() || filepath.Ext(file) != ".go" {
		return "", false
	}
	return realDir(filepath.Dir(file)), true
}

func realDir(dir string) string {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	return dir
}

// config says how to load the build. The pattern "work" is all packages of
// the module or the workspace. A module that a workspace around it does not
// list is on its own.
func (b *build) config(ctx context.Context) (*load.Config, error) {
	c := &load.Config{
		Dir: b.root, Env: append(os.Environ(), "PWD="+b.root), Patterns: []string{"work"},
		Only: func(dir string) bool { return b.dirs[realDir(dir)] },
	}
	cmd := exec.CommandContext(ctx, "go", "list", "-m", "-f", "{{.Dir}}")
	cmd.Dir, cmd.Env = c.Dir, c.Env
	out, err := cmd.Output()
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if err != nil || !slices.ContainsFunc(strings.Split(string(out), "\n"), func(dir string) bool { return realDir(strings.TrimSpace(dir)) == b.root }) {
		c.Env = append(c.Env, "GOWORK=off")
	}
	return c, nil
}
