package analyzer_test

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/ciolint/ciolint/analyzer"
)

// fixPackages have a golden file for each file that a fix changes, with a
// section for each kind of fix if there are several.
var fixPackages = []string{
	"fix/wrap", "fix/messages", "fix/requests", "fix/rawhttp", "fix/cdp", "fix/namedtypes", "fix/removal", "fix/environment",
	"fix/imports", "fix/clash", "fix/clashglobal", "fix/nofix", "fix/webhook", "fix/webhookimports",
}

func TestFixes(t *testing.T) {
	t.Parallel()
	dir, err := filepath.Abs(filepath.Join("..", "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	analysistest.RunWithSuggestedFixes(t, dir, analyzer.New(), fixPackages...)
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
