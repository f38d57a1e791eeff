package plugin

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/golangci/plugin-module-register/register"
	"golang.org/x/tools/go/analysis"
)

func TestRegistered(t *testing.T) {
	t.Parallel()
	if _, err := register.GetPlugin("ciolint"); err != nil {
		t.Error(err)
	}
}

func TestNew(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		settings any
		want     string // part of the error
	}{
		{nil, ""},
		{map[string]any{}, ""},
		{map[string]any{"tests": true, "keys": map[string]any{"allow": []any{"phone"}}}, ""},
		{map[any]any{"tests": true}, ""},
		{map[string]any{"test": true}, `unknown field "test"; the fields are keys, sanitizers,`},
		{map[any]any{1: true}, `unknown field "1"`},
		{map[string]any{"rules": map[string]any{"webhook": "loud"}}, "rules.webhook: want on, off, error, warning or note"},
		{[]any{"a"}, "want a mapping with the fields of .ciolint.yml"},
	} {
		p, err := New(test.settings)
		if test.want == "" {
			if err != nil || p.GetLoadMode() != register.LoadModeTypesInfo {
				t.Errorf("%v: %v", test.settings, err)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v: %v, want %s", test.settings, err, test.want)
		}
	}
}

// TestNamesFollowPolicy: what golangci-lint keeps by the names of analyzers
// is not taken for the result of another policy.
func TestNamesFollowPolicy(t *testing.T) {
	dir := t.TempDir()
	t.Chdir(dir)
	names := func(settings any) string {
		t.Helper()
		p, err := New(settings)
		if err != nil {
			t.Fatal(err)
		}
		as, err := p.BuildAnalyzers()
		if err != nil {
			t.Fatal(err)
		}
		if err := analysis.Validate(as); err != nil {
			t.Error(err)
		}
		if as[0].Name != "ciolint" || len(as[0].FactTypes) != 0 || len(as[1].FactTypes) == 0 {
			t.Error("the first analyzer is to report, the second to work")
		}
		return as[1].Name
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module example.com/app\n")
	none, settings := names(nil), names(map[string]any{"tests": true})
	write(".ciolint.yml", "tests: true\n")
	one := names(nil)
	write(".ciolint.yml", "tests: fals\n")
	if other := names(nil); none == one || one == other || one != strings.TrimSpace(one) {
		t.Errorf("names %s, %s, %s", none, one, other)
	}
	if names(map[string]any{"tests": true}) != settings {
		t.Error("with settings no file matters")
	}
}
