package report

import (
	"bytes"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// TestJSONIsThatOfTools compares the report with what x/tools prints of the
// same diagnostics.
func TestJSONIsThatOfTools(t *testing.T) {
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"go.mod": "module example.com/m\n\ngo 1.26\n",
		"a.go":   "package m\n\nvar x = \"<&>\"\n\nvar y = 1\n",
		"b/b.go": "package b\n\nvar z = 1\n",
		"c/c.go": "package c\n",
	} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("GOFLAGS", "-mod=mod")
	t.Setenv("GOWORK", "off")
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Dir: dir}, "./...")
	if err != nil || packages.PrintErrors(pkgs) > 0 {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{everyVariable}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var want, got bytes.Buffer
	if err := graph.PrintJSON(&want); err != nil {
		t.Fatal(err)
	}
	var fs []Finding
	for _, act := range graph.Roots {
		for _, d := range act.Diagnostics {
			fs = append(fs, fromDiagnostic(act.Package, d))
		}
	}
	if err := Write(&got, "json", fs, Options{Dir: dir}); err != nil {
		t.Fatal(err)
	}
	if len(fs) != 3 || got.String() != want.String() {
		t.Errorf("%d findings\n--- got\n%s--- x/tools\n%s", len(fs), &got, &want)
	}
}

// everyVariable reports each package-level variable, in all detail.
var everyVariable = &analysis.Analyzer{
	Name: "ciolint",
	Doc:  "reports variables",
	Run: func(pass *analysis.Pass) (any, error) {
		scope := pass.Pkg.Scope()
		for _, name := range scope.Names() {
			pos := scope.Lookup(name).Pos()
			d := analysis.Diagnostic{Pos: pos, Category: "rule", Message: "variable <" + name + ">"}
			if name != "z" { // the least that a diagnostic can have
				d.End = pos + 1
				d.Related = []analysis.RelatedInformation{{Pos: pos, Message: "here"}}
				d.SuggestedFixes = []analysis.SuggestedFix{{Message: "Rename", TextEdits: []analysis.TextEdit{{Pos: pos, End: pos + 1, NewText: []byte("v")}}}}
			}
			pass.Report(d)
		}
		return nil, nil
	},
}

func fromDiagnostic(pkg *packages.Package, d analysis.Diagnostic) Finding {
	at := func(p token.Pos) token.Position { return pkg.Fset.Position(p) }
	f := Finding{Rule: d.Category, Message: d.Message, Package: pkg.ID, Pos: at(d.Pos), End: at(d.End)}
	for _, r := range d.Related {
		f.Path = append(f.Path, Step{Pos: at(r.Pos), Message: r.Message})
	}
	for _, fix := range d.SuggestedFixes {
		var edits []Edit
		for _, e := range fix.TextEdits {
			edits = append(edits, edit(at(e.Pos).Filename, at(e.Pos).Offset, at(e.End).Offset, string(e.NewText)))
		}
		f.Fixes = append(f.Fixes, Fix{Message: fix.Message, Edits: edits})
	}
	return f
}

// TestFormatsAreNamed has the names as literals: users write them into
// workflows, so that to rename one must break a test.
func TestFormatsAreNamed(t *testing.T) {
	want := map[string]bool{"text": true, "json": true, "sarif": true, "github": true}
	if got := Formats(); got[0] != "text" || len(got) != len(want) || !maps.Equal(set(got), want) {
		t.Errorf("formats are %q, want %q, text first", got, slices.Sorted(maps.Keys(want)))
	}
}

func set(names []string) map[string]bool {
	m := map[string]bool{}
	for _, n := range names {
		m[n] = true
	}
	return m
}
