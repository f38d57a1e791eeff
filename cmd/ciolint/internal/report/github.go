package report

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/finding"
)

// github writes workflow commands, which GitHub shows as annotations of the
// changed lines:
//
//	::error file=app.go,line=12,col=3,endLine=12,endColumn=9,title=neversend (ciolint)::message
//
// The path follows the message, a line for each step. As GitHub wants it, a
// finding over several lines has no columns.
func (w *writer) github(fs []Finding) error {
	command := map[string]string{finding.Error: "error", finding.Warning: "warning", finding.Note: "notice"}
	for _, f := range fresh(fs) {
		var props []string
		if f.Pos.Filename != "" {
			props = append(props, "file="+property(w.fromRoot(f.Pos.Filename)))
		}
		end := f.Extent()
		if f.Pos.Line > 0 {
			props = append(props, fmt.Sprintf("line=%d", f.Pos.Line))
			if end.Line == f.Pos.Line && f.Pos.Column > 0 {
				props = append(props, fmt.Sprintf("col=%d", w.utf16(f.Pos)))
			}
			props = append(props, fmt.Sprintf("endLine=%d", end.Line))
			if end.Line == f.Pos.Line && end.Column > 0 {
				props = append(props, fmt.Sprintf("endColumn=%d", w.utf16(end)))
			}
		}
		props = append(props, "title="+property(f.Rule+" (ciolint)"))
		text := f.Message
		for _, s := range f.Path {
			text += fmt.Sprintf("\n%s:%d: %s", w.fromRoot(s.Pos.Filename), s.Pos.Line, s.Message)
		}
		fmt.Fprintf(&w.out, "::%s %s::%s\n", command[f.Level()], strings.Join(props, ","), escapeData(text))
	}
	return nil
}

func (w *writer) fromRoot(name string) string {
	rel, _ := relative(w.Root, name)
	return filepath.ToSlash(rel)
}

// escapeData escapes the message of a workflow command, property the value of
// one of its properties, in the way of GitHub's own toolkit
// (github.com/actions/toolkit, packages/core/src/command.ts).
func escapeData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func property(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}
