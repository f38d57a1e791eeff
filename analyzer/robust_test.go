package analyzer

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/ciolint/ciolint/analyzer/internal/rules"
	"github.com/ciolint/ciolint/internal/policy"
)

// analyse runs everything on one package as if it were relevant, and returns
// the findings. A panic is the test's.
func analyse(fset *token.FileSet, files []*ast.File, pkg *types.Package, info *types.Info) []analysis.Diagnostic {
	pass := &analysis.Pass{
		Analyzer: Analyzer, Fset: fset, Files: files, Pkg: pkg, TypesInfo: info,
		ImportObjectFact: func(types.Object, analysis.Fact) bool { return false },
		ExportObjectFact: func(types.Object, analysis.Fact) {},
		AllObjectFacts:   func() []analysis.ObjectFact { return nil },

		ImportPackageFact: func(*types.Package, analysis.Fact) bool { return false },
		ExportPackageFact: func(analysis.Fact) {},
		AllPackageFacts:   func() []analysis.PackageFact { return nil },
	}
	pol := policy.Default()
	w := newWorld(pass, pol)
	c := rules.NewCheck(pass, pol, w.build())
	found := c.Run()
	w.export(c)
	return found
}

// TestForeignCode runs the engine over packages that have nothing to do with
// Customer.io: it must neither panic nor hang nor find anything. With
// CIOLINT_FOREIGN="std golang.org/x/tools/..." it runs over those.
func TestForeignCode(t *testing.T) {
	t.Parallel()
	patterns := os.Getenv("CIOLINT_FOREIGN")
	if patterns == "" {
		patterns = "strings encoding/json container/... sort text/template maps slices iter sync"
	}
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax}, strings.Fields(patterns)...)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pkgs {
		if len(p.Errors) > 0 {
			t.Logf("%s is left out: %v", p.PkgPath, p.Errors[0])
			continue
		}
		if fs := analyse(p.Fset, p.Syntax, p.Types, p.TypesInfo); len(fs) > 0 {
			t.Errorf("%s: %d findings in code that sends nothing", p.PkgPath, len(fs))
		}
	}
	t.Logf("%d packages", len(pkgs))
}

// TestTypeParameters runs the engine over the Go project's own programs for
// generics, where the distribution has them.
func TestTypeParameters(t *testing.T) {
	t.Parallel()
	root, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(root)), "test", "typeparam", "*.go"))
	if err != nil || len(files) == 0 {
		t.Skip("this Go distribution has no test/typeparam")
	}
	imp := importer.ForCompiler(token.NewFileSet(), "source", nil)
	n := 0
	for _, name := range files {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			continue // it is there to be refused
		}
		info := newInfo()
		pkg, err := (&types.Config{Importer: imp, Error: func(error) {}}).Check(f.Name.Name, fset, []*ast.File{f}, info)
		if err != nil {
			continue
		}
		n++
		if found := analyse(fset, []*ast.File{f}, pkg, info); len(found) > 0 {
			t.Errorf("%s: %d findings", filepath.Base(name), len(found))
		}
	}
	t.Logf("%d programs", n)
}

func newInfo() *types.Info {
	return &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}, Scopes: map[ast.Node]*types.Scope{},
		Instances: map[*ast.Ident]types.Instance{}, FileVersions: map[*ast.File]string{},
	}
}

// sdk stands for the SDK in generated programs.
const sdk = `package customerio
type CustomerIO struct{}
func (c *CustomerIO) Identify(id string, attributes map[string]any) error { return nil }
`

// check type-checks src, which may import the SDK, and analyses it. It returns
// how many findings there are, and how many of them name a never-send key: what
// asks for the sanitizer alone is also said of what is not known.
func check(tb testing.TB, src string) (findings, leaks int) {
	tb.Helper()
	fset := token.NewFileSet()
	load := func(path, text string, imp types.Importer) ([]*ast.File, *types.Package, *types.Info) {
		f, err := parser.ParseFile(fset, path+".go", text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			tb.Fatal(err)
		}
		in := newInfo()
		pkg, err := (&types.Config{Importer: imp}).Check(path, fset, []*ast.File{f}, in)
		if err != nil {
			tb.Fatal(err)
		}
		return []*ast.File{f}, pkg, in
	}
	const path = "github.com/customerio/go-customerio/v3"
	_, client, _ := load(path, sdk, nil)
	imp := mapImporter{path: client}
	files, pkg, in := load("example.com/big", "package big\n\nimport customerio \""+path+"\"\n\n"+src, imp)
	found := analyse(fset, files, pkg, in)
	for _, f := range found {
		if f.Category == "neversend" {
			leaks++
		}
	}
	return len(found), leaks
}

