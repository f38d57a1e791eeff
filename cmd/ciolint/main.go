// Ciolint finds personal data and credentials on their way to Customer.io.
//
//	ciolint [-C dir] [flags] [packages]
//
// It reads the packages it is asked about, and those whose behaviour matters
// to them, from source, everything else from the go command's build cache. It
// is a vet tool, too:
//
//	go vet -vettool=$(which ciolint) packages
//
// "ciolint help" lists flags and commands.
//
// # Exit codes
//
//	0  nothing found
//	1  could not run: a flag, a pattern or a file is wrong, or code does not compile
//	3  findings, whatever the format
//
// A run that is interrupted exits with 130. With -fix and -diff the exit code
// is 0 unless something fails. Under go vet, the go command exits with 1 if
// there are findings.
package main

import (
	"os"
	"runtime/debug"
)

func main() {
	// A short run that keeps little alive: a collector that works less saves
	// it a tenth of its time, and costs it memory that it has to spare.
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(150)
	}
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}
