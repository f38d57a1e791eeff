package analyzer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
)

// TestFailuresShowLineAndBelief: a fixture whose wants are wrong is told so,
// with the line and what the engine believes there.
func TestFailuresShowLineAndBelief(t *testing.T) {
	t.Parallel()
	workers := analysed(t, analyzerFor(t, "never"), "flow/workers")[0]
	maps := analysed(t, analyzerFor(t, "probe"), "probe/maps")[0]
	const iban = "want `never-send key \"iban\" reaches \\(\\*customerio.CustomerIO\\).Identify`"
	for _, test := range []struct {
		name     string
		act      *checker.Action
		old, new string // what a comment says, and what it says instead
		want     []string
	}{
		{"finding without a want", workers, iban, "", []string{
			"testdata/src/flow/workers/workers.go:28:", `jobs <- job{"u1", map[string]any{"iban": v}}`,
			`not wanted: never-send key "iban" reaches`, "believed at line 20: Identify is called", "with raw {iban: param v} of type map[string]any",
		}},
		{"want without a finding", workers, "iban", "pin", []string{
			"testdata/src/flow/workers/workers.go:28:", `wanted, and not there: never-send key "pin" reaches`, `not wanted: never-send key "iban"`,
		}},
		{"content of a probe", maps, "content:`raw {plan: \"pro\"}`", "content:`raw {plan}`", []string{
			"testdata/src/probe/maps/maps.go:33:", "not wanted: raw {plan: \"pro\"}", "wanted, and not there: raw {plan}",
		}},
		{"places of a probe", maps, "places:`map n`", "places:`map`", []string{"not wanted: map n", "wanted, and not there: map"}},
		{"want that cannot be read", workers, iban, "want never", []string{"bad want: never is followed by no colon"}},
		{"want of nothing", workers, iban, "want +1", []string{"bad want: it expects nothing"}},
	} {
		got := strings.Join(problemsWith(t, test.act, test.old, test.new), "\n")
		for _, part := range test.want {
			if !strings.Contains(got, part) {
				t.Errorf("%s: no %q in\n%s", test.name, part, got)
			}
		}
	}
}

// problemsWith returns the problems of a package once one comment of it is
// changed.
func problemsWith(t *testing.T, act *checker.Action, old, new string) []string {
	t.Helper()
	for _, f := range act.Package.Syntax {
		for _, group := range f.Comments {
			for _, c := range group.List {
				if was := c.Text; strings.Contains(was, old) {
					c.Text = strings.Replace(was, old, new, 1)
					defer func() { c.Text = was }()
					return compare(act)
				}
			}
		}
	}
	t.Fatalf("no comment of %s says %q", act.Package.PkgPath, old)
	return nil
}

// TestFixtureNeedsAMode: what no mode covers is an error, with the file's name.
func TestFixtureNeedsAMode(t *testing.T) {
	t.Parallel()
	src := t.TempDir()
	for name, text := range map[string]string{
		"good/good.go": "// Mode: never.\n\npackage good\n",
		"none/none.go": "package none\n",
		"odd/odd.go":   "// Mode: sometimes.\n\npackage odd\n",
		"two/one.go":   "// Mode: never.\n\npackage two\n",
		"two/two.go":   "// Mode: always.\n\npackage two\n",
		"a.b/stub.go":  "package stub\n",
	} {
		name = filepath.Join(src, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	c, err := corpusIn(src)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"good": "", "none": "no mode covers the fixture none", "odd": `its mode is "sometimes"`, "two": "several modes"}
	for _, f := range c.fixtures {
		got := f.problem()
		if (got == "") != (want[f.path] == "") || !strings.Contains(got, want[f.path]) {
			t.Errorf("%s: %q, want %q", f.path, got, want[f.path])
		}
	}
	if len(c.fixtures) != len(want) || len(c.stubs) != 1 {
		t.Errorf("%d fixtures and %d stubs", len(c.fixtures), len(c.stubs))
	}
}