// mapImporter serves the SDK, and the standard library from its export data.
type mapImporter map[string]*types.Package

func (m mapImporter) Import(path string) (*types.Package, error) {
	if p := m[path]; p != nil {
		return p, nil
	}
	return standard.Import(path)
}

// standard serves the standard library, and reads each package once.
var standard = &lockedImporter{imp: importer.Default()}

type lockedImporter struct {
	mu  sync.Mutex
	imp types.Importer
}

func (l *lockedImporter) Import(path string) (*types.Package, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.imp.Import(path)
}

// shapes are programs that grow with n; each leaks one number.
var shapes = map[string]func(n int) string{
	"literal": func(n int) string { // a map literal of n keys
		var b strings.Builder
		b.WriteString("func f(c *customerio.CustomerIO, v string) {\n\tc.Identify(\"u\", map[string]any{\n")
		for i := range n {
			fmt.Fprintf(&b, "\t\t\"k%d\": v,\n", i)
		}
		b.WriteString("\t\t\"ssn\": v,\n\t})\n}\n")
		return b.String()
	},
	"straight": func(n int) string { // n updates in a row
		var b strings.Builder
		b.WriteString("func f(c *customerio.CustomerIO, v string) {\n\tm := map[string]any{\"ssn\": v}\n")
		for i := range n {
			fmt.Fprintf(&b, "\tm[\"k%d\"] = v\n", i)
		}
		b.WriteString("\tc.Identify(\"u\", m)\n}\n")
		return b.String()
	},
	"branches": func(n int) string { // n branches with an update each
		var b strings.Builder
		b.WriteString("func f(c *customerio.CustomerIO, v string, on [" + fmt.Sprint(n) + "]bool) {\n\tm := map[string]any{\"ssn\": v}\n")
		for i := range n {
			fmt.Fprintf(&b, "\tif on[%d] {\n\t\tm[\"k%d\"] = v\n\t}\n", i, i)
		}
		b.WriteString("\tc.Identify(\"u\", m)\n}\n")
		return b.String()
	},
	"chain": func(n int) string { // n functions that call the next
		var b strings.Builder
		b.WriteString("func f0(m map[string]any, v string) { m[\"ssn\"] = v }\n")
		for i := 1; i <= n; i++ {
			fmt.Fprintf(&b, "func f%d(m map[string]any, v string) { m[\"k%d\"] = v; f%d(m, v) }\n", i, i, i-1)
		}
		fmt.Fprintf(&b, "func f(c *customerio.CustomerIO, v string) {\n\tm := map[string]any{\"ssn\": v}\n\tf%d(m, v)\n\tc.Identify(\"u\", m)\n}\n", n)
		return b.String()
	},
	"cycle": func(n int) string { // n functions that call one another in a ring
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "func f%d(m map[string]any, v string) { if v == \"\" { return }; m[\"k%d\"] = v; f%d(m, v[1:]) }\n", i, i, (i+1)%n)
		}
		b.WriteString("func f(c *customerio.CustomerIO, v string) {\n\tm := map[string]any{\"ssn\": v}\n\tf0(m, v)\n\tc.Identify(\"u\", m)\n}\n")
		return b.String()
	},
	"recursive": func(n int) string { // n functions that call two of the others, and copy
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "func f%d(m map[string]any, n int) map[string]any {\n\tif n == 0 {\n\t\treturn m\n\t}\n\tm[\"k%d\"] = n\n\ta := f%d(m, n-1)\n\tb := f%d(a, n-1)\n\tfor k, v := range a {\n\t\tb[k] = v\n\t}\n\treturn b\n}\n", i, i, (i*7+1)%n, (i*13+5)%n)
		}
		b.WriteString("func f(c *customerio.CustomerIO, v string) {\n\tc.Identify(\"u\", f0(map[string]any{\"ssn\": v}, 3))\n}\n")
		return b.String()
	},
	"nested": func(n int) string { // a literal n levels deep
		var b strings.Builder
		b.WriteString("func f(c *customerio.CustomerIO, v string) {\n\tc.Identify(\"u\", map[string]any{\"ssn\": v, \"a\": ")
		b.WriteString(strings.Repeat("map[string]any{\"a\": ", n) + "v" + strings.Repeat("}", n))
		b.WriteString("})\n}\n")
		return b.String()
	},
	"swapped": func(n int) string { // two maps that change places in n branches of a loop
		var b strings.Builder
		b.WriteString("func f(c *customerio.CustomerIO, v string, on []bool) {\n\tm, x := map[string]any{\"ssn\": v}, map[string]any{}\n\tfor range on {\n")
		for i := range n {
			fmt.Fprintf(&b, "\t\tif on[%d] {\n\t\t\tm, x = x, m\n\t\t\tm[\"k%d\"] = v\n\t\t}\n", i, i)
		}
		b.WriteString("\t\tc.Identify(\"u\", m)\n\t}\n}\n")
		return b.String()
	},
	"copied": func(n int) string { // n maps, each with all of the one before
		var b strings.Builder
		b.WriteString("func f(c *customerio.CustomerIO, v string) {\n\tm0 := map[string]any{\"ssn\": v}\n")
		for i := range n {
			fmt.Fprintf(&b, "\tm%d := map[string]any{\"k%d\": v}\n\tfor k, x := range m%d {\n\t\tm%d[k] = x\n\t}\n", i+1, i, i, i+1)
		}
		fmt.Fprintf(&b, "\tc.Identify(\"u\", m%d)\n}\n", n)
		return b.String()
	},
	"passed": func(n int) string { // n functions that pass the payload to two of the others, and send it
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "func f%d(c *customerio.CustomerIO, m map[string]any) {\n\tif len(m) > 9 {\n\t\tc.Identify(\"u\", m)\n\t\treturn\n\t}\n\tm[\"k%d\"] = 1\n\tf%d(c, m)\n\tf%d(c, m)\n}\n", i, i, (i*7+1)%n, (i*13+5)%n)
		}
		b.WriteString("func f(c *customerio.CustomerIO, v string) { f0(c, map[string]any{\"ssn\": v}) }\n")
		return b.String()
	},
	"sinks": func(n int) string { // n calls of the SDK
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, "func f%d(c *customerio.CustomerIO, v string) { c.Identify(\"u\", map[string]any{\"k\": v, \"ssn\": v}) }\n", i)
		}
		return b.String()
	},
}

