package ssautil

import (
	"github.com/ciolint/ciolint/analyzer/internal/content"
	"golang.org/x/tools/go/ssa"
)

// A Place is an object, known by the value that makes it or brings it in, and
// the path to a part of it. Pointers are transparent: a variable that holds a
// map and the map itself have the same place.
type Place struct {
	Root ssa.Value
	Path content.Path
}
