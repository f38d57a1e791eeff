package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/tools/go/packages"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/load"
	"github.com/ciolint/ciolint/internal/policy"
)

// initPolicy writes a policy to start from to the root of the module.
func initPolicy(_ context.Context, args []string, stdout, _ io.Writer) error {
	if len(args) > 0 {
		return errors.New("usage: ciolint [-C dir] init")
	}
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	root, err := policy.ModuleRoot(dir)
	if err != nil {
		return err
	}
	if root == "" {
		return fmt.Errorf("%s is in no module: a policy stands beside a go.mod", dir)
	}
	name := filepath.Join(root, policy.FileName)
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s exists; nothing was written", name)
	}
	if err != nil {
		return err
	}
	if _, err := f.Write(policy.Starter()); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Close(); err != nil {
		return err
	}
	_, err = fmt.Fprintf(stdout, "%s is written. It changes nothing yet: see the comments in it.\n", name)
	return err
}

// checkPolicies refuses policies that name what does not exist, even where no
// package of the program would notice.
func (o *options) checkPolicies(ctx context.Context, c *load.Config, prog *load.Program) error {
	dirs := prog.ModuleDirs()
	if config := o.given["config"]; config != "" && len(dirs) > 0 {
		dirs = dirs[:1]
	}
	for _, dir := range dirs {
		cfg := packages.Config{Context: ctx, Dir: dir, Env: c.Env}
		if c.Tags != "" {
			cfg.BuildFlags = []string{"-tags=" + c.Tags}
		}
		if err := policy.Check(cfg, o.given["config"], prog.Has); err != nil {
			return err
		}
	}
	return nil
}
