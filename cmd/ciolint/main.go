// Ciolint finds personal data and credentials on their way to Customer.io.
package main

import (
	"golang.org/x/tools/go/analysis/singlechecker"

	"github.com/ciolint/ciolint/analyzer"
)

func main() { singlechecker.Main(analyzer.Analyzer) }
