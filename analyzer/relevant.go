package analyzer

import (
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/internal/relevance"
)

// relevant is the gate in front of everything that costs.
func relevant(pass *analysis.Pass) bool {
	var path, version string
	if m := pass.Module; m != nil {
		path, version = m.Path, m.Version
	}
	return relevance.Relevant(pass.Pkg.Path(), path, version, func() bool { return reachesSDK(pass.Pkg) })
}

// reachesSDK reports whether an SDK is among what p imports, at any depth.
func reachesSDK(p *types.Package) bool {
	seen := map[*types.Package]bool{}
	var reaches func(p *types.Package) bool
	reaches = func(p *types.Package) bool {
		if seen[p] {
			return false
		}
		seen[p] = true
		for _, imp := range p.Imports() {
			if relevance.MayBeSDK(imp.Path()) || reaches(imp) {
				return true
			}
		}
		return false
	}
	return reaches(p)
}
