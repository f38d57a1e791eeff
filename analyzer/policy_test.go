package analyzer_test

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/ciolint/ciolint/analyzer"
	"github.com/ciolint/ciolint/internal/result"
)

// TestSeverity: the result tells a driver how to show the findings of a rule.
func TestSeverity(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "policy.yml")
	writeFile(t, file, "rules: {neversend: note, identifier: warning, webhook: off}\n")
	root := gopath(t)
	writeFile(t, filepath.Join(root, "src", "p", "p.go"), exampleProgram("p", "client.Identify(u.ID, map[string]any{\"ssn\": u.SSN})"))
	a := analyzer.New()
	if err := a.Flags.Set("config", file); err != nil {
		t.Fatal(err)
	}
	results := analysistest.Run(findingsExpected{t}, root, a, "p", "strings")
	if len(results) < 2 {
		t.Fatalf("%d results", len(results))
	}
	for _, r := range results {
		if path := r.Pass.Pkg.Path(); path != "p" && path != "strings" {
			continue // variants of strings with its tests
		}
		res, ok := r.Result.(*result.Package)
		if !ok {
			t.Fatalf("%s: %T", r.Pass.Pkg.Path(), r.Result)
		}
		want := map[string]string{"neversend": "note", "identifier": "warning", "unsanitized": "error"}
		if r.Pass.Pkg.Path() != "p" { // irrelevant: no policy is read
			want = map[string]string{"neversend": "error"}
		}
		for rule, severity := range want {
			if got := string(res.Policy.Severity(rule)); got != severity {
				t.Errorf("%s: severity of %s is %s, want %s", r.Pass.Pkg.Path(), rule, got, severity)
			}
		}
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
