package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/ciolint/ciolint/analyzer"
)

// A place is a finding as all drivers can tell it. golangci-lint has no field
// for the rule: what it says of a place and a message is looked up in the
// findings of the others, see [sameFindings].
type place struct {
	file         string // slash-separated, relative to the root of the corpus
	line, column int
	message      string
	rule         string
}

func (p place) String() string {
	return fmt.Sprintf("%s:%d:%d: %s (%s)", p.file, p.line, p.column, p.message, p.rule)
}

// TestParity runs one corpus through the command, go vet, golangci-lint and
// analysistest: the findings are the same, at the same places, in the same
// words. That they are the right ones is what the wants say, which
// analysistest compares.
func TestParity(t *testing.T) {
	t.Parallel()
	p := newCorpus(t)
	want := p.command("./...")
	if len(want) < 1000 {
		t.Fatalf("only %d findings", len(want))
	}
	sameFindings(t, "go vet", p.vet("./..."), want)
	sameFindings(t, "golangci-lint", p.golangci("./..."), p.forGolangci(want))
	sameFindings(t, "analysistest of the variants", p.analysistest(t, "./variants/..."), within(want, "variants/"))

	gopath, err := filepath.Abs(filepath.Join(repository(), "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	src := filepath.Join(gopath, "src")
	pkgs := slices.DeleteFunc(packageDirs(t, src), isStub)
	corpus := slices.DeleteFunc(slices.Clone(want), func(f place) bool { return strings.HasPrefix(f.file, "variants/") })
	sameFindings(t, "analysistest of the GOPATH", ofAnalysistest(t, unwanted{}, gopath, src, pkgs...), corpus)
}

// TestParityWithPolicy: the same with a policy, from the file and from
// golangci-lint's settings.
func TestParityWithPolicy(t *testing.T) {
	t.Parallel()
	p := newCorpus(t)
	plain := p.command("./...")
	p.write(".ciolint.yml", corpusPolicy)
	want := p.command("./...")
	for what, holds := range map[string]bool{
		"a rule is off":         len(with(texts(plain), "(webhook)")) > 0 && len(with(texts(want), "(webhook)")) == 0,
		"tests count":           len(with(texts(plain), "_test.go")) == 0 && len(with(texts(want), "_test.go")) > 0,
		"a source of its own":   len(with(texts(want), "variants/own/own.go:14:")) == 1,
		"a sink of its own":     len(with(texts(want), "variants/own/own.go:18:")) == 1,
		"no sanitizer is asked": len(with(texts(want), "(unsanitized)")) < len(with(texts(plain), "(unsanitized)")),
	} {
		if !holds {
			t.Errorf("%s: not so", what)
		}
	}
	sameFindings(t, "go vet", p.vet("./..."), want)
	sameFindings(t, "golangci-lint", p.golangci("./..."), p.forGolangci(want))
	sameFindings(t, "analysistest", ofAnalysistest(t, unwanted{}, p.dir, p.dir, "./..."), want)

	p.remove(".ciolint.yml")
	p.settings(corpusPolicy)
	sameFindings(t, "golangci-lint with settings", p.golangci("./..."), p.forGolangci(want))
}

// TestParityWithTags: what is built for some only.
func TestParityWithTags(t *testing.T) {
	t.Parallel()
	p := newCorpus(t)
	const tagged = "./variants/tagged"
	plain, want := p.command(tagged), p.command("-tags=staging", tagged)
	if len(plain) != 1 || len(want) < 2 {
		t.Fatalf("without the tag %v, with it %v", plain, want)
	}
	sameFindings(t, "go vet", p.vet("-tags=staging", tagged), want)
	sameFindings(t, "golangci-lint", p.golangci("--build-tags=staging", tagged), want)
}

// corpusPolicy is a policy for the corpus that changes something everywhere.
const corpusPolicy = `require-sanitizer: unless-clean
tests: true
keys:
  hash: [plan]
sanitizers:
  - corpus.test/unsanitized/ownsanitizer.Sanitize
sources:
  - function: corpus.test/variants/own.reveal
    class: never-send
sinks:
  - function: corpus.test/variants/own.deliver
    arguments: {1: attributes}
rules:
  webhook: off
  credential: warning
`

// sameFindings compares two lists. Rules that got does not tell are those of want.
func sameFindings(t *testing.T, who string, got, want []place) {
	t.Helper()
	rules := map[place]string{}
	for _, w := range want {
		key := w
		key.rule = ""
		if rules[key] != "" && rules[key] != w.rule {
			t.Errorf("the rules %s and %s say the same: %s", rules[key], w.rule, w)
		}
		rules[key] = w.rule
	}
	for i, g := range got {
		if g.rule == "" {
			got[i].rule = rules[g]
		}
	}
	a, b := texts(got), texts(want)
	if !slices.Equal(a, b) {
		t.Errorf("%s has %d findings, the command %d\n%s only:\n%s\nthe command only:\n%s", who, len(a), len(b),
			who, strings.Join(lacking(a, b), "\n"), strings.Join(lacking(b, a), "\n"))
	}
}

// texts returns the findings in order, each once.
func texts(list []place) []string {
	var out []string
	for _, f := range list {
		out = append(out, f.String())
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func lacking(xs, ys []string) []string {
	return slices.DeleteFunc(slices.Clone(xs), func(x string) bool { return slices.Contains(ys, x) })
}

func within(list []place, dir string) []place {
	return slices.DeleteFunc(slices.Clone(list), func(f place) bool { return !strings.HasPrefix(f.file, dir) })
}

// forGolangci returns what of the command's findings golangci-lint is to have.
// It differs in two respects, which are its own: it obeys //nolint, and it
// shows nothing in files that are not Go's, but says where the code really is.
func (p *project) forGolangci(want []place) []place {
	var out []place
	for _, f := range want {
		switch {
		case f.file == "variants/lined/page.tmpl":
			f.file, f.line, f.column = "variants/lined/lined.go", 17, 41
		case filepath.Ext(f.file) == ".go" && p.nolint(f.file, f.line):
			continue
		}
		out = append(out, f)
	}
	return out
}

// nolint reports whether //nolint:ciolint stands above a line.
func (p *project) nolint(file string, line int) bool {
	lines := strings.Split(p.read(file), "\n")
	return 2 <= line && line <= len(lines) && strings.Contains(lines[line-2], "//nolint:ciolint")
}

// command returns the findings of ciolint itself.
func (p *project) command(args ...string) []place {
	p.t.Helper()
	return p.ofJSON(p.output(3, ciolint, append([]string{"-json"}, args...)...))
}

// vet returns the findings of ciolint as a vet tool.
func (p *project) vet(args ...string) []place {
	p.t.Helper()
	return p.ofJSON(p.output(0, "go", append([]string{"vet", "-vettool=" + ciolint, "-json"}, args...)...))
}

// output runs a program in the project, which must exit with the given code,
// and returns what it writes to standard output.
func (p *project) output(code int, name string, args ...string) []byte {
	p.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = p.dir, p.env
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		p.t.Fatal(err)
	}
	if got := cmd.ProcessState.ExitCode(); got != code {
		p.t.Fatalf("%s %q exits with %d, want %d:\n%s", filepath.Base(name), args, got, code, stderr.String())
	}
	return out
}

// ofJSON reads what -json prints: objects of package, analyzer and findings.
func (p *project) ofJSON(out []byte) []place {
	p.t.Helper()
	var list []place
	for dec := json.NewDecoder(bytes.NewReader(out)); dec.More(); {
		var pkgs map[string]map[string][]struct{ Posn, Message, Category string }
		if err := dec.Decode(&pkgs); err != nil {
			p.t.Fatalf("%v in %.300s", err, out)
		}
		for _, byAnalyzer := range pkgs {
			for _, d := range byAnalyzer["ciolint"] {
				list = append(list, newPlace(p.t, p.dir, position(p.t, d.Posn), d.Message, d.Category))
			}
		}
	}
	return list
}

// position reads a position as -json has it. After a line directive without
// a column there is none.
func position(t *testing.T, text string) (pos token.Position) {
	t.Helper()
	name, rest, ok := strings.Cut(text, ":")
	if n, _ := fmt.Sscanf(rest, "%d:%d", &pos.Line, &pos.Column); !ok || n == 0 {
		t.Fatalf("not a position: %q", text)
	}
	pos.Filename = name
	return pos
}

func newPlace(t *testing.T, root string, pos token.Position, message, rule string) place {
	t.Helper()
	rel, err := filepath.Rel(root, pos.Filename)
	if err != nil {
		t.Fatal(err)
	}
	return place{filepath.ToSlash(rel), pos.Line, pos.Column, strings.ReplaceAll(message, prefix, ""), rule}
}

// An issue is a finding as golangci-lint prints it.
type issue struct {
	FromLinter, Text string
	Pos              token.Position
	SuggestedFixes   []struct{ Message string }
}

// kind names a finding wherever in its file it stands.
func (i issue) kind() string { return i.Pos.Filename + ": " + i.Text }

// issues returns the findings of golangci-lint.
func (p *project) issues(args ...string) []issue {
	p.t.Helper()
	out := p.output(1, golangci, append([]string{"run", parallel, "--output.json.path=stdout", "--output.text.path=stderr", "--show-stats=false"}, args...)...)
	var report struct{ Issues []issue }
	if err := json.Unmarshal(out, &report); err != nil {
		p.t.Fatalf("%v in %.300s", err, out)
	}
	return report.Issues
}

func (p *project) golangci(args ...string) []place {
	p.t.Helper()
	var list []place
	for _, i := range p.issues(args...) {
		if i.FromLinter != "ciolint" {
			p.t.Errorf("%s: %s (%s)", i.Pos, i.Text, i.FromLinter)
		}
		i.Pos.Filename = filepath.Join(p.dir, i.Pos.Filename)
		list = append(list, newPlace(p.t, p.dir, i.Pos, i.Text, ""))
	}
	return list
}

// analysistest returns what analysistest finds, and lets it compare the wants.
func (p *project) analysistest(t *testing.T, patterns ...string) []place {
	t.Helper()
	return ofAnalysistest(t, factless{t}, p.dir, p.dir, patterns...)
}

// ofAnalysistest runs analysistest in dir, a module or a GOPATH.
func ofAnalysistest(t *testing.T, to analysistest.Testing, dir, root string, patterns ...string) []place {
	t.Helper()
	var list []place
	for _, r := range analysistest.Run(to, dir, analyzer.New(), patterns...) {
		if r.Err != nil {
			t.Error(r.Err)
		}
		for _, d := range r.Diagnostics {
			list = append(list, newPlace(t, root, r.Action.Package.Fset.Position(d.Pos), d.Message, d.Category))
		}
	}
	return list
}

// factless lets packages say nothing of the facts that they export.
type factless struct{ t *testing.T }

func (f factless) Errorf(format string, args ...any) {
	if msg := fmt.Sprintf(format, args...); !strings.Contains(msg, "unexpected fact") {
		f.t.Error(msg)
	}
}

// unwanted is for a corpus whose wants are compared elsewhere, or are those of
// another policy.
type unwanted struct{}

func (unwanted) Errorf(string, ...any) {}

func (p *project) remove(name string) {
	p.t.Helper()
	if err := os.Remove(filepath.Join(p.dir, name)); err != nil {
		p.t.Fatal(err)
	}
}

// settings writes a policy to golangci-lint's configuration.
func (p *project) settings(policy string) {
	p.t.Helper()
	const place = "        # settings:\n"
	indented := "        settings:\n"
	for line := range strings.Lines(policy) {
		indented += "          " + line
	}
	p.edit(".golangci.yml", place, indented+place)
}
