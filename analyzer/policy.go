package analyzer

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/mod/modfile"
	"golang.org/x/tools/go/packages"

	"github.com/ciolint/ciolint/analyzer/internal/policy"
)

// A Result is what the analyzer tells a driver beside its diagnostics.
type Result struct {
	// Severity says how findings of a rule, which is the category of a
	// diagnostic, are to be shown: "error", which is the default, "warning"
	// or "note". It never changes an exit code.
	Severity func(rule string) string
}

func resultOf(p *policy.Policy) *Result {
	return &Result{Severity: func(rule string) string { return string(p.Severity(rule)) }}
}

// PolicyFile returns the policy that holds for the packages in dir: the
// .ciolint.yml at the root of their module, which is the nearest directory
// upward with a go.mod. It returns "" if there is none.
func PolicyFile(dir string) (string, error) { return policy.Find(dir) }

// StarterPolicy returns a policy with comments to begin with. It changes
// nothing until its reader does.
func StarterPolicy() []byte { return policy.Starter() }

// PolicySchema returns the JSON schema (2020-12) of a policy, for editors.
func PolicySchema() []byte { return policy.Schema() }

// CheckPolicy reads the policy that holds for cfg.Dir, or the file config if
// that is not "", and looks up everything that it names: functions, fields,
// variables and types. It returns nil if there is no policy.
//
// The analyzer itself looks up what a package declares or imports, but not
// what no package imports, because nothing tells it that this exists; a
// driver that begins with CheckPolicy refuses that, too. To look names up
// costs a load of the packages that declare them, with their imports from
// export data; seen, if not nil, says which import paths the analyzer meets
// anyway, for which it is not done. cfg needs no Mode.
func CheckPolicy(cfg packages.Config, config string, seen func(importPath string) bool) error {
	file := config
	if file == "" {
		var err error
		if file, err = policy.Find(cfg.Dir); err != nil || file == "" {
			return err
		}
	}
	p, err := policy.Load(file, ruleNames())
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

// PolicyDigest returns a digest of everything that the discovery of policies
// can change for a run that starts in dir: the policy of its module, those of
// the other modules of its workspace, and those of modules that a replace
// directive takes from a directory. It does not cover -config.
//
// It is for drivers whose results are cached: go vet reuses a result as long
// as the tool says that it is the same.
func PolicyDigest(dir string) (string, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	roots, err := moduleDirs(dir)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, root := range roots {
		if err := addPolicy(sum, root); err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("%x", sum.Sum(nil)[:16]), nil
}

// addPolicy adds the policy that holds in dir. A misplaced one is an error
// for the analyzer to tell, and differs from none.
func addPolicy(sum hash.Hash, dir string) error {
	file, err := policy.Find(dir)
	if err != nil {
		fmt.Fprintf(sum, "%q %q\n", dir, err)
		return nil
	}
	if file == "" {
		return nil
	}
	data, err := policy.Read(file)
	if err != nil {
		fmt.Fprintf(sum, "%q %q\n", file, err)
		return nil
	}
	fmt.Fprintf(sum, "%q %d\n", file, len(data))
	_, err = sum.Write(data)
	return err
}

// moduleDirs returns the directories whose policies can matter in dir.
func moduleDirs(dir string) ([]string, error) {
	work, err := workFile(dir)
	if err != nil {
		return nil, err
	}
	if work == "" {
		return withReplaced(nil, dir)
	}
	data, err := os.ReadFile(work)
	if err != nil {
		return nil, err
	}
	f, err := modfile.ParseWork(work, data, nil)
	if err != nil {
		return nil, err
	}
	dirs, base := []string{dir}, filepath.Dir(work)
	for _, use := range f.Use {
		if dirs, err = withReplaced(dirs, under(base, use.Path)); err != nil {
			return nil, err
		}
	}
	return append(dirs, replaced(base, f.Replace)...), nil
}

// withReplaced adds the module of dir and the directories that its replace
// directives name.
func withReplaced(dirs []string, dir string) ([]string, error) {
	dirs = append(dirs, dir)
	mod, err := upward(dir, "go.mod")
	if mod == "" || err != nil {
		return dirs, err
	}
	data, err := os.ReadFile(mod)
	if err != nil {
		return nil, err
	}
	f, err := modfile.Parse(mod, data, nil)
	if err != nil {
		return dirs, nil // the go command says what is wrong with it
	}
	return append(dirs, replaced(filepath.Dir(mod), f.Replace)...), nil
}

func replaced(base string, list []*modfile.Replace) []string {
	var dirs []string
	for _, r := range list {
		if r.New.Version == "" {
			dirs = append(dirs, under(base, r.New.Path))
		}
	}
	return dirs
}

func under(base, path string) string {
	if filepath.IsAbs(path) {
		return path
	}
	return filepath.Join(base, filepath.FromSlash(path))
}

// workFile returns the go.work that is in effect in dir, "" if none is.
func workFile(dir string) (string, error) {
	switch env := os.Getenv("GOWORK"); env {
	case "off":
		return "", nil
	case "", "auto":
		return upward(dir, "go.work")
	default:
		return env, nil
	}
}

// upward returns the nearest file of a name in dir or above, "" if there is none.
func upward(dir, name string) (string, error) {
	for {
		file := filepath.Join(dir, name)
		if info, err := os.Stat(file); err == nil && !info.IsDir() {
			return file, nil
		} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", nil
		}
		dir = parent
	}
}
