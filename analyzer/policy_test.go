package analyzer_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/ciolint/ciolint/analyzer"
)

// tree writes files below a new directory and returns it.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for name, text := range files {
		writeFile(t, filepath.Join(root, filepath.FromSlash(name)), text)
	}
	return root
}

func TestPolicyFile(t *testing.T) {
	t.Parallel()
	root := tree(t, map[string]string{
		".ciolint.yml": "tests: true\n", "outside.go": "",
		"a/go.mod": "module a\n", "a/.ciolint.yml": "tests: true\n", "a/b/c/.ciolint.yml": "not read", "a/b/c/x.go": "",
		"a/n/go.mod": "module n\n", "a/n/x/x.go": "",
		"y/go.mod": "module y\n", "y/.ciolint.yaml": "tests: true\n",
	})
	for dir, want := range map[string]string{"": "", "a": "a/.ciolint.yml", "a/b/c": "a/.ciolint.yml", "a/n": "", "a/n/x": ""} {
		got, err := analyzer.PolicyFile(filepath.Join(root, dir))
		if want != "" {
			want = filepath.Join(root, want)
		}
		if err != nil || got != want {
			t.Errorf("PolicyFile(%q) = %q, %v, want %q", dir, got, err, want)
		}
	}
	if _, err := analyzer.PolicyFile(filepath.Join(root, "y")); err == nil || !strings.Contains(err.Error(), "rename the file") {
		t.Errorf("a file of the wrong name: %v", err)
	}
}

// TestPolicyDigest: the digest changes with every file that can change a run,
// and with nothing else.
func TestPolicyDigest(t *testing.T) {
	t.Setenv("GOWORK", "")
	root := tree(t, map[string]string{
		"go.work":  "go 1.26\n\nuse (\n\t./a\n\t./b\n)\n",
		"a/go.mod": "module a\n\ngo 1.26\n\nreplace example.com/r => ../r\n\nreplace example.com/s => example.com/t v1.0.0\n", "a/p/p.go": "package p\n",
		"b/go.mod": "module b\n\ngo 1.26\n",
		"r/go.mod": "module r\n\ngo 1.26\n",
		"o/go.mod": "module o\n\ngo 1.26\n",
	})
	digest := func(dir string) string {
		t.Helper()
		d, err := analyzer.PolicyDigest(filepath.Join(root, dir))
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
		writeFile(t, filepath.Join(root, step.file), step.text)
		now := digest("a/p")
		if (now != last) != step.changes {
			t.Errorf("%s %q: changed is %v", step.file, step.text, now != last)
		}
		last = now
	}
	if digest("a") != digest("a") || digest("a") == digest("o") {
		t.Error("the digest is of the workspace, and the same each time")
	}

	t.Setenv("GOWORK", "off")
	alone := digest("a")
	writeFile(t, filepath.Join(root, "b/.ciolint.yml"), "tests: false\n")
	if digest("a") != alone {
		t.Error("without the workspace another module does not matter")
	}
	writeFile(t, filepath.Join(root, "r/.ciolint.yml"), "tests: false\n")
	if digest("a") == alone {
		t.Error("a module that is taken from a directory does matter")
	}
	// A file that cannot be read is for the run to complain of.
	if err := os.Remove(filepath.Join(root, "r/.ciolint.yml")); err != nil {
		t.Fatal(err)
	}
	if _, err := analyzer.PolicyDigest(t.TempDir()); err != nil {
		t.Errorf("no module: %v", err)
	}
}

// TestCheckPolicy: what no package imports is looked up, too.
func TestCheckPolicy(t *testing.T) {
	root := tree(t, map[string]string{
		"go.mod":     "module example.com/app\n\ngo 1.26\n",
		"app.go":     "package app\n",
		"crm/crm.go": "package crm\n\nfunc Send(m map[string]any) {}\n\nfunc hidden() string { return \"\" }\n",
	})
	cfg := packages.Config{Dir: root, Env: append(os.Environ(), "GOWORK=off", "GOFLAGS=-mod=mod", "GOPROXY=off")}
	check := func(text string, seen func(string) bool) string {
		t.Helper()
		writeFile(t, filepath.Join(root, ".ciolint.yml"), text)
		if err := analyzer.CheckPolicy(cfg, "", seen); err != nil {
			return strings.ReplaceAll(err.Error(), root+string(filepath.Separator), "")
		}
		return ""
	}
	for text, want := range map[string]string{
		"": "",
		"tests: true\nsinks:\n  - function: example.com/app/crm.Send\n    arguments: {0: attributes}\n": "",
		"sources: [{function: example.com/app/crm.hidden, class: hash}]\n":                              "",
		"sanitizers: [strings.ToUpper]\n":                                                               "",
		"tests: 1\n":                                                                                    ".ciolint.yml:1:8: this is a number, want true or false",
		"sanitizers: [example.com/app/crm.Sendd]\n":                                                     ".ciolint.yml:1:14: example.com/app/crm.Sendd does not exist: package example.com/app/crm has no function Sendd; correct the name",
		"sanitizers: [example.com/app/cmr.Send]\n":                                                      ".ciolint.yml:1:14: example.com/app/cmr.Send does not exist: there is no package example.com/app/cmr; correct the import path, or require its module in go.mod",
		"sanitizers: [stringz.ToUpper]\n":                                                               ".ciolint.yml:1:14: stringz.ToUpper does not exist: there is no package stringz; correct the import path, or require its module in go.mod",
	} {
		if got := check(text, nil); got != want {
			t.Errorf("%s: %s\nwant %s", text, got, want)
		}
	}
	if got := check("sanitizers: [stringz.ToUpper]\n", func(path string) bool { return path == "stringz" }); got != "" {
		t.Errorf("left to the analyzer, but %s", got)
	}
	other := filepath.Join(root, "other.yml")
	writeFile(t, other, "tests: 1\n")
	if err := analyzer.CheckPolicy(cfg, other, nil); err == nil {
		t.Error("the file that was named is not read")
	}
}

func TestNewWithPolicy(t *testing.T) {
	t.Parallel()
	if _, err := analyzer.NewWithPolicy(map[string]any{"rules": map[string]any{"webhook": "off", "erasure": "note"}}); err != nil {
		t.Error(err)
	}
	if _, err := analyzer.NewWithPolicy(nil); err != nil {
		t.Error(err)
	}
	a, err := analyzer.NewWithPolicy(map[string]any{"rule": 1})
	if err == nil || !strings.Contains(err.Error(), `unknown field "rule"`) || a != nil {
		t.Errorf("%v, %v", a, err)
	}
}
