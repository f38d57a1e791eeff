package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v4"
)

// actions are those that the workflows use. That they exist is known from
// their pages; no test can ask.
var actions = []string{"actions/checkout@v5", "actions/setup-go@v6", "github/codeql-action/upload-sarif@v4"}

// snippet is any YAML of the pages that is no policy.
type snippet struct {
	Repos []struct {
		Hooks []struct {
			ID   string
			Args []string
		}
	}
	Linters map[string]any
	Jobs    map[string]struct {
		Steps []struct {
			Uses, Run string
			With      map[string]string
		}
	}
	Ciolint struct{ Script []string } // a job of GitLab
}

// runSnippet does what a piece of YAML says.
func runSnippet(t *testing.T, bin string, p page, text string, use func(string)) {
	var y snippet
	if err := yaml.Unmarshal([]byte(text), &y); err != nil {
		t.Errorf("%s: %v in\n%s", p.name, err, text)
		return
	}
	switch {
	case y.Repos != nil:
		runHooks(t, bin, y)
	case y.Linters != nil:
		checkGolangci(t, text)
	case y.Jobs != nil:
		runWorkflow(t, bin, y, use)
	case y.Ciolint.Script != nil:
		runPinned(t, bin, y.Ciolint.Script, use)
	default:
		runPolicy(t, bin, p, text)
	}
}

// runHooks runs the hooks of a .pre-commit-config.yaml as pre-commit does.
func runHooks(t *testing.T, bin string, y snippet) {
	var known []struct{ ID, Entry string }
	decodeYAML(t, readPage(t, ".pre-commit-hooks.yaml").text, &known)
	for _, repo := range y.Repos {
		for _, hook := range repo.Hooks {
			i := slices.IndexFunc(known, func(k struct{ ID, Entry string }) bool { return k.ID == hook.ID })
			if i < 0 {
				t.Errorf("there is no hook %q", hook.ID)
				continue
			}
			s := newService(t, bin)
			run := strings.Join(append(append([]string{known[i].Entry}, hook.Args...), "app.go"), " ")
			s.expect(s.dir, []int{0, 0}, "ciolint -write-baseline .ciolint-baseline.json ./...", run)
		}
	}
}

// checkGolangci: what is shown is part of the example, which the end-to-end
// test of the plugin uses.
func checkGolangci(t *testing.T, text string) {
	var shown, example map[string]any
	decodeYAML(t, text, &shown)
	decodeYAML(t, readPage(t, ".golangci.example.yml").text, &example)
	if !partOf(shown, example) {
		t.Errorf(".golangci.example.yml does not contain\n%s", text)
	}
}

// partOf reports whether b has all that a has, mappings recursively.
func partOf(a, b any) bool {
	m, ok := a.(map[string]any)
	if !ok {
		return string(marshal(a)) == string(marshal(b))
	}
	n, ok := b.(map[string]any)
	for key, value := range m {
		other, has := n[key]
		ok = ok && has && partOf(value, other)
	}
	return ok
}

func marshal(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return data
}

// runWorkflow runs the steps of a GitHub workflow, and checks that a step
// that uploads a file comes after one that writes it.
func runWorkflow(t *testing.T, bin string, y snippet, use func(string)) {
	for _, job := range y.Jobs {
		var run []string
		var uploads []string
		for _, step := range job.Steps {
			switch {
			case step.Run != "" && step.Uses == "":
				run = append(run, step.Run)
			case step.Run == "" && slices.Contains(actions, step.Uses):
				if file := step.With["sarif_file"]; file != "" {
					uploads = append(uploads, file)
				}
			default:
				t.Errorf("neither a command nor an action that is known: %+v", step)
			}
		}
		s := runPinned(t, bin, run, use)
		for _, name := range uploads {
			var log struct{ Version string }
			data, err := os.ReadFile(filepath.Join(s.dir, name))
			if err != nil {
				t.Error(err)
				continue
			}
			decodeJSON(t, data, &log)
			if log.Version != "2.1.0" {
				t.Errorf("%s has version %q", name, log.Version)
			}
		}
	}
}

// runPinned runs commands in a service with ciolint as a tool in its go.mod.
func runPinned(t *testing.T, bin string, run []string, use func(string)) *service {
	s := newService(t, bin)
	want := []int{0}
	for _, c := range run {
		use(c)
		code, known := exitCodes[c]
		if !known {
			t.Errorf("nothing runs %q", c)
		}
		want = append(want, code)
	}
	s.expect(s.dir, want, append([]string{"go get -tool github.com/ciolint/ciolint/cmd/ciolint"}, run...)...)
	return s
}

// runPolicy runs ciolint with a policy: 1 would say that it is refused. A
// page that shows a message shows the one for a slip in its policy.
func runPolicy(t *testing.T, bin string, p page, text string) {
	s := newService(t, bin)
	s.write(".ciolint.yml", text)
	s.expect(s.dir, []int{3}, "ciolint ./...")
	if url, ok := strings.CutPrefix(strings.TrimSpace(text), "# yaml-language-server: $schema=https://raw.githubusercontent.com/ciolint/ciolint/main/"); ok {
		var schema map[string]any
		decodeJSON(t, []byte(readPage(t, url).text), &schema)
		return
	}
	for _, message := range p.blocks("text") {
		if !strings.HasPrefix(message, ".ciolint.yml:") || !strings.Contains(text, "Upsert") {
			continue
		}
		s.write(".ciolint.yml", strings.Replace(text, "Upsert", "Upsertt", 1))
		if out := s.expect(s.dir, []int{1}, "ciolint ./..."); !strings.Contains(out, message) {
			t.Errorf("%s shows\n%s, and what is printed is\n%s", p.name, message, out)
		}
	}
}

// TestShownGoCode compiles and lints the code of the pages that no other test
// has: a sanitizer beside a policy, and directives that suppress.
func TestShownGoCode(t *testing.T) {
	t.Parallel()
	bin := t.TempDir()
	if err := os.WriteFile(filepath.Join(bin, "ciolint"), []byte("#!/bin/sh\n"+beCommand+"=1 exec '"+os.Args[0]+"' \"$@\"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	s := newService(t, bin)
	code := readPage(t, "docs/policy.md").blocks("go")
	if len(code) != 1 {
		t.Fatalf("%d blocks", len(code))
	}
	s.write("app.go", "package app\n\nimport \"github.com/ciolint/ciolint/runtime/sanitize\"\n\n"+code[0])

	section := page{"README.md", readPage(t, "README.md").section(t, "## Suppressing a finding")}
	if code = section.blocks("go"); len(code) != 1 {
		t.Fatalf("%d blocks", len(code))
	}
	s.write("suppressed.go", `package app

import (
	"encoding/json"

	"github.com/customerio/go-customerio/v3"
)

func f(client *customerio.CustomerIO, u struct{ ID, Phone, SSN string }, data []byte) error {
	var attributes map[string]any
	if err := json.Unmarshal(data, &attributes); err != nil {
		return err
	}
`+code[0]+"\treturn nil\n}\n")
	s.expect(s.dir, []int{0, 0}, "go vet ./...", "ciolint ./...")
}

func decodeYAML(t *testing.T, text string, v any) {
	t.Helper()
	if err := yaml.Unmarshal([]byte(text), v); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
}

func decodeJSON(t *testing.T, data []byte, v any) {
	t.Helper()
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(v); err != nil {
		t.Fatalf("%v in\n%.300s", err, data)
	}
}
