package load

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/ciolint/ciolint/internal/relevance"
)

// node is a package in the graph of imports.
type node struct {
	*listed
	path    string           // import path without the variant
	imports map[string]*node // by the path in the source

	reachesSDK bool
	source     bool // read from source
	relevant   bool // ... because its facts or findings matter
	asked      bool // its findings are reported
	needed     bool // asked for, or imported by what is
	imported   bool // ... the latter

	pkg *packages.Package // of a needed source package
}

// graph is every package of the build; a package comes after its imports.
type graph struct {
	nodes []*node
	paths map[string]bool // without variants
}

// newGraph links what go list printed. Imports that are missing or would
// close a cycle are left out; go list has reported them as errors.
func newGraph(pkgs []*listed) *graph {
	byID := make(map[string]*node, len(pkgs))
	for _, p := range pkgs {
		path, _, _ := strings.Cut(p.ImportPath, " [")
		byID[p.ImportPath] = &node{listed: p, path: path, imports: map[string]*node{}}
	}
	g := &graph{paths: map[string]bool{}}
	const open, closed = 1, 2
	state := map[*node]int{}
	var visit func(n *node)
	visit = func(n *node) {
		state[n] = open
		for path, id := range n.importIDs() {
			if imp := byID[id]; imp != nil && state[imp] != open {
				if state[imp] == 0 {
					visit(imp)
				}
				n.imports[path] = imp
			}
		}
		state[n] = closed
		g.nodes = append(g.nodes, n)
		g.paths[n.path] = true
	}
	for _, p := range pkgs {
		if n := byID[p.ImportPath]; state[n] == 0 {
			visit(n)
		}
	}
	return g
}

// importIDs maps the paths in the source to the packages they mean here:
// vendored ones, or variants made for a test.
func (p *listed) importIDs() map[string]string {
	ids := make(map[string]string, len(p.Imports))
	renamed := make(map[string]bool, len(p.ImportMap))
	for path, id := range p.ImportMap {
		ids[path] = id
		renamed[id] = true
	}
	for _, id := range p.Imports {
		if id != "C" && !renamed[id] {
			ids[id] = id
		}
	}
	return ids
}

// isTestMain reports whether p is the program that go test writes.
func (p *listed) isTestMain() bool {
	return strings.HasSuffix(p.ImportPath, ".test") && slices.Contains(p.Imports, "testing/internal/testdeps")
}

// choose decides what is asked for, what is read from source, and what of it
// is needed at all.
func (g *graph) choose(only func(dir string) bool) {
	g.ask(only)
	for _, n := range g.nodes {
		for _, imp := range n.imports {
			n.reachesSDK = n.reachesSDK || imp.reachesSDK || relevance.MayBeSDK(imp.path)
		}
		n.relevant = n.isRelevant()
		n.source = n.relevant || n.asked || n.Export == "" && n.path != "unsafe"
		for _, imp := range n.imports {
			n.source = n.source || imp.source
		}
	}
	for _, n := range slices.Backward(g.nodes) {
		n.needed = n.needed || n.asked
		if n.needed && n.source {
			for _, imp := range n.imports {
				imp.needed, imp.imported = true, true
			}
		}
	}
}

func (n *node) isRelevant() bool {
	var path, version string
	if n.Module != nil {
		path, version = n.Module.Path, n.Module.Version
	}
	return relevance.Relevant(n.path, path, version, func() bool { return n.reachesSDK })
}

// ask marks the packages that the patterns name. Of a package and its variant
// with the test files, which has all of it, the variant is judged.
func (g *graph) ask(only func(dir string) bool) {
	withTests := map[string]bool{}
	for _, n := range g.nodes {
		if !n.DepOnly && n.path == n.ForTest {
			withTests[n.path] = true
		}
	}
	for _, n := range g.nodes {
		n.asked = !n.DepOnly && !n.isTestMain() && (n.ForTest != "" || !withTests[n.path])
	}
	if only != nil {
		g.narrow(only)
	}
}

// narrow keeps of what is asked for the packages in certain directories and
// those that import them, at any depth.
func (g *graph) narrow(only func(dir string) bool) {
	touched := map[*node]bool{}
	for _, n := range g.nodes {
		touched[n] = !n.DepOnly && only(n.Dir)
		for _, imp := range n.imports {
			touched[n] = touched[n] || touched[imp]
		}
		n.asked = n.asked && touched[n]
	}
}
