package load

import (
	"fmt"
	"go/token"
	"go/types"
	"io"
	"os"
	"sync"

	"golang.org/x/tools/go/gcexportdata"
)

// exports reads packages from export data. None of them imports a package
// that is read from source, so one table serves all.
type exports struct {
	fset *token.FileSet

	mu     sync.Mutex // reading one package may complete parts of others
	byPath map[string]*types.Package
}

func newExports(fset *token.FileSet) *exports {
	return &exports{fset: fset, byPath: map[string]*types.Package{}}
}

func (e *exports) read(n *node) (*types.Package, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if p := e.byPath[n.path]; p != nil && p.Complete() {
		return p, nil
	}
	f, err := os.Open(n.Export)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r, err := ExportData(f)
	if err != nil {
		return nil, fmt.Errorf("export data of %s: %v", n.path, err)
	}
	p, err := gcexportdata.Read(r, e.fset, e.byPath, n.path)
	if err != nil {
		return nil, fmt.Errorf("export data of %s: %v", n.path, err)
	}
	return p, nil
}

// ExportData finds the export data in what the go command has for a package:
// gcexportdata.Read takes what it returns.
func ExportData(r io.Reader) (io.Reader, error) {
	//lint:ignore SA1019 Read alone takes what the go command gives from Go 1.28 on; before, it gives the compiler's archives
	return gcexportdata.NewReader(r)
}
