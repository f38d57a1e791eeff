package load

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

const sdk = "github.com/customerio/go-customerio/v3"

// build is what go list might say of a service: its main package, with tests,
// uses a dependency that reaches the SDK and one that does not.
func build() []*listed {
	main := &packages.Module{Path: "example.com/shop", Main: true}
	mod := func(path string) *packages.Module { return &packages.Module{Path: path, Version: "v1.0.0"} }
	return []*listed{
		{ImportPath: "fmt", Export: "fmt.a", DepOnly: true},
		{ImportPath: sdk, Export: "sdk.a", DepOnly: true, Module: mod("github.com/customerio/go-customerio/v3"), Imports: []string{"fmt"}},
		{ImportPath: "example.com/crm", Export: "crm.a", DepOnly: true, Module: mod("example.com/crm"), Imports: []string{sdk}},
		{ImportPath: "example.com/over", Export: "over.a", DepOnly: true, Module: mod("example.com/over"), Imports: []string{"example.com/crm"}},
		{ImportPath: "example.com/log", Export: "log.a", DepOnly: true, Module: mod("example.com/log"), Imports: []string{"fmt"}},
		{ImportPath: "example.com/shop/user", Export: "user.a", Dir: "/shop/user", DepOnly: true, Module: main, Imports: []string{"fmt"}},
		{ImportPath: "example.com/shop/alone", Export: "alone.a", Dir: "/shop/alone", DepOnly: true, Module: main},
		{ImportPath: "example.com/shop", Export: "shop.a", Dir: "/shop", Module: main, Imports: []string{"example.com/over", "example.com/log", "example.com/shop/user"}},
		{ImportPath: "example.com/shop [example.com/shop.test]", ForTest: "example.com/shop", Dir: "/shop", Module: main, Imports: []string{"example.com/over", "example.com/log", "example.com/shop/user"}},
		{ImportPath: "example.com/shop_test [example.com/shop.test]", ForTest: "example.com/shop", Dir: "/shop", Module: main,
			Imports: []string{"example.com/shop [example.com/shop.test]"}, ImportMap: map[string]string{"example.com/shop": "example.com/shop [example.com/shop.test]"}},
		{ImportPath: "example.com/shop.test", Dir: "/shop", Module: main, Imports: []string{"testing/internal/testdeps", "example.com/shop [example.com/shop.test]"}},
	}
}

// which returns the names of the nodes for which a question is true.
func which(g *graph, is func(*node) bool) []string {
	var out []string
	for _, n := range g.nodes {
		if is(n) {
			out = append(out, n.ImportPath)
		}
	}
	slices.Sort(out)
	return out
}

