package fix

import (
	"go/ast"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// TestImport puts an import where gofmt leaves it. The mark is where the
// package is used.
func TestImport(t *testing.T) {
	t.Parallel()
	const use = "\nfunc f(s string) bool { return «s» == \"\" }\n"
	run(t, []example{
		{"the first", "package p // of all\n" + use, "package p // of all\n\nimport \"os\"\n" + used("os")},
		{"into a group, in order", "package p\n\nimport (\n\t\"fmt\"\n\t\"strings\"\n)\n\nvar _, _ = fmt.Sprint, strings.ToLower\n" + use,
			"package p\n\nimport (\n\t\"fmt\"\n\t\"os\"\n\t\"strings\"\n)\n\nvar _, _ = fmt.Sprint, strings.ToLower\n" + used("os")},
		{"at the end of a group", "package p\n\nimport (\n\t\"fmt\" // to print\n)\n\nvar _ = fmt.Sprint\n" + use,
			"package p\n\nimport (\n\t\"fmt\" // to print\n\t\"os\"\n)\n\nvar _ = fmt.Sprint\n" + used("os")},
		{"before the group of another kind", "package p\n\nimport (\n\t\"github.com/ciolint/ciolint/runtime/sanitize\"\n)\n\nvar _ = sanitize.Attributes\n" + use,
			"package p\n\nimport (\n\t\"os\"\n\n\t\"github.com/ciolint/ciolint/runtime/sanitize\"\n)\n\nvar _ = sanitize.Attributes\n" + used("os")},
		{"there already, under a name of its own", "package p\n\nimport system \"os\"\n\nvar _ = system.Args\n" + use,
			"package p\n\nimport system \"os\"\n\nvar _ = system.Args\n" + used("system")},
		{"there already, but shadowed", "package p\n\nimport \"os\"\n\nvar _ = os.Args\n\nfunc g(os string) bool { return «os» == \"\" }\n",
			"package p\n\nimport \"os\"\nimport cioos \"os\"\n\nvar _ = os.Args\n\nfunc g(os string) bool { return cioos.Getenv(os) == \"\" }\n"},
		{"the name is the package's own", "package p\n\nvar os = 1\n" + use, "package p\n\nimport cioos \"os\"\n\nvar os = 1\n" + used("cioos")},
	}, func(p *program) ([]analysis.TextEdit, bool) {
		name, edits, ok := p.fixer().Import(p.pos, "os")
		text := p.src[p.pos-p.file.FileStart : p.end-p.file.FileStart]
		return append(edits, replace(p.pos, p.end, name+".Getenv("+text+")")), ok
	})
}

func used(name string) string {
	return "\nfunc f(s string) bool { return " + name + ".Getenv(s) == \"\" }\n"
}

// TestImportMindsTests: a test file is compiled with the package even if the
// driver does not show it.
func TestImportMindsTests(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "p_test.go"), []byte("package p\n\nvar os = 1\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	p := read(t, "package p\n\nvar s = «1»\n", dir)
	if name, _, ok := p.fixer().Import(p.pos, "os"); !ok || name != "cioos" {
		t.Errorf("the name is %q, %v; a test of the package takes os", name, ok)
	}
}

// TestUnimport: what only the marked code uses goes.
func TestUnimport(t *testing.T) {
	t.Parallel()
	run(t, []example{
		{"the only one", "package p\n\nimport \"os\"\n\nvar s = «os.Getenv(\"X\")»\n", "package p\n\nvar s = \"\"\n"},
		{"one of a group", "package p\n\nimport (\n\t\"fmt\"\n\t\"os\"\n)\n\nvar s, _ = «os.Getenv(\"X\")», fmt.Sprint\n",
			"package p\n\nimport (\n\t\"fmt\"\n)\n\nvar s, _ = \"\", fmt.Sprint\n"},
		{"not what is used elsewhere", "package p\n\nimport \"os\"\n\nvar s, _ = «os.Getenv(\"X\")», os.Args\n", "package p\n\nimport \"os\"\n\nvar s, _ = \"\", os.Args\n"},
		{"not with a comment", "package p\n\nimport \"os\" // for the key\n\nvar s = «os.Getenv(\"X\")»\n", ""},
	}, func(p *program) ([]analysis.TextEdit, bool) {
		edits, ok := p.fixer().Unimport(p.pos, p.end)
		return append(edits, replace(p.pos, p.end, `""`)), ok
	})
}

func TestSortedAndDisjoint(t *testing.T) {
	t.Parallel()
	edits := Sorted([]analysis.TextEdit{replace(9, 12, "c"), insert(3, "a"), replace(3, 9, "b"), insert(3, "a")})
	if len(edits) != 3 || string(edits[0].NewText)+string(edits[1].NewText)+string(edits[2].NewText) != "abc" {
		t.Errorf("sorted, each once: %v", edits)
	}
	if !Disjoint(edits) {
		t.Error("edits that touch do not overlap")
	}
	if Disjoint(Sorted(append(edits, replace(8, 10, "d")))) {
		t.Error("edits that overlap are disjoint")
	}
}

// valueOf returns the value of a constant of the program.
func valueOf(p *program, name string) ast.Expr {
	p.t.Helper()
	for _, d := range p.file.Decls {
		if g, ok := d.(*ast.GenDecl); ok {
			for _, s := range g.Specs {
				if v, ok := s.(*ast.ValueSpec); ok && v.Names[0].Name == name {
					return v.Values[0]
				}
			}
		}
	}
	p.t.Fatalf("no constant %s", name)
	return nil
}
