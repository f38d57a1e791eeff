// Stock is ciolint's analyzer in the stock driver.
package main

import (
	"golang.org/x/tools/go/analysis/singlechecker"

	"github.com/ciolint/ciolint/analyzer"
)

func main() { singlechecker.Main(analyzer.New()) }
