// Package sarifschema checks the SARIF that ciolint writes against the
// official schema of SARIF 2.1.0 (OASIS, errata 01).
//
// The schema comes out of the module cache: the module of gosec, another
// linter, has it among its test data. It is downloaded as a file, not
// imported, and its digest is checked.
package sarifschema

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ciolint/ciolint/cmd/ciolint/internal/report"
	"github.com/ciolint/ciolint/internal/catalog"
)

const (
	schemaModule = "github.com/securego/gosec/v2@v2.30.0"
	schemaFile   = "report/sarif/testdata/sarif-schema-2.1.0.json"
	schemaDigest = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
	schemaID     = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

var log = flag.String("log", "", "also check this SARIF `file`")

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	out, err := exec.Command("go", "mod", "download", "-json", schemaModule).Output()
	if err != nil {
		t.Fatalf("go mod download %s: %v\n%s", schemaModule, err, out)
	}
	var module struct{ Dir string }
	if err := json.Unmarshal(out, &module); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(module.Dir, filepath.FromSlash(schemaFile)))
	if err != nil {
		t.Fatal(err)
	}
	if sum := sha256.Sum256(text); hex.EncodeToString(sum[:]) != schemaDigest {
		t.Fatalf("%s of %s has the digest %x", schemaFile, schemaModule, sum)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(schemaID, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(schemaID)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(s *jsonschema.Schema, text string) error {
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		return err
	}
	return s.Validate(doc)
}

// sarif writes findings that use all that a log can have.
func sarif(t *testing.T, dir string, fs []report.Finding) string {
	t.Helper()
	var out bytes.Buffer
	if err := report.Write(&out, "sarif", fs, report.Options{Dir: dir, Rules: catalog.All(), Version: "v1.0.0"}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func findings(t *testing.T, dir string) []report.Finding {
	t.Helper()
	file := filepath.Join(dir, "größe 100%.go")
	if err := os.WriteFile(file, []byte("package p\n\nvar x = f(y)\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	at := func(line, column int) token.Position {
		return token.Position{Filename: file, Line: line, Column: column}
	}
	full := report.Finding{
		Rule: "neversend", Message: "a message", Package: "p", Pos: at(3, 9), End: at(3, 13), Known: true,
		Path:  []report.Step{{Pos: at(3, 11), Message: "a step"}, {Pos: at(3, 9)}},
		Fixes: []report.Fix{{Message: "Wrap it", Edits: []report.Edit{{File: file, Start: 19, End: 19, New: "g("}, {File: file, Start: 23, End: 23, New: ")"}}}},
	}
	return []report.Finding{
		full,
		{Rule: "no-rule", Severity: "note", Message: "outside", Pos: token.Position{Filename: filepath.Join(filepath.Dir(dir), "x.go"), Line: 1}},
		{Rule: "webhook", Severity: "warning", Message: "nowhere"},
	}
}

func TestValid(t *testing.T) {
	s := schema(t)
	dir := t.TempDir()
	logs := map[string]string{"none": sarif(t, dir, nil), "all": sarif(t, dir, findings(t, dir))}
	if !strings.Contains(logs["all"], "codeFlows") || !strings.Contains(logs["all"], "artifactChanges") {
		t.Errorf("the log lacks parts:\n%s", logs["all"])
	}
	golden, err := os.ReadFile(filepath.Join("..", "testdata", "report.sarif"))
	if err != nil {
		t.Fatal(err)
	}
	logs["golden"] = string(golden)
	if *log != "" {
		text, err := os.ReadFile(*log)
		if err != nil {
			t.Fatal(err)
		}
		logs[*log] = string(text)
	}
	for name, text := range logs {
		if err := validate(s, text); err != nil {
			t.Errorf("%s: %v\n%s", name, err, text)
		}
	}
}

// TestSchemaRefuses makes sure that the check can fail.
func TestSchemaRefuses(t *testing.T) {
	s := schema(t)
	dir := t.TempDir()
	good := sarif(t, dir, findings(t, dir))
	for from, to := range map[string]string{
		`"level": "note"`:              `"level": "fatal"`,
		`"startLine": 3`:               `"startLine": 0`,
		`"ruleId"`:                     `"ruleID"`,
		`"version": "2.1.0"`:           `"version": "2.2.0"`,
		`"kind": "external"`:           `"kind": "baseline"`,
		`"uri": "gr%C3%B6%C3%9Fe%20`:   `"uri": "gr%zz`,
		`"columnKind": "utf16CodeUnit`: `"columnKind": "byte`,
	} {
		bad := strings.Replace(good, from, to, 1)
		if bad == good {
			t.Errorf("the log lacks %s", from)
		}
		if validate(s, bad) == nil {
			t.Errorf("valid with %s", to)
		}
	}
}
