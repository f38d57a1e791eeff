package suppress

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
)

// left runs Apply over a file in which the identifiers neversend, unsanitized
// and so on are findings of these rules. It returns what is left as
// "line rule", and for findings about directives as "line message".
func left(t *testing.T, name, src string, change func(*Options)) []string {
	t.Helper()
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, src, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var found []analysis.Diagnostic
	ast.Inspect(f, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && slices.Contains([]string{"neversend", "unsanitized", "identifier"}, id.Name) {
			found = append(found, analysis.Diagnostic{Category: id.Name, Pos: id.Pos()})
		}
		return true
	})
	o := Options{Applies: func(string) bool { return true }, Tests: true, Partial: func() bool { return false }}
	if change != nil {
		change(&o)
	}
	var out []string
	for _, d := range Apply(&analysis.Pass{Fset: fset, Files: []*ast.File{f}}, found, o) {
		text := d.Category
		if d.Category == rule.Name {
			text = d.Message
		}
		out = append(out, fmt.Sprintf("%d %s", fset.Position(d.Pos).Line, text))
	}
	return out
}

func TestApply(t *testing.T) {
	t.Parallel()
	const (
		usage = "write //ciolint:ignore RULE REASON"
		rules = "the rules are neversend, unsanitized, credential, identifier, erasure, webhook"
	)
	for _, c := range []struct {
		name, body string // the body of a function, which begins in line 4
		want       []string
	}{
		{"no directive", "_ = neversend", []string{"4 neversend"}},
		{"on the line", "_ = neversend //ciolint:ignore neversend it is public", nil},
		{"on the line above", "//ciolint:ignore neversend it is public\n_ = neversend", nil},
		{"above, in a group of comments", "// This is sent.\n//ciolint:ignore neversend it is public\n// Really.\n_ = neversend", nil},
		{"of two rules", "_ = neversend + identifier //ciolint:ignore neversend, identifier it is public", nil},
		{"of a statement of several lines", "//ciolint:ignore neversend it is public\nsend(\n\t1,\n\tneversend,\n)", nil},
		{"of an entry of a literal", "_ = m{\n\t//ciolint:ignore neversend it is public\n\t\"a\": f(\n\t\tneversend,\n\t),\n\t\"b\": neversend,\n}", []string{"9 neversend"}},
		{"not of a function literal in the statement", "//ciolint:ignore neversend it is public\ngo func() {\n\t_ = neversend\n}()",
			[]string{"6 neversend", "4 this directive suppresses no finding of the rule neversend; remove it"}},
		{"not two lines above", "//ciolint:ignore neversend it is public\n\n_ = neversend",
			[]string{"6 neversend", "4 this directive suppresses no finding of the rule neversend; remove it"}},
		{"not another rule", "_ = neversend //ciolint:ignore identifier it is public",
			[]string{"4 neversend", "4 this directive suppresses no finding of the rule identifier; remove it"}},
		{"one of two rules is idle", "_ = neversend //ciolint:ignore neversend,identifier it is public",
			[]string{"4 this directive suppresses no finding of the rule identifier; remove it"}},
		{"no reason", "_ = neversend //ciolint:ignore neversend",
			[]string{"4 neversend", "4 this directive lacks a reason and has no effect; write //ciolint:ignore neversend REASON"}},
		{"no letter in the reason", "_ = neversend //ciolint:ignore neversend ---",
			[]string{"4 neversend", "4 this directive lacks a reason and has no effect; write //ciolint:ignore neversend REASON"}},
		{"no rule", "_ = neversend //ciolint:ignore",
			[]string{"4 neversend", "4 this directive lacks a rule and a reason and has no effect; " + usage}},
		{"an unknown rule beside a known one", "_ = neversend //ciolint:ignore neversend,ssn it is public",
			[]string{"4 unknown rule \"ssn\"; " + rules}},
		{"the rule about directives", "_ = 1 //ciolint:ignore ignore I know better",
			[]string{"4 findings of the rule ignore cannot be suppressed; mend the directive that they are about"}},
		{"white space", "_ = neversend // ciolint:ignore neversend it is public",
			[]string{"4 neversend", "4 \"// ciolint:ignore\" is no directive and has no effect; " + usage}},
		{"another case, in a block comment", "_ = neversend /* CIOLINT: Suppress neversend */",
			[]string{"4 neversend", "4 \"/* CIOLINT: Suppress\" is no directive and has no effect; " + usage}},
		{"another verb", "_ = neversend //ciolint:skip neversend it is public",
			[]string{"4 neversend", "4 unknown directive \"//ciolint:skip\"; there are //ciolint:ignore RULE REASON and //ciolint:sanitizer"}},
		{"the other directive", "//ciolint:sanitizer\n_ = neversend", []string{"5 neversend"}},
		{"a comment about the directive", "// See ciolint's ignore directive.\n_ = neversend", []string{"5 neversend"}},
		{"a line directive does not move it", "//ciolint:ignore neversend it is public\n_ = neversend\n//line other.go:1\n_ = 1", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := left(t, "p.go", "package p\n\nfunc f() {\n"+c.body+"\n}\n", nil); !slices.Equal(got, c.want) {
				t.Errorf("left are\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(c.want, "\n\t"))
			}
		})
	}
}

// TestOptions: what a run knows of the rules and of tests decides which
// directives are missed.
func TestOptions(t *testing.T) {
	t.Parallel()
	const (
		idle = "package p\n\nvar x = 1 //ciolint:ignore neversend it is public\n"
		said = "3 this directive suppresses no finding of the rule neversend; remove it"
	)
	for _, c := range []struct {
		name, file, src string
		change          func(*Options)
		want            []string
	}{
		{"the plain case", "p.go", idle, nil, []string{said}},
		{"the rule is off", "p.go", idle, func(o *Options) { o.Applies = func(r string) bool { return r != "neversend" } }, nil},
		{"findings about directives are off", "p.go", idle, func(o *Options) { o.Applies = func(r string) bool { return r != rule.Name } }, nil},
		{"test files are not at hand", "p.go", idle, func(o *Options) { o.Partial = func() bool { return true } }, nil},
		{"in a test", "p_test.go", idle, nil, []string{said}},
		{"in a test that is not reported on", "p_test.go", idle, func(o *Options) { o.Tests = false }, nil},
		{"what is wrong is said even so", "p.go", "package p\n\nvar x = 1 //ciolint:ignore\n", func(o *Options) { o.Partial = func() bool { return true } },
			[]string{"3 this directive lacks a rule and a reason and has no effect; write //ciolint:ignore RULE REASON"}},
	} {
		if got := left(t, c.file, c.src, c.change); !slices.Equal(got, c.want) {
			t.Errorf("%s: left are %q, want %q", c.name, got, c.want)
		}
	}
}

// TestPartialIsAskedLast: to look for test files means to read a folder.
func TestPartialIsAskedLast(t *testing.T) {
	t.Parallel()
	for src, want := range map[string]bool{
		"package p\n\nvar x = 1\n": false,
		"package p\n\nvar x = neversend //ciolint:ignore neversend public\n": false,
		"package p\n\nvar x = 1 //ciolint:ignore neversend public\n":         true,
	} {
		asked := false
		left(t, "p.go", src, func(o *Options) { o.Partial = func() bool { asked = true; return true } })
		if asked != want {
			t.Errorf("%s: asked is %v", src, asked)
		}
	}
}
