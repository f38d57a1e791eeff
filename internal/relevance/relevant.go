package relevance

import "strings"

// runtime is the prefix of ciolint's own runtime, which findings point to.
const module = "github.com/ciolint/ciolint/"

// isRuntime: the runtime is what findings point to. The packages that it
// shares with the linter belong to it.
func isRuntime(path string) bool {
	room, _ := strings.CutPrefix(path, module)
	switch room {
	case "internal/fold", "internal/keyname", "internal/keyclass":
		return true
	}
	return strings.HasPrefix(path, module+"runtime/")
}

// Relevant reports whether the analyzer does anything in a package: it has
// findings and facts of no other. A driver that leaves the others out, and all
// their dependencies, gets the same findings.
//
// A package is relevant if it belongs to a main module, whose packages may
// build payloads for one another, or if an SDK is among what it imports, at
// any depth, which reachesSDK is asked for when it matters. The SDKs
// themselves are known from their model. The module's path and version are
// those of go list: a main module has no version; the standard library, and
// code outside of all modules, have not even a path.
func Relevant(path, module, version string, reachesSDK func() bool) bool {
	switch {
	case IsSDK(path) || isRuntime(path):
		return false
	case module == "":
		return !IsStandard(path) || reachesSDK()
	}
	return version == "" && module != "std" && module != "cmd" || reachesSDK()
}
