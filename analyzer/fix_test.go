package analyzer_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/ciolint/ciolint/analyzer"
)

// fixPackages has a golden file for each file that a fix changes.
var fixPackages = []string{
	"fix/track", "fix/messages", "fix/cdp", "fix/imports", "fix/clash", "fix/clashglobal", "fix/nofix", "fix/webhook", "fix/webhookimports",
}

func TestFixes(t *testing.T) {
	t.Parallel()
	dir, err := filepath.Abs(filepath.Join("..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	analysistest.RunWithSuggestedFixes(t, dir, analyzer.New(), fixPackages...)
}

// TestFixesAreEnough runs the analyzer over what its fixes leave: it compiles
// and has no finding, save those that have no fix.
func TestFixesAreEnough(t *testing.T) {
	t.Parallel()
	root := gopath(t)
	copyFixed(t, filepath.Join("..", "testdata", "src", "fix"), filepath.Join(root, "src", "fix"))
	analysistest.Run(t, root, analyzer.New(), fixPackages...)
}

// gopath makes a GOPATH that has the stubs of the SDKs and the sanitizer.
func gopath(t *testing.T) string {
	t.Helper()
	stubs, err := filepath.Abs(filepath.Join("..", "testdata", "src", "github.com"))
	if err != nil {
		t.Fatal(err)
	}
	root := t.TempDir()
	if err := os.Mkdir(filepath.Join(root, "src"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(stubs, filepath.Join(root, "src", "github.com")); err != nil {
		t.Fatal(err)
	}
	return root
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

var expectation = regexp.MustCompile("// want .*")

// copyFixed copies a tree of Go files as fixes leave it: a golden file takes
// the place of its original, and expects nothing any more.
func copyFixed(t *testing.T, from, to string) {
	t.Helper()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(to, func(path string, _ fs.DirEntry, err error) error {
		original, ok := strings.CutSuffix(path, ".golden")
		if err != nil || !ok {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(original, expectation.ReplaceAll(text, nil), 0o666)
	})
	if err != nil {
		t.Fatal(err)
	}
}
