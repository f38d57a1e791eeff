package policy

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/ciolint/ciolint/internal/scratch"
	"github.com/ciolint/ciolint/runtime/pii"
)

// TestFind: the policy is the one beside the nearest go.mod, and no other.
func TestFind(t *testing.T) {
	t.Parallel()
	root := scratch.Tree(t, map[string]string{
		".ciolint.yml": "tests: true\n", "outside.go": "",
		"a/go.mod": "module a\n", "a/.ciolint.yml": "tests: true\n", "a/b/c/.ciolint.yml": "not read", "a/b/c/x.go": "",
		"a/n/go.mod": "module n\n", "a/n/x/x.go": "",
		"y/go.mod": "module y\n", "y/.ciolint.yaml": "tests: true\n",
	})
	for dir, want := range map[string]string{"": "", "a": "a/.ciolint.yml", "a/b/c": "a/.ciolint.yml", "a/n": "", "a/n/x": ""} {
		got, err := Find(filepath.Join(root, dir))
		if want != "" {
			want = filepath.Join(root, want)
		}
		if err != nil || got != want {
			t.Errorf("Find(%q) = %q, %v, want %q", dir, got, err, want)
		}
	}
	if _, err := Find(filepath.Join(root, "y")); err == nil || !strings.Contains(err.Error(), "rename the file") {
		t.Errorf("a file of the wrong name: %v", err)
	}
}

// TestUnreadable: what stands in a policy's place and is none is an error.
func TestUnreadable(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		make func(file string) error
		want string
	}{
		"directory": {func(file string) error { return os.Mkdir(file, 0o777) }, "the policy cannot be read: this is no regular file"},
		"dangling":  {func(file string) error { return os.Symlink("nowhere", file) }, "the policy cannot be read: no such file or directory"},
		"circular":  {func(file string) error { return os.Symlink(FileName, file) }, "the policy cannot be read: too many levels of symbolic links"},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "go.mod"), nil, 0o666); err != nil {
			t.Fatal(err)
		}
		if err := test.make(filepath.Join(dir, FileName)); err != nil {
			t.Skip(err)
		}
		file, err := Find(dir)
		if err != nil || file == "" {
			t.Errorf("%s: Find says %q, %v", name, file, err)
			continue
		}
		if _, err := Load(file); err == nil || !strings.HasSuffix(err.Error(), test.want) {
			t.Errorf("%s: %v, want %s", name, err, test.want)
		}
	}
}

// TestLoad: a file is parsed once, by whoever comes first, and again when it
// changed, even if neither its size nor its time did.
func TestLoad(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), FileName)
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("keys: {hash: [a]}\n")
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	var all [8]*Policy
	var wg sync.WaitGroup
	for i := range all {
		wg.Go(func() { all[i], _ = Load(file) })
	}
	wg.Wait()
	for _, p := range all {
		if p == nil || p != all[0] {
			t.Fatal("not parsed once")
		}
	}
	write("keys: {hash: [b]}\n")
	if err := os.Chtimes(file, info.ModTime(), info.ModTime()); err != nil {
		t.Fatal(err)
	}
	p, err := Load(file)
	if err != nil || p.Class("b") != pii.Hash || p.Class("a") != pii.Keep {
		t.Errorf("stale: %v, %v", p, err)
	}
	write("keys: 1\n")
	if _, err := Load(file); err == nil {
		t.Error("a broken file holds")
	}
	write("keys: {hash: [b]}\n")
	if _, err := Load(file); err != nil {
		t.Errorf("mended: %v", err)
	}
}
