package analyzer

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

// relevant is the gate in front of everything that costs: a package is
// analysed if it belongs to the main module, whose packages may build
// payloads for one another, or if it can reach an SDK through its imports.
// The SDKs themselves are known from their model.
func relevant(pass *analysis.Pass) bool {
	path := pass.Pkg.Path()
	if customerio.IsSDK(path) || isRuntime(path) {
		return false
	}
	if m := pass.Module; m != nil && m.Path != "" {
		return m.Version == "" && m.Path != "std" && m.Path != "cmd" || reachesSDK(pass.Pkg)
	}
	return !flow.IsStandard(path) || reachesSDK(pass.Pkg)
}

// isRuntime: the runtime is what findings point to.
func isRuntime(path string) bool {
	return strings.HasPrefix(path, "github.com/ciolint/ciolint/runtime/")
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
			if customerio.IsSDK(imp.Path()) || reaches(imp) {
				return true
			}
		}
		return false
	}
	return reaches(p)
}
