package main

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/txtar"

	"github.com/ciolint/ciolint/analyzer"
)

// exitCodes are the commands of the pages that TestPagesRun runs, with the
// exit code of each in the service of testdata/pages.
var exitCodes = map[string]int{
	"go install ./cmd/ciolint": 0,
	"cd ~/src/yourservice":     0,
	"ciolint ./...":            3,
	"ciolint -diff ./...":      0,
	"go get github.com/ciolint/ciolint/runtime/sanitize": 0,
	"ciolint -fix ./...":                                                0,
	"ciolint explain":                                                   0,
	"ciolint explain neversend":                                         0,
	"go vet -vettool=$(which ciolint) ./...":                            1,
	"go get -tool github.com/ciolint/ciolint/cmd/ciolint":               0,
	"go tool ciolint ./...":                                             3,
	"go vet -vettool=$(which ciolint) -fix ./...":                       0,
	"go fix -fixtool=$(which ciolint) ./...":                            0,
	"ciolint init":                                                      0,
	"ciolint -write-baseline .ciolint-baseline.json ./...":              0,
	"ciolint -baseline .ciolint-baseline.json ./...":                    0,
	"go tool ciolint -format github ./...":                              3,
	"go tool ciolint -format sarif ./... > ciolint.sarif || [ $? = 3 ]": 0,
}

// runElsewhere are the other commands, each with the file that runs it and a
// regexp for how.
var runElsewhere = map[string][2]string{
	"go run ./cmd/ciolint -C testdata/demo ./...": {".ci/run", `go run \./cmd/ciolint -C testdata/demo \./\.\.\. `},
	"go test ./...":               {".ci/run", `(?m)^go test (-timeout \w+ |-race |-count=1 )*\./\.\.\.$`},
	"pre-commit install":          {"testdata/e2e/precommit/run", `(?m)^pre-commit install `},
	"./golangci-lint-ciolint run": {"analyzer/plugin/e2e/e2e_test.go", `run\(code, golangci, append\(\[\]string\{"run"`},
}

// byHand are the commands that no test runs, and why.
var byHand = map[string]string{
	"golangci-lint custom": "it clones golangci-lint from GitHub; analyzer/plugin/e2e builds the same program from modules",
	"cd bench && go run .": "it takes minutes; .ci/run builds it",
}

// A service is a copy of the one in testdata/pages in somebody's home, with
// ciolint in the PATH.
type service struct {
	t         *testing.T
	dir, root string
	env       []string
}

