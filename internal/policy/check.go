package policy

import (
	"errors"
	"fmt"
	"slices"

	"golang.org/x/tools/go/packages"
)

// Check reads the policy that holds for cfg.Dir, or the file config if that is
// not "", and looks up everything that it names: functions, fields, variables
// and types. It returns nil if there is no policy.
//
// The analyzer itself looks up what a package declares or imports, but not
// what no package imports, because nothing tells it that this exists; a driver
// that begins with Check refuses that, too. To look names up costs a load of
// the packages that declare them, with their imports from export data; seen, if
// not nil, says which import paths the analyzer meets anyway, for which it is
// not done. cfg needs no Mode.
func Check(cfg packages.Config, config string, seen func(importPath string) bool) error {
	file := config
	if file == "" {
		var err error
		if file, err = Find(cfg.Dir); err != nil || file == "" {
			return err
		}
	}
	p, err := Load(file)
	if err != nil {
		return err
	}
	paths := p.Elsewhere()
	if seen != nil {
		paths = slices.DeleteFunc(paths, seen)
	}
	if len(paths) == 0 {
		return nil
	}
	cfg.Mode = packages.LoadSyntax
	cfg.Tests = false
	pkgs, err := packages.Load(&cfg, paths...)
	if err != nil {
		return fmt.Errorf("%s: the packages that it names cannot be loaded: %w", file, err)
	}
	var errs []error
	for _, pkg := range pkgs {
		if pkg.Types == nil || len(pkg.GoFiles) == 0 {
			errs = append(errs, p.NoPackage(pkg.PkgPath, "there is no package "+pkg.PkgPath+"; correct the import path, or require its module in go.mod"))
			continue
		}
		_, err := p.In(pkg.Types)
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}
