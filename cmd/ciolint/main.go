// Ciolint finds personal data and credentials on their way to Customer.io.
//
//	ciolint [-C dir] [flags] packages
//
// It is the stock driver of go/analysis around package analyzer, so it also
// runs as a vet tool:
//
//	go vet -vettool=$(which ciolint) packages
//
// The flag -C, which must come first, changes the directory before anything
// else happens, as in the go command. The driver brings -json, -fix and -diff,
// the analyzer -tests and -require-sanitizer; -help lists them all.
//
// # Exit codes
//
//	0  nothing found; also with -json or -fix, whatever was found
//	1  the packages could not be loaded or do not compile
//	2  the command line is wrong
//	3  findings
package main

import (
	"log"
	"os"

	"golang.org/x/tools/go/analysis/singlechecker"

	"github.com/ciolint/ciolint/analyzer"
)

func main() {
	args, err := chdir(os.Args[1:])
	if err != nil {
		log.SetFlags(0)
		log.Fatalf("ciolint: %v", err)
	}
	os.Args = append(os.Args[:1:1], diffFixes(args)...)
	singlechecker.Main(analyzer.Analyzer)
}
