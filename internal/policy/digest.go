package policy

import (
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"golang.org/x/mod/modfile"
)

// Digest returns a digest of everything that the discovery of policies
// can change for a run that starts in dir: the policy of its module, those of
// the other modules of its workspace, and those of modules that a replace
// directive takes from a directory. It does not cover -config.
//
// It is for drivers whose results are cached: go vet reuses a result as long
// as the tool says that it is the same.
func Digest(dir string) (string, error) {
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
func addPolicy(sum io.Writer, dir string) error {
	file, err := Find(dir)
	if err != nil {
		fmt.Fprintf(sum, "%q %q\n", dir, err)
		return nil
	}
	if file == "" {
		return nil
	}
	data, err := Read(file)
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
