package fix

import (
	"go/ast"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ast/astutil"
)

// code is the package as its source stands: text, lines and comments.
type code struct {
	pass    *analysis.Pass
	sources map[string][]byte // of files, by name
	tests   []*ast.File       // see testFiles
}

// file returns the file at pos; nil if there is none to be edited there.
func (x *code) file(pos token.Pos) *ast.File {
	for _, f := range x.pass.Files {
		if f.FileStart <= pos && pos < f.FileEnd {
			if ast.IsGenerated(f) || x.text(f) == nil {
				return nil
			}
			return f
		}
	}
	return nil
}

// text returns the source of a file; nil if it cannot be read, or is not the
// one that was parsed.
func (x *code) text(f *ast.File) []byte {
	tf := x.pass.Fset.File(f.FileStart)
	if text, ok := x.sources[tf.Name()]; ok {
		return text
	}
	var text []byte
	if x.pass.ReadFile != nil {
		text, _ = x.pass.ReadFile(tf.Name())
	}
	if len(text) != tf.Size() {
		text = nil
	}
	x.sources[tf.Name()] = text
	return text
}

// source returns the text from pos to end, both in f.
func (x *code) source(f *ast.File, pos, end token.Pos) string {
	tf := x.pass.Fset.File(f.FileStart)
	return string(x.text(f)[tf.Offset(pos):tf.Offset(end)])
}

// line returns the number of the line that pos is on.
func (x *code) line(pos token.Pos) int {
	return x.pass.Fset.PositionFor(pos, false).Line
}

// afterComment is the end of the comment that follows pos on its line, or pos.
func (x *code) afterComment(f *ast.File, pos token.Pos) token.Pos {
	for _, g := range f.Comments {
		if g.Pos() >= pos && x.line(g.Pos()) == x.line(pos) {
			return g.List[0].End()
		}
	}
	return pos
}

// withoutLines removes the lines from pos to end, which must have nothing
// else on them, and a blank line that would be one too many.
func (x *code) withoutLines(f *ast.File, pos, end token.Pos) (analysis.TextEdit, bool) {
	text, base := string(x.text(f)), int(f.FileStart)
	from, to := int(pos)-base, int(end)-base
	from = strings.LastIndexByte(text[:from], '\n') + 1
	if i := strings.IndexByte(text[to:], '\n'); i >= 0 {
		to += i + 1
	} else {
		to = len(text)
	}
	if strings.TrimSpace(text[from:int(pos)-base]) != "" || strings.TrimSpace(text[int(end)-base:to]) != "" {
		return analysis.TextEdit{}, false
	}
	before := strings.HasSuffix(text[:from], "\n\n") || strings.HasSuffix(text[:from], "(\n") || strings.HasSuffix(text[:from], "{\n")
	if before && strings.HasPrefix(text[to:], "\n") {
		to++
	} else if rest := strings.TrimLeft(text[to:], "\t"); strings.HasSuffix(text[:from], "\n\n") && (strings.HasPrefix(rest, "}") || strings.HasPrefix(rest, ")")) {
		from--
	}
	return replace(token.Pos(from+base), token.Pos(to+base), ""), true
}

// indent returns the white space before stmt, and whether nothing else stands
// before it on its line.
func (x *code) indent(f *ast.File, stmt ast.Stmt) (string, bool) {
	before := x.source(f, f.FileStart, stmt.Pos())
	before = before[strings.LastIndexByte(before, '\n')+1:]
	return before, strings.TrimSpace(before) == ""
}

// around returns n and the nodes that it is in, innermost first.
func around(f *ast.File, n ast.Node) []ast.Node {
	path, _ := astutil.PathEnclosingInterval(f, n.Pos(), n.End())
	for i, p := range path {
		if p == n {
			return path[i:]
		}
	}
	return nil
}

// commentIn returns the first comment that overlaps the text from pos to end,
// or nil.
func commentIn(f *ast.File, pos, end token.Pos) *ast.Comment {
	for _, g := range f.Comments {
		for _, c := range g.List {
			if c.Pos() < end && pos < c.End() {
				return c
			}
		}
	}
	return nil
}
