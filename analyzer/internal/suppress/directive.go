package suppress

import (
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/ciolint/ciolint/internal/catalog"
)

// A directive is one comment //ciolint:ignore RULE[,RULE] REASON.
type directive struct {
	comment *ast.Comment
	line    int             // that it speaks of
	rules   []string        // that it names; empty if it has no effect
	used    map[string]bool // by rule
	wrong   []string        // what is wrong with it
}

const (
	prefix = "//ciolint:"
	usage  = "//ciolint:ignore RULE REASON"
)

// nearMiss matches what was meant to be a directive: with white space, in a
// block comment, in another case.
var nearMiss = regexp.MustCompile(`^/[/*]\s*(?i:ciolint)\s*:\s*(?i:(ignor|suppress|disable|nolint|sanitiz)\w*)`)

// parse returns the directive that c is, nil if it is an ordinary comment or
// another directive of ciolint's.
func parse(c *ast.Comment) *directive {
	d := &directive{comment: c, used: map[string]bool{}}
	rest, exact := strings.CutPrefix(c.Text, prefix)
	verb, rest := cutSpace(rest)
	switch {
	case exact && verb == "ignore":
		d.arguments(rest)
	case exact && verb == "sanitizer":
		return nil
	case nearMiss.MatchString(c.Text):
		d.fail("%q is no directive and has no effect; write %s", firstWords(c.Text), meant(c.Text))
	case exact:
		d.fail("unknown directive %q; there are %s and %ssanitizer", prefix+verb, usage, prefix)
	default:
		return nil
	}
	return d
}

// meant is the directive that a near miss wants to be.
func meant(text string) string {
	if m := nearMiss.FindStringSubmatch(text); strings.EqualFold(m[1], "sanitiz") {
		return prefix + "sanitizer"
	}
	return usage
}

// firstWords are the words of a comment up to the one that names the verb.
func firstWords(text string) string { return nearMiss.FindString(text) }

func cutSpace(s string) (first, rest string) {
	i := strings.IndexFunc(s, unicode.IsSpace)
	if i < 0 {
		return s, ""
	}
	return s[:i], strings.TrimSpace(s[i:])
}

// arguments reads rules and reason.
func (d *directive) arguments(rest string) {
	list, reason := cutSpace(rest)
	for strings.HasSuffix(list, ",") && reason != "" { // "neversend, identifier"
		var next string
		next, reason = cutSpace(reason)
		list += next
	}
	if list == "" {
		d.fail("this directive lacks a rule and a reason and has no effect; write %s", usage)
		return
	}
	if !strings.ContainsFunc(reason, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
		d.fail("this directive lacks a reason and has no effect; write %signore %s REASON", prefix, list)
		return
	}
	for name := range strings.SplitSeq(list, ",") {
		switch r, ok := catalog.Find(name); {
		case !ok:
			d.fail("unknown rule %q; the rules are %s", name, strings.Join(suppressible(), ", "))
		case r.Final:
			d.fail("findings of the rule %s cannot be suppressed; mend the directive that they are about", name)
		case !slices.Contains(d.rules, name):
			d.rules = append(d.rules, name)
		}
	}
}

// suppressible are the names of the rules that a directive may name.
func suppressible() []string {
	var names []string
	for _, r := range catalog.All() {
		if !r.Final {
			names = append(names, r.Name)
		}
	}
	return names
}

func (d *directive) fail(format string, args ...any) {
	d.wrong = append(d.wrong, fmt.Sprintf(format, args...))
}

// directivesOf returns the directives of a file. One that follows code speaks
// of its own line; one that stands alone of the line after its comments.
func directivesOf(fset *token.FileSet, f *ast.File) []*directive {
	var out []*directive
	var code map[int]token.Pos
	for _, group := range f.Comments {
		for _, c := range group.List {
			d := parse(c)
			if d == nil {
				continue
			}
			if code == nil {
				code = codeLines(fset, f)
			}
			d.line = lineOf(fset, c.Pos())
			if first, ok := code[d.line]; !ok || first > c.Pos() {
				d.line = lineOf(fset, group.End()) + 1
			}
			out = append(out, d)
		}
	}
	return out
}

// codeLines returns where the code of each line begins.
func codeLines(fset *token.FileSet, f *ast.File) map[int]token.Pos {
	first := map[int]token.Pos{}
	note := func(pos token.Pos) {
		line := lineOf(fset, pos)
		if at, ok := first[line]; pos.IsValid() && (!ok || pos < at) {
			first[line] = pos
		}
	}
	ast.Inspect(f, func(n ast.Node) bool {
		switch n.(type) {
		case nil, *ast.File, *ast.Comment, *ast.CommentGroup:
			return n != nil && !isComment(n)
		}
		note(n.Pos())
		note(n.End() - 1)
		return true
	})
	return first
}

func isComment(n ast.Node) bool {
	_, ok := n.(*ast.CommentGroup)
	return ok
}

// lineOf is the line in the file at hand, whatever a //line comment says.
func lineOf(fset *token.FileSet, pos token.Pos) int { return fset.PositionFor(pos, false).Line }
