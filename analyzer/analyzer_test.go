package analyzer_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/ciolint/ciolint/analyzer"
)

// TestCorpus runs the analyzer over every package of testdata/src that names
// its mode in its first line.
func TestCorpus(t *testing.T) {
	root, err := filepath.Abs("../testdata")
	if err != nil {
		t.Fatal(err)
	}
	for mode, pkgs := range corpus(t, filepath.Join(root, "src")) {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			a := analyzer.New()
			if err := a.Flags.Set("require-sanitizer", mode); err != nil {
				t.Fatal(err)
			}
			analysistest.Run(factless{t}, root, a, pkgs...) // one load for all
		})
	}
}

// corpus maps modes to the packages below src that want them.
func corpus(t *testing.T, src string) map[string][]string {
	t.Helper()
	pkgs := map[string][]string{}
	err := filepath.WalkDir(src, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if _, rest, ok := strings.Cut(string(text), "Mode: "); ok {
			mode, _, _ := strings.Cut(rest, "\n")
			rel, err := filepath.Rel(src, filepath.Dir(path))
			if err != nil {
				return err
			}
			mode = strings.TrimRight(strings.TrimSpace(mode), ".")
			pkgs[mode] = append(pkgs[mode], filepath.ToSlash(rel))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return pkgs
}

// factless lets packages say nothing of the facts that they export; those of
// testdata/src/across say what matters.
type factless struct{ t *testing.T }

func (f factless) Errorf(format string, args ...any) {
	if msg := fmt.Sprintf(format, args...); !strings.Contains(msg, "unexpected fact") {
		f.t.Error(msg)
	}
}