func newService(t *testing.T, bin string) *service {
	t.Helper()
	s := newScript(t)
	home := s.dir
	s.dir = filepath.Join(home, "src", "yourservice")
	archive, err := txtar.ParseFile(filepath.Join(s.root, "testdata", "pages", "service.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	s.extract(archive)
	env := append(os.Environ(), "HOME="+home, "GOBIN="+filepath.Join(home, "bin"),
		"PATH="+strings.Join([]string{filepath.Join(home, "bin"), bin, os.Getenv("PATH")}, string(filepath.ListSeparator)),
		"GOFLAGS=-mod=mod -buildvcs=false", "GOPROXY=off", "GOSUMDB=off", "GOWORK=off")
	for _, name := range []string{"GOPATH", "GOMODCACHE", "GOCACHE"} { // which depend on HOME
		value, err := exec.Command("go", "env", name).Output()
		if err != nil {
			t.Fatal(err)
		}
		env = append(env, name+"="+strings.TrimSpace(string(value)))
	}
	return &service{t, s.dir, s.root, env}
}

func (s *service) write(name, text string) {
	s.t.Helper()
	if err := os.WriteFile(filepath.Join(s.dir, name), []byte(text), 0o666); err != nil {
		s.t.Fatal(err)
	}
}

// sh gives commands to one shell in dir and returns the exit code of each,
// and all that they print.
func (s *service) sh(dir string, commands ...string) ([]int, string) {
	s.t.Helper()
	var text strings.Builder
	for _, c := range commands {
		text.WriteString(c + "\necho \"@exit $?\"\n")
	}
	var out bytes.Buffer
	cmd := exec.Command("sh", "-c", text.String())
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = dir, append(s.env, "PWD="+dir), &out, &out
	if err := cmd.Run(); err != nil {
		s.t.Fatalf("%v\n%s", err, out.String())
	}
	var codes []int
	for _, m := range regexp.MustCompile(`(?m)^@exit (\d+)$`).FindAllStringSubmatch(out.String(), -1) {
		code, _ := strconv.Atoi(m[1])
		codes = append(codes, code)
	}
	return codes, out.String()
}

// expect runs commands that must exit with these codes.
func (s *service) expect(dir string, want []int, commands ...string) string {
	s.t.Helper()
	got, out := s.sh(dir, commands...)
	if !slices.Equal(got, want) {
		s.t.Errorf("%q exit with %d, want %d:\n%s", commands, got, want, out)
	}
	return out
}

// commands returns the lines of a block without comments.
func commands(block string) []string {
	var list []string
	for line := range strings.Lines(block) {
		line, _, _ = strings.Cut(line, "  #")
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			list = append(list, line)
		}
	}
	return list
}

// TestPagesRun runs the commands of the README and of docs as they stand
// there, each block in a service of its own. A command must be known here.
func TestPagesRun(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip(err)
	}
	bin := t.TempDir()
	build := exec.Command("go", "build", "-buildvcs=false", "-o", filepath.Join(bin, "ciolint"), ".")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	unused := map[string]bool{}
	for c := range exitCodes {
		unused[c] = true
	}
	for c := range runElsewhere {
		unused[c] = true
	}
	for c := range byHand {
		unused[c] = true
	}
	use := func(c string) { delete(unused, c) }
	for _, p := range pages(t) {
		for _, block := range p.blocks("sh") {
			runBlock(t, bin, commands(block), use)
		}
		for _, block := range p.blocks("yaml") {
			runSnippet(t, bin, p, block, use)
		}
		for _, block := range p.blocks("json") {
			checkNogoConfig(t, block)
		}
	}
	if len(unused) > 0 {
		t.Errorf("no page has %q", slices.Sorted(maps.Keys(unused)))
	}
}

// runBlock runs the commands of a block, unless something else does.
func runBlock(t *testing.T, bin string, block []string, use func(string)) {
	var here []string
	var want []int
	for _, c := range block {
		use(c)
		code, known := exitCodes[c]
		at, other := runElsewhere[c]
		switch {
		case known:
			here, want = append(here, c), append(want, code)
		case byHand[c] != "":
		case !other:
			t.Errorf("nothing runs %q", c)
		case !regexp.MustCompile(at[1]).MatchString(readPage(t, at[0]).text):
			t.Errorf("%s does not run %q any more: nothing matches %s", at[0], c, at[1])
		}
	}
	if len(here) == 0 {
		return
	}
	s := newService(t, bin)
	dir := s.dir
	if here[0] == "go install ./cmd/ciolint" {
		dir = s.root // a clone
	}
	s.expect(dir, want, here...)
}

// checkNogoConfig: the flags of a configuration for nogo are the analyzer's,
// which must be what nogo asks a package for, and have the name it has there.
func checkNogoConfig(t *testing.T, text string) {
	var config map[string]struct {
		Flags map[string]string `json:"analyzer_flags"`
	}
	decodeJSON(t, []byte(text), &config)
	var asNogoFindsIt *analysis.Analyzer = analyzer.Analyzer
	if len(config) != 1 || len(config[asNogoFindsIt.Name].Flags) == 0 {
		t.Errorf("the configuration for nogo sets no flags of %s", asNogoFindsIt.Name)
	}
	a := analyzer.New()
	for name, value := range config[a.Name].Flags {
		if err := a.Flags.Set(name, value); err != nil {
			t.Errorf("the configuration for nogo: %v", err)
		}
	}
}