// growth is the size from which each shape is made to grow.
var growth = map[string]int{"literal": 250, "straight": 250, "branches": 100, "chain": 20, "cycle": 40, "recursive": 10, "nested": 25, "swapped": 25, "copied": 50, "passed": 10, "sinks": 50}

// TestLargeCode: the leak in absurd programs is found, and if they are even
// larger there is a finding whatever bound is hit on the way.
func TestLargeCode(t *testing.T) {
	t.Parallel()
	for name, n := range map[string]int{"literal": 2000, "straight": 10000, "branches": 1000, "chain": 300, "cycle": 60, "recursive": 40, "nested": 200, "swapped": 200, "copied": 50, "passed": 60, "sinks": 300} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, leaks := check(t, shapes[name](growth[name])); leaks == 0 {
				t.Error("the leak was not found")
			}
			if findings, _ := check(t, shapes[name](n)); findings == 0 {
				t.Error("nothing was found in the larger program")
			}
		})
	}
}

// TestStarvedCode: one payload that nobody can follow does not hide the leaks
// behind it.
func TestStarvedCode(t *testing.T) {
	t.Parallel()
	src := shapes["recursive"](60) + "func z(c *customerio.CustomerIO, v string) {\n\tc.Identify(\"u\", map[string]any{\"cvv\": v})\n}\n"
	if findings, leaks := check(t, src); findings < 2 || leaks == 0 {
		t.Errorf("%d findings, %d leaks; want one of each sink, and the plain leak among them", findings, leaks)
	}
}

// BenchmarkGrowth shows how the time grows with the size of the code.
func BenchmarkGrowth(b *testing.B) {
	for _, name := range slices.Sorted(maps.Keys(growth)) {
		for _, times := range []int{1, 2, 4, 8} {
			src := shapes[name](growth[name] * times)
			b.Run(fmt.Sprintf("%s/%dx", name, times), func(b *testing.B) {
				for b.Loop() {
					check(b, src)
				}
			})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(more)) {
		for _, times := range []int{1, 2, 4, 8} {
			src := more[name].src(more[name].base * times)
			b.Run(fmt.Sprintf("%s/%dx", name, times), func(b *testing.B) {
				for b.Loop() {
					check(b, src)
				}
			})
		}
	}
}
