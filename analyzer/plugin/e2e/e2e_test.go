package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// The programs under test, built once: golangci-lint with the plugin, and the
// ciolint command to compare it with.
var golangci, ciolint string

func TestMain(m *testing.M) { os.Exit(withPrograms(m.Run)) }

func withPrograms(run func() int) int {
	dir, err := os.MkdirTemp("", "e2e")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	golangci, ciolint = filepath.Join(dir, "golangci-lint"), filepath.Join(dir, "ciolint")
	for _, build := range []struct{ in, out, pkg string }{{".", golangci, "."}, {repository(), ciolint, "./cmd/ciolint"}} {
		cmd := exec.Command("go", "build", "-o", build.out, build.pkg)
		cmd.Dir = build.in
		if out, err := cmd.CombinedOutput(); err != nil {
			fmt.Fprintf(os.Stderr, "%v\n%s", err, out)
			return 1
		}
	}
	return run()
}

func repository() string { return filepath.Join("..", "..", "..") }

// A project is a module with a configuration and a cache of its own.
type project struct {
	t   *testing.T
	dir string
	env []string
}

// newProject copies the demo. Its configuration is the example at the root of
// the repository, as it stands.
func newProject(t *testing.T) *project {
	t.Helper()
	p := newModule(t)
	root, err := filepath.Abs(repository())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(p.dir, os.DirFS(filepath.Join(root, "testdata", "demo"))); err != nil {
		t.Fatal(err)
	}
	p.edit("go.mod", "=> ../..", "=> "+root)
	p.env = append(p.env, "GOFLAGS=-mod=mod")
	return p
}

// newModule makes a directory for a module, with the same configuration.
func newModule(t *testing.T) *project {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	p := &project{t: t, dir: dir}
	config, err := os.ReadFile(filepath.Join(repository(), ".golangci.example.yml"))
	if err != nil {
		t.Fatal(err)
	}
	p.write(".golangci.yml", string(config))
	p.env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOPROXY=off", "GOLANGCI_LINT_CACHE="+t.TempDir())
	return p
}

func (p *project) write(name, text string) {
	p.t.Helper()
	if err := os.WriteFile(filepath.Join(p.dir, filepath.FromSlash(name)), []byte(text), 0o666); err != nil {
		p.t.Fatal(err)
	}
}

func (p *project) read(name string) string {
	p.t.Helper()
	text, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(name)))
	if err != nil {
		p.t.Fatal(err)
	}
	return string(text)
}

// edit replaces the first place in a file that has the old text.
func (p *project) edit(name, old, text string) {
	p.t.Helper()
	was := p.read(name)
	if !strings.Contains(was, old) {
		p.t.Fatalf("%s lacks %q", name, old)
	}
	p.write(name, strings.Replace(was, old, text, 1))
}

// run runs a program in the project, which must exit with the given code, and
// returns what it prints.
func (p *project) run(code int, name string, args ...string) string {
	p.t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = p.dir, p.env
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		p.t.Fatal(err)
	}
	if got := cmd.ProcessState.ExitCode(); got != code {
		p.t.Fatalf("%s %q exits with %d, want %d:\n%s", filepath.Base(name), args, got, code, out.String())
	}
	return strings.ReplaceAll(out.String(), p.dir+string(filepath.Separator), "")
}

// parallel lets projects be linted beside one another.
const parallel = "--allow-parallel-runners"

// lint runs golangci-lint, which exits with 1 when it finds something.
func (p *project) lint(code int, args ...string) []string {
	p.t.Helper()
	return findings(p.run(code, golangci, append([]string{"run", parallel}, args...)...))
}

// finding matches a finding as both print it: golangci-lint with the linter
// behind it, ciolint with the rule. The places that belong to a finding of
// ciolint begin with a tab.
var finding = regexp.MustCompile(`(?m)^(\S+\.go:\d+:\d+: [^\t\n]*?)(?: \(\w+\))?$`)

func findings(out string) []string {
	var list []string
	for _, m := range finding.FindAllStringSubmatch(out, -1) {
		list = append(list, m[1])
	}
	slices.Sort(list)
	return list
}

// with returns the findings that have a text.
func with(list []string, text string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(f string) bool { return !strings.Contains(f, text) })
}

