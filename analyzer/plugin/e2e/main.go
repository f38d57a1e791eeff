// Command e2e is golangci-lint with ciolint in it, as `golangci-lint custom`
// makes one from .custom-gcl.yml, for the tests beside it. It is a module of
// its own, because golangci-lint requires some hundred others.
package main

import (
	"fmt"
	"os"
	"runtime"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/ciolint/ciolint/analyzer/plugin"
)

func main() {
	// Of a development version golangci-lint takes the binary itself as part
	// of the key of its cache.
	info := commands.BuildInfo{GoVersion: runtime.Version(), Version: "(devel)", Commit: "?"}
	if err := commands.Execute(info); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(exitcodes.Failure)
	}
}
