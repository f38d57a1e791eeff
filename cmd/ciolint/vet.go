package main

import (
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/singlechecker"

	"github.com/ciolint/ciolint/analyzer"
)

// isVet reports whether the go command is calling: it asks who the tool is
// (-V=full) and which flags it has (-flags), and then, for one package after
// another, passes a description of the package, a file *.cfg.
func isVet(args []string) bool {
	if len(args) == 0 {
		return false
	}
	return args[0] == "-V=full" || slices.Contains(args, "-flags") || strings.HasSuffix(args[len(args)-1], ".cfg")
}

// vet answers the go command and exits.
func vet(args []string) {
	stock(args)
}

// stock runs the stock driver of go/analysis and exits.
func stock(args []string) {
	os.Args = append(os.Args[:1:1], args...)
	singlechecker.Main(analyzer.Analyzer)
}
