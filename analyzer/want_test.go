package analyzer

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/scanner"
	"unicode"

	"golang.org/x/tools/go/analysis/checker"
)

// A want is what a comment of a fixture expects on a line.
type want struct {
	line
	name string // of the declaration that a fact is about, content or places of a probe, "" of a finding
	text string // a regular expression; of a probe the whole text
}

// A line is a line of a file.
type line struct {
	file string
	n    int
}

// An observation is what the analyzer says of a line.
type observation struct {
	line
	name, text string
	related    []line // of a finding: the way from source to sink
}

func (w want) matches(o observation) bool {
	if w.line != o.line || w.name != o.name {
		return false
	}
	if isProbe(w.name) {
		return w.text == o.text
	}
	return regexp.MustCompile(w.text).MatchString(o.text)
}

// compare returns what one package wants and does not get, and what it gets
// and does not want.
func compare(act *checker.Action) []string {
	wants, err := wantsOf(act.Package.Fset, act.Package.Syntax)
	if err != nil {
		return []string{err.Error()}
	}
	var problems []string
	got := observationsOf(act)
	believed := beliefs{act: act}
	for _, o := range got {
		if i := slices.IndexFunc(wants, func(w want) bool { return w.matches(o) }); i >= 0 {
			wants = slices.Delete(wants, i, i+1)
			continue
		}
		if o.name != "" && !isProbe(o.name) {
			continue // a fact that nobody asked for
		}
		problems = append(problems, fmt.Sprintf("%s\n\tnot wanted: %s%s", o.show(), o.text, believed.about(append(o.related, o.line)...)))
	}
	for _, w := range wants {
		problems = append(problems, fmt.Sprintf("%s\n\twanted, and not there: %s%s", w.show(), w.text, believed.about(w.line)))
	}
	return problems
}

// show prints the line as file:line and its text.
func (l line) show() string {
	text, err := os.ReadFile(l.file)
	if err != nil {
		return err.Error()
	}
	lines := strings.Split(string(text), "\n")
	if l.n < 1 || len(lines) < l.n {
		return fmt.Sprintf("%s:%d", relative(l.file), l.n)
	}
	return fmt.Sprintf("%s:%d:\n\t%s", relative(l.file), l.n, strings.TrimSpace(lines[l.n-1]))
}

func lineAt(fset *token.FileSet, pos token.Pos) line {
	p := fset.Position(pos)
	return line{p.Filename, p.Line}
}

// observationsOf returns the findings of a package, and the facts of what it
// declares.
func observationsOf(act *checker.Action) []observation {
	fset := act.Package.Fset
	var out []observation
	for _, d := range act.Diagnostics {
		o := observation{line: lineAt(fset, d.Pos), text: d.Message}
		if isProbe(d.Category) {
			o.name = d.Category
		}
		for _, r := range d.Related {
			o.related = append(o.related, lineAt(fset, r.Pos))
		}
		out = append(out, o)
	}
	for _, f := range act.AllObjectFacts() {
		if f.Object.Pkg() == act.Package.Types {
			out = append(out, observation{line: lineAt(fset, f.Object.Pos()), name: f.Object.Name(), text: fmt.Sprint(f.Fact)})
		}
	}
	slices.SortStableFunc(out, func(a, b observation) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.n, b.n))
	})
	return out
}

// wantsOf returns the wants of files. A comment within a comment counts, too:
// a directive has no other place for it.
func wantsOf(fset *token.FileSet, files []*ast.File) ([]want, error) {
	var out []want
	for _, f := range files {
		for _, group := range f.Comments {
			for _, c := range group.List {
				text := strings.TrimSuffix(strings.TrimLeft(c.Text, "/* "), "*/")
				if i := strings.Index(text, "// want"); i >= 0 {
					text = text[i+len("// "):]
				}
				rest, ok := strings.CutPrefix(text, "want")
				if !ok || unicode.IsLetter([]rune(rest + " ")[0]) {
					continue // a sentence that begins with wanted
				}
				at := lineAt(fset, c.Pos())
				wants, err := parseWants(at, rest)
				if err != nil {
					return nil, fmt.Errorf("%s\n\tbad want: %w", at.show(), err)
				}
				out = append(out, wants...)
			}
		}
	}
	return out, nil
}

// parseWants reads [ "+" NUMBER ] { [ NAME ":" ] STRING }.
func parseWants(at line, text string) ([]want, error) {
	var bad error
	s := new(scanner.Scanner).Init(strings.NewReader(text))
	s.Error = func(_ *scanner.Scanner, msg string) { bad = fmt.Errorf("%s", msg) }
	s.Mode = scanner.ScanIdents | scanner.ScanStrings | scanner.ScanRawStrings | scanner.ScanInts
	var out []want
	name := ""
	for tok := s.Scan(); tok != scanner.EOF && bad == nil; tok = s.Scan() {
		switch {
		case tok == '+' && len(out) == 0 && s.Scan() == scanner.Int:
			n, _ := strconv.Atoi(s.TokenText())
			at.n += n
		case tok == scanner.Ident && name == "":
			if name = s.TokenText(); s.Scan() != ':' {
				return nil, fmt.Errorf("%s is followed by no colon", name)
			}
		case tok == scanner.String || tok == scanner.RawString:
			pattern, err := strconv.Unquote(s.TokenText())
			if err == nil && !isProbe(name) {
				_, err = regexp.Compile(pattern)
			}
			if err != nil {
				return nil, err
			}
			out = append(out, want{at, name, pattern})
			name = ""
		default:
			return nil, fmt.Errorf("%s is neither a string nor a name", s.TokenText())
		}
	}
	if bad == nil && (name != "" || len(out) == 0) {
		bad = fmt.Errorf("it expects nothing")
	}
	return out, bad
}
