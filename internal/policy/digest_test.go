package policy

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/ciolint/ciolint/internal/scratch"
)

// TestDigest: the digest changes with every file that can change a run,
// and with nothing else.
func TestDigest(t *testing.T) {
	t.Setenv("GOWORK", "")
	root := scratch.Tree(t, map[string]string{
		"go.work":  "go 1.26\n\nuse (\n\t./a\n\t./b\n)\n",
		"a/go.mod": "module a\n\ngo 1.26\n\nreplace example.com/r => ../r\n\nreplace example.com/s => example.com/t v1.0.0\n", "a/p/p.go": "package p\n",
		"b/go.mod": "module b\n\ngo 1.26\n",
		"r/go.mod": "module r\n\ngo 1.26\n",
		"o/go.mod": "module o\n\ngo 1.26\n",
	})
	digest := func(dir string) string {
		t.Helper()
		d, err := Digest(filepath.Join(root, dir))
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	last := digest("a/p")
	for _, step := range []struct {
		file, text string
		changes    bool
	}{
		{"a/.ciolint.yml", "tests: true\n", true},
		{"a/.ciolint.yml", "tests: fals\n", true}, // same size, broken
		{"a/p/p.go", "package p // changed\n", false},
		{"a/p/.ciolint.yml", "tests: true\n", false},
		{"b/.ciolint.yml", "tests: true\n", true},
		{"r/.ciolint.yml", "tests: true\n", true},
		{"o/.ciolint.yml", "tests: true\n", false}, // not in the workspace
		{"b/.ciolint.yml", "", true},
	} {
		scratch.Write(t, filepath.Join(root, step.file), step.text)
		now := digest("a/p")
		if (now != last) != step.changes {
			t.Errorf("%s %q: changed is %v", step.file, step.text, now != last)
		}
		last = now
	}
	if first := digest("a"); digest("a") != first || digest("o") == first {
		t.Error("the digest is of the workspace, and the same each time")
	}

	t.Setenv("GOWORK", "off")
	alone := digest("a")
	scratch.Write(t, filepath.Join(root, "b/.ciolint.yml"), "tests: false\n")
	if digest("a") != alone {
		t.Error("without the workspace another module does not matter")
	}
	scratch.Write(t, filepath.Join(root, "r/.ciolint.yml"), "tests: false\n")
	if digest("a") == alone {
		t.Error("a module that is taken from a directory does matter")
	}
	// A file that cannot be read is for the run to complain of.
	if err := os.Remove(filepath.Join(root, "r/.ciolint.yml")); err != nil {
		t.Fatal(err)
	}
	if _, err := Digest(t.TempDir()); err != nil {
		t.Errorf("no module: %v", err)
	}
}