func TestChoose(t *testing.T) {
	t.Parallel()
	g := newGraph(build())
	g.choose(nil)
	shop := []string{"example.com/shop [example.com/shop.test]", "example.com/shop_test [example.com/shop.test]"}
	for name, c := range map[string]struct {
		is   func(*node) bool
		want []string
	}{
		// The variant with the tests has all of the package, and the program
		// that go test writes is nobody's.
		"asked": {func(n *node) bool { return n.asked }, shop},
		"relevant": {func(n *node) bool { return n.relevant }, []string{
			"example.com/crm", "example.com/over", "example.com/shop", "example.com/shop [example.com/shop.test]", "example.com/shop.test",
			"example.com/shop/alone", "example.com/shop/user", "example.com/shop_test [example.com/shop.test]",
		}},
		"read from export data": {func(n *node) bool { return n.needed && !n.source }, []string{"example.com/log", "fmt", sdk}},
		"not needed":            {func(n *node) bool { return !n.needed }, []string{"example.com/shop", "example.com/shop.test", "example.com/shop/alone"}},
		"facts are wanted": {func(n *node) bool { return n.source && n.imported }, []string{
			"example.com/crm", "example.com/over", "example.com/shop [example.com/shop.test]", "example.com/shop/user",
		}},
	} {
		if got := which(g, c.is); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestChooseWithoutExport: what does not compile has no export data and is
// read from source, and so is what imports it: a type is one type.
func TestChooseWithoutExport(t *testing.T) {
	t.Parallel()
	pkgs := build()
	for _, p := range pkgs {
		if p.ImportPath == "fmt" {
			p.Export = ""
		}
	}
	g := newGraph(pkgs)
	g.choose(nil)
	if got := which(g, func(n *node) bool { return n.needed && !n.source }); len(got) > 0 {
		t.Errorf("%q come from export data although fmt, which they import, does not", got)
	}
}

// TestNarrow: what a commit touches is asked for, and what imports that.
func TestNarrow(t *testing.T) {
	t.Parallel()
	for dir, want := range map[string][]string{
		"/shop":       {"example.com/shop [example.com/shop.test]", "example.com/shop_test [example.com/shop.test]"},
		"/shop/user":  {"example.com/shop [example.com/shop.test]", "example.com/shop/user", "example.com/shop_test [example.com/shop.test]"},
		"/shop/alone": {"example.com/shop/alone"},
		"/elsewhere":  nil,
	} {
		pkgs := build()
		for _, p := range pkgs {
			p.DepOnly = p.DepOnly && !strings.HasPrefix(p.Dir, "/shop")
		}
		g := newGraph(pkgs)
		g.choose(func(d string) bool { return d == dir })
		if got := which(g, func(n *node) bool { return n.asked }); !slices.Equal(got, want) {
			t.Errorf("%s is touched: %q, want %q", dir, got, want)
		}
	}
}

// TestGraph: a package comes after its imports, in whatever order go list
// prints them, and what is missing or goes in a circle is left out.
func TestGraph(t *testing.T) {
	t.Parallel()
	pkgs := build()
	slices.Reverse(pkgs)
	pkgs = append(pkgs,
		&listed{ImportPath: "a", Imports: []string{"b", "C", "missing"}},
		&listed{ImportPath: "b", Imports: []string{"a"}},
		&listed{ImportPath: "v", Imports: []string{"v/vendor/example.com/x"}, ImportMap: map[string]string{"example.com/x": "v/vendor/example.com/x"}},
		&listed{ImportPath: "v/vendor/example.com/x"},
	)
	g := newGraph(pkgs)
	if len(g.nodes) != len(pkgs) {
		t.Fatalf("%d nodes of %d packages", len(g.nodes), len(pkgs))
	}
	seen := map[*node]bool{}
	imports := map[string]string{}
	for _, n := range g.nodes {
		for path, imp := range n.imports {
			if !seen[imp] {
				t.Errorf("%s comes before its import %s", n.ImportPath, imp.ImportPath)
			}
			imports[n.ImportPath+" imports "+path] = imp.ImportPath
		}
		seen[n] = true
	}
	for what, want := range map[string]string{
		"example.com/shop_test [example.com/shop.test] imports example.com/shop": "example.com/shop [example.com/shop.test]",
		"v imports example.com/x":          "v/vendor/example.com/x",
		"v imports v/vendor/example.com/x": "",
		"a imports missing":                "",
		"a imports C":                      "",
	} {
		if imports[what] != want {
			t.Errorf("%s: %q, want %q", what, imports[what], want)
		}
	}
	if (imports["a imports b"] == "") == (imports["b imports a"] == "") {
		t.Error("of a circle, one import is left out and the other is there")
	}
	if !g.paths["example.com/shop"] || g.paths["example.com/shop [example.com/shop.test]"] {
		t.Errorf("paths have no variant: %q", slices.Sorted(maps.Keys(g.paths)))
	}
}

func TestAllMatch(t *testing.T) {
	t.Parallel()
	pkgs := []*listed{
		{ImportPath: "example.com/a", Name: "a", Match: []string{"./a", "./..."}},
		{ImportPath: "example.com/b", Match: []string{"./b", "./..."}, Error: &struct{ Pos, Err string }{Err: "no Go files in /b"}},
		{ImportPath: "example.com/c", Name: "c", Match: []string{"./c"}, Error: &struct{ Pos, Err string }{Err: "c is broken"}},
	}
	for _, c := range []struct{ pattern, complaint, want string }{
		{"./a", "", ""},
		{"./...", "", ""},
		{"./c", "", ""}, // a package with an error is one
		{"./b", "", "./b: no Go files in /b"},
		{"./d", "", "no packages match ./d"},
		{"./d", "go: cannot find main module", "no packages match ./d\ngo: cannot find main module"},
	} {
		got := ""
		if err := allMatch([]string{c.pattern}, pkgs, c.complaint); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.pattern, got, c.want)
		}
	}
}

func TestErrorText(t *testing.T) {
	t.Parallel()
	if got := fmt.Sprint(Error{Pos: "a.go:1:2", Msg: "m"}, " ", Error{Msg: "m"}); got != "a.go:1:2: m m" {
		t.Errorf("errors are %q", got)
	}
}
