package layers

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

const module = "github.com/ciolint/ciolint"

// A source is one Go file of the repository, nested modules included.
type source struct {
	room string // its folder, from the root of the repository, with slashes
	name string
	fset *token.FileSet
	file *ast.File
}

func (s *source) isTest() bool { return strings.HasSuffix(s.name, "_test.go") }

// at is a position as an editor reads it.
func (s *source) at(n ast.Node) string {
	return path.Join(s.room, s.name) + ":" + strconv.Itoa(s.fset.Position(n.Pos()).Line)
}

// read parses every Go file once for all tests. What the go command ignores
// is none of the house: testdata, and folders that begin with a dot or an
// underscore.
var read = sync.OnceValues(func() ([]*source, error) {
	var all []*source
	root := filepath.Join("..", "..")
	fset := token.NewFileSet()
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != root && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") || strings.HasPrefix(d.Name(), "_")):
			return filepath.SkipDir
		case d.IsDir() || filepath.Ext(name) != ".go":
			return nil
		}
		file, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(name))
		if err != nil {
			return err
		}
		all = append(all, &source{room: filepath.ToSlash(rel), name: filepath.Base(name), fset: fset, file: file})
		return nil
	})
	return all, err
})

func sources(t *testing.T) []*source {
	t.Helper()
	all, err := read()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// isIn reports whether a room is meant by one of the patterns: a room itself,
// or with /... at its end a room and all below it.
func isIn(room string, patterns ...string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		base, all := strings.CutSuffix(p, "/...")
		return room == base || all && strings.HasPrefix(room, base+"/")
	})
}
