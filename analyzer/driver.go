package analyzer

import (
	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// SDK reports whether an import path is one of the SDKs that the analyzer
// knows, in any major version, vendored or not. It is for drivers, see
// [Relevant].
func SDK(path string) bool { return customerio.IsSDK(path) }

// Relevant reports whether the analyzer does anything in a package: it has
// findings and facts of no other. A driver that leaves the others out, and all
// their dependencies, gets the same findings.
//
// A package is relevant if it belongs to a main module, whose packages may
// build payloads for one another, or if an SDK is among what it imports, at
// any depth, which reachesSDK is asked for when it matters. The SDKs
// themselves are known from their model. The module's path and version are
// those of go list: a main module has no version, the standard library, and
// code outside of all modules, not even a path.
//
// In a package whose findings nobody asked for, a driver may leave Report of
// the analysis.Pass nil, and in one that no other imports, ExportObjectFact:
// then the analyzer does not look for what nobody hears.
func Relevant(path, module, version string, reachesSDK func() bool) bool {
	switch {
	case SDK(path) || isRuntime(path):
		return false
	case module == "":
		return !ssautil.IsStandard(path) || reachesSDK()
	}
	return version == "" && module != "std" && module != "cmd" || reachesSDK()
}
