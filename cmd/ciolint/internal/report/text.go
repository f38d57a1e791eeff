package report

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/finding"
)

// text writes one line for each finding, as editors and compilers do:
//
//	dir/file.go:12:3: message (rule)
//	dir/file.go:10:8: 	a step of the path
//
// and in a terminal what else helps to understand it:
//
//	dir/file.go:12:3: message (rule)
//	   12 │ 	"ssn": u.SSN,
//	      │ 	^~~~~
//	      1. dir/file.go:10:8: a step of the path
//	      fix: Wrap the payload (-fix does it)
//
// A severity other than error stands before the message: "warning: ".
func (w *writer) text(fs []Finding) error {
	fs = fresh(fs)
	rich := w.Terminal || w.Color
	for _, f := range fs {
		w.headline(f)
		if rich {
			w.excerpt(f)
			w.steps(f)
			continue
		}
		for _, s := range f.Path {
			fmt.Fprintf(&w.out, "%s: \t%s\n", w.posn(s.Pos.Filename, s.Pos.Line, s.Pos.Column), printable(s.Message))
		}
	}
	if rich && len(fs) > 0 {
		w.count(fs)
	}
	return nil
}

func (w *writer) headline(f Finding) {
	level := ""
	if f.Level() != finding.Error {
		level = f.Level() + ": "
	}
	fmt.Fprintf(&w.out, "%s: %s%s (%s)\n", w.paint(bold, w.posn(f.Pos.Filename, f.Pos.Line, f.Pos.Column)),
		w.paint(levelColor(f), level), printable(f.Message), w.paint(levelColor(f), f.Rule))
}

// posn is a place in the form of token.Position.
func (w *writer) posn(file string, line, column int) string {
	s := w.shownFile(file)
	if s == "" {
		s = "-"
	}
	if line > 0 {
		s += ":" + strconv.Itoa(line)
		if column > 0 {
			s += ":" + strconv.Itoa(column)
		}
	}
	return s
}

// steps writes the path and what can be done, indented below the finding.
func (w *writer) steps(f Finding) {
	for i, s := range f.Path {
		fmt.Fprintf(&w.out, "%s%d. %s: %s\n", indent, i+1, w.posn(s.Pos.Filename, s.Pos.Line, s.Pos.Column), printable(s.Message))
	}
	if len(f.Fixes) > 0 {
		fmt.Fprintf(&w.out, "%s%s %s (-fix does it, -diff shows it)\n", indent, w.paint(green, "fix:"), printable(f.Fixes[0].Message))
	}
	w.out.WriteByte('\n')
}

// count ends the report: how many findings there are of each rule, and what to
// do next.
func (w *writer) count(fs []Finding) {
	byRule, fixes := map[string]int{}, 0
	for _, f := range fs {
		byRule[f.Rule]++
		if len(f.Fixes) > 0 {
			fixes++
		}
	}
	var parts []string
	for _, r := range slices.Sorted(maps.Keys(byRule)) {
		parts = append(parts, fmt.Sprintf("%d %s", byRule[r], r))
	}
	fmt.Fprintf(&w.out, "%s: %s\n", w.paint(bold, plural(len(fs), "finding")), strings.Join(parts, ", "))
	if fixes > 0 {
		fmt.Fprintf(&w.out, "ciolint -fix changes what %d of them %s about\n", fixes, verb(fixes, "is", "are"))
	}
	for _, r := range w.Rules {
		if byRule[r.Name] > 0 {
			fmt.Fprintf(&w.out, "ciolint explain %s says why, and what to do\n", r.Name)
			break
		}
	}
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

func verb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// printable replaces what a terminal would obey or hide: control characters,
// line breaks, marks that change the direction of text, and invalid UTF-8.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		if r == '\t' || unicode.IsSpace(r) && !unicode.IsControl(r) && r != '\u2028' && r != '\u2029' {
			return ' '
		}
		return unicode.ReplacementChar
	}, s)
}

// The colours, as the parameters of the escape sequence that selects them.
const (
	bold   = "1"
	red    = "1;31"
	green  = "32"
	yellow = "1;33"
	cyan   = "1;36"
	faint  = "2"
)

func (w *writer) paint(color, s string) string {
	if !w.Color || s == "" {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[0m"
}

func levelColor(f Finding) string {
	switch f.Level() {
	case finding.Warning:
		return yellow
	case finding.Note:
		return cyan
	}
	return red
}