// TestFindings: golangci-lint finds what the command finds, at the same
// places in the same words, from its cache, too.
func TestFindings(t *testing.T) {
	t.Parallel()
	p := newProject(t)
	want := findings(p.run(3, ciolint, "./..."))
	if len(want) < 6 {
		t.Fatalf("the demo has only %q", want)
	}
	for _, cache := range []string{"empty", "filled"} {
		if got := p.lint(1, "./..."); !slices.Equal(got, want) {
			t.Errorf("cache %s: golangci-lint finds\n%s\nciolint finds\n%s", cache, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// TestBuildFile: .custom-gcl.yml builds what is tested here.
func TestBuildFile(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile(filepath.Join(repository(), ".custom-gcl.yml"))
	if err != nil {
		t.Fatal(err)
	}
	var build struct {
		Version, Name string
		Plugins       []struct{ Module, Import, Path string }
	}
	dec := yaml.NewDecoder(bytes.NewReader(text))
	dec.KnownFields(true)
	if err := dec.Decode(&build); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Version}}", "github.com/golangci/golangci-lint/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(string(out)); got != build.Version {
		t.Errorf("tested is golangci-lint %s, built %s", got, build.Version)
	}
	if len(build.Plugins) != 1 || build.Plugins[0].Path != "." || build.Plugins[0].Import != "github.com/ciolint/ciolint/analyzer/plugin" || build.Plugins[0].Module != "github.com/ciolint/ciolint" {
		t.Errorf("plugins %+v", build.Plugins)
	}
}

// TestComments: //nolint and //ciolint:ignore both silence.
func TestComments(t *testing.T) {
	t.Parallel()
	p := newProject(t)
	before := p.lint(1, "./...")
	p.edit("internal/signup/signup.go", "f.SSN,\n", "f.SSN, //nolint:ciolint // the demo leaks\n")
	p.edit("internal/orders/orders.go", "e.data = map", "//ciolint:ignore neversend the demo leaks\n\te.data = map")
	after := p.lint(1, "./...")
	for _, key := range []string{`"ssn"`, `"cvv"`} {
		if len(with(before, key)) != 1 || len(with(after, key)) != 0 {
			t.Errorf("%s: %q, then %q", key, with(before, key), with(after, key))
		}
	}
	if len(after) != len(before)-2 {
		t.Errorf("%d findings, then %d", len(before), len(after))
	}
}

// TestFix: --fix wraps payloads; what is left has no fix, and a clean project
// is exit code 0.
func TestFix(t *testing.T) {
	t.Parallel()
	p := newProject(t)
	left := p.lint(1, "--fix", "./...")
	if len(left) == 0 || len(with(left, "skips the sanitizer")) > 0 || len(with(left, "never-send key")) > 0 {
		t.Errorf("left after --fix: %q", left)
	}
	if !strings.Contains(p.read("internal/signup/signup.go"), "sanitize.Attributes(") {
		t.Error("nothing was fixed")
	}
	p.run(0, "go", "build", "./...")
	if again := p.lint(1, "./..."); !slices.Equal(again, left) {
		t.Errorf("left %q, but then %q", left, again)
	}
	p.lint(0, "./internal/signup/...")
}

// TestSettings: the settings of the linter are a policy, and strict.
func TestSettings(t *testing.T) {
	t.Parallel()
	p := newProject(t)
	const place = "        # settings:\n"
	set := func(settings string) string { return "        settings:\n          " + settings + "\n" + place }
	plain := p.read(".golangci.yml")

	p.edit(".golangci.yml", place, set("require-sanitizer: never"))
	if got := p.lint(1, "./..."); len(with(got, "skips the sanitizer")) > 0 || len(with(got, "never-send")) == 0 {
		t.Errorf("require-sanitizer: never: %q", got)
	}
	p.write(".golangci.yml", strings.Replace(plain, place, set("rules: {neversend: off, unsanitized: off, credential: off}"), 1))
	p.lint(0, "./...")
	for settings, want := range map[string]string{
		"requires-sanitizer: never":                            `unknown field "requires-sanitizer"; the fields are keys,`,
		"keys: {allow: [phone, Phone]}":                        `keys.allow[1]: "Phone" is already listed`,
		"rules: {webhooks: off}":                               `unknown rule "webhooks"; the rules are`,
		"sinks: [{function: a.B, arguments: {0: x}}]":          `unknown role "x"`,
		"sanitizers: [example.com/shop/internal/signup.Scrub]": "does not exist",
	} {
		p.write(".golangci.yml", strings.Replace(plain, place, set(settings), 1))
		if out := p.run(3, golangci, "run", parallel, "./..."); !strings.Contains(out, want) {
			t.Errorf("%s: golangci-lint prints\n%s\nwant %s", settings, out, want)
		}
	}
}

// TestPolicyFile: without settings the module's policy holds, and what
// golangci-lint keeps in its cache follows it.
func TestPolicyFile(t *testing.T) {
	t.Parallel()
	p := newProject(t)
	before := p.lint(1, "./...")
	p.write(".ciolint.yml", "rules: {credential: off}\n")
	if got := p.lint(1, "./..."); len(with(before, "hardcoded")) == 0 || len(with(got, "hardcoded")) != 0 || len(got) == 0 {
		t.Errorf("with a policy: %q, then %q", before, got)
	}
	p.write(".ciolint.yml", "rules: {credential: on}\n")
	if got := p.lint(1, "./..."); !slices.Equal(got, before) {
		t.Errorf("policy changed back: %q, want %q", got, before)
	}
	p.write(".ciolint.yml", "rule: {}\n")
	if out := p.run(3, golangci, "run", parallel, "./..."); !strings.Contains(out, `.ciolint.yml:1:1: unknown field`) {
		t.Errorf("a broken policy: %s", out)
	}
}
