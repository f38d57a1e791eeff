package analyzer

import (
	"go/ast"
	"go/types"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// embedded returns the files that go:embed puts into the variables of the
// package: they are in the binary, as what stands in source is.
func embedded(pass *analysis.Pass) func(*types.Var) []flow.EmbeddedFile {
	found := map[*types.Var][]flow.EmbeddedFile{}
	for _, f := range pass.Files {
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok {
				continue
			}
			for _, spec := range g.Specs {
				s, ok := spec.(*ast.ValueSpec)
				if !ok || len(s.Names) != 1 {
					continue
				}
				v, ok := pass.TypesInfo.Defs[s.Names[0]].(*types.Var)
				if patterns := append(patternsIn(g.Doc), patternsIn(s.Doc)...); ok && len(patterns) > 0 {
					found[v] = filesOf(filepath.Dir(pass.Fset.Position(f.FileStart).Filename), patterns)
				}
			}
		}
	}
	return func(v *types.Var) []flow.EmbeddedFile { return found[v] }
}

// patternsIn returns the patterns of the go:embed directives of a comment.
func patternsIn(doc *ast.CommentGroup) []string {
	if doc == nil {
		return nil
	}
	var out []string
	for _, c := range doc.List {
		if rest, ok := strings.CutPrefix(c.Text, "//go:embed "); ok {
			for _, p := range strings.Fields(rest) {
				out = append(out, strings.TrimPrefix(strings.Trim(p, "\"`"), "all:"))
			}
		}
	}
	return out
}

// filesOf reads the files that match the patterns, those of folders included,
// as long as they are short together.
func filesOf(dir string, patterns []string) []flow.EmbeddedFile {
	var out []flow.EmbeddedFile
	root, left := os.DirFS(dir), int64(limit.Embedded.Max)
	read := func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		f := flow.EmbeddedFile{Name: name}
		if info, err := d.Info(); err == nil && info.Size() <= left {
			left -= info.Size()
			f.Text, _ = fs.ReadFile(root, name) // Pass.ReadFile reads only what the driver lists; unread is unknown
		}
		out = append(out, f)
		return nil
	}
	for _, p := range patterns {
		names, _ := fs.Glob(root, path.Clean(p)) // of a bad pattern, the compiler says so
		for _, name := range names {
			_ = fs.WalkDir(root, name, read) // what cannot be read is unknown
		}
	}
	return out
}
