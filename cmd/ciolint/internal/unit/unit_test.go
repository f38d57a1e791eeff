package unit

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/ciolint/ciolint/analyzer"
)

// run analyses a package of one file, as go vet would.
func run(t *testing.T, cfg unitchecker.Config, source string, o Options) (stdout, stderr string, err error) {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "p.go")
	if err := os.WriteFile(file, []byte(source), 0o666); err != nil {
		t.Fatal(err)
	}
	cfg.GoFiles = []string{file}
	cfg.GoVersion = "go1.26.0"
	data, err := json.Marshal(cfg)
	if err != nil {
		t.Fatal(err)
	}
	config := filepath.Join(dir, "vet.cfg")
	if err := os.WriteFile(config, data, 0o666); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	err = Run(config, analyzer.New(), o, &out, &errs)
	return out.String(), errs.String(), err
}

// A dependency that has nothing to do with Customer.io is not even parsed:
// what is no Go does not disturb. One that has is, and so is one that was
// asked for.
func TestIrrelevantDependenciesAreNotParsed(t *testing.T) {
	exports := map[string]string{"fmt": "fmt.a", "github.com/customerio/go-customerio/v3": "cio.a"}
	for _, tt := range []struct {
		name    string
		imports string
		version string
		asked   bool
		passes  bool
	}{
		{"irrelevant", "fmt", "v1.0.0", false, true},
		{"reaches the SDK", "github.com/customerio/go-customerio/v3", "v1.0.0", false, false},
		{"main module", "fmt", "", false, false},
		{"asked for", "fmt", "v1.0.0", true, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			vetx := filepath.Join(t.TempDir(), "vetx")
			_, _, err := run(t, unitchecker.Config{
				ID: "example.com/p", ImportPath: "example.com/p", ModulePath: "example.com", ModuleVersion: tt.version,
				ImportMap: map[string]string{tt.imports: tt.imports}, PackageFile: exports,
				VetxOnly: !tt.asked, VetxOutput: vetx,
			}, "this is no Go", Options{})
			if passes := err == nil; passes != tt.passes {
				t.Fatalf("error %v, want one: %v", err, !tt.passes)
			}
			if !tt.passes {
				return
			}
			s, err := readSummary(vetx)
			if err != nil || s.ReachesSDK || len(s.Facts) > 0 || len(s.Types) > 0 {
				t.Errorf("summary %+v, error %v, want an empty one", s, err)
			}
		})
	}
}

// What a dependency's summary says of the SDK counts, however far away it is.
func TestSummariesSayWhoReachesTheSDK(t *testing.T) {
	dir := t.TempDir()
	dep := &unit{Config: &unitchecker.Config{VetxOutput: filepath.Join(dir, "dep")}, reachesSDK: true}
	if err := dep.write(nil, nil); err != nil {
		t.Fatal(err)
	}
	_, _, err := run(t, unitchecker.Config{
		ImportPath: "example.com/p", ModulePath: "example.com", ModuleVersion: "v1.0.0",
		ImportMap:   map[string]string{"example.com/dep": "example.com/dep"},
		PackageFile: map[string]string{"example.com/dep": "dep.a"},
		PackageVetx: map[string]string{"example.com/dep": dep.VetxOutput},
		VetxOnly:    true, VetxOutput: filepath.Join(dir, "p"),
	}, "this is no Go", Options{})
	if err == nil {
		t.Error("the package was not analysed")
	}
}

// Without export data from the go command, importers find the types in the
// summaries. That is how a package that imports nothing always does it.
func TestTypesWithoutExportData(t *testing.T) {
	dir := t.TempDir()
	cfg := unitchecker.Config{
		ImportPath: "example.com/dep", ModulePath: "example.com", ModuleVersion: "v1.0.0",
		VetxOnly: true, VetxOutput: filepath.Join(dir, "dep"),
	}
	if _, _, err := run(t, cfg, "package dep\n\nfunc F() string { return missing }\n", Options{}); err != nil {
		t.Fatalf("a body that does not compile: %v", err)
	}
	_, _, err := run(t, unitchecker.Config{
		ImportPath: "example.com/p", ModulePath: "example.com",
		ImportMap:   map[string]string{"dep": "example.com/dep"},
		PackageVetx: map[string]string{"example.com/dep": cfg.VetxOutput},
		VetxOutput:  filepath.Join(dir, "p"),
	}, "package p\n\nimport \"dep\"\n\nvar S string = dep.F()\n", Options{})
	if err != nil {
		t.Error(err)
	}
	_, _, err = run(t, unitchecker.Config{
		ImportPath: "example.com/p", ModulePath: "example.com",
		ImportMap:   map[string]string{"dep": "example.com/dep"},
		PackageVetx: map[string]string{"example.com/dep": cfg.VetxOutput},
	}, "package p\n\nimport \"dep\"\n\nvar N int = dep.F()\n", Options{})
	if err == nil || !strings.Contains(err.Error(), "string") {
		t.Errorf("error %v, want one about the type string", err)
	}
}

// Findings are JSON for the go command, or text and an error.
func TestOutput(t *testing.T) {
	cfg := unitchecker.Config{
		ID: "example.com/p", ImportPath: "example.com/p", ModulePath: "example.com",
		ImportMap: map[string]string{"net/http": "net/http", "strings": "strings"}, PackageVetx: map[string]string{},
	}
	cfg.PackageFile = stdExports(t, cfg.ImportMap)
	for path := range maps.Keys(cfg.ImportMap) {
		dep := &unit{Config: &unitchecker.Config{VetxOutput: filepath.Join(t.TempDir(), "vetx")}}
		if err := dep.write(nil, nil); err != nil {
			t.Fatal(err)
		}
		cfg.PackageVetx[path] = dep.VetxOutput
	}
	const source = `package p

import (
	"net/http"
	"strings"
)

func f(v string) {
	http.Post("https://track.customer.io/api/v1/customers/1/events", "application/json", strings.NewReader("{\"data\":{\"ssn\":\""+v+"\"}}"))
}
`
	_, stderr, err := run(t, cfg, source, Options{Context: -1})
	if !errors.Is(err, ErrFindings) || !strings.Contains(stderr, "p.go:9:") {
		t.Errorf("error %v, stderr %q", err, stderr)
	}
	stdout, stderr, err := run(t, cfg, source, Options{JSON: true})
	if err != nil || stderr != "" || !strings.Contains(stdout, `"example.com/p"`) || !strings.Contains(stdout, "p.go:9:") {
		t.Errorf("error %v, stderr %q, stdout %q", err, stderr, stdout)
	}
	cfg.Stdout = filepath.Join(t.TempDir(), "stdout")
	if stdout, _, err := run(t, cfg, source, Options{JSON: true}); err != nil || stdout != "" {
		t.Errorf("error %v, stdout %q", err, stdout)
	}
	if data, err := os.ReadFile(cfg.Stdout); err != nil || !bytes.Contains(data, []byte("p.go:9:")) {
		t.Errorf("%v, file %q", err, data)
	}
}

// stdExports asks the go command for export data.
func stdExports(t *testing.T, imports map[string]string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for path := range imports {
		data, err := exec.Command("go", "list", "-export", "-f", "{{.Export}}", path).Output()
		if err != nil {
			t.Fatal(err)
		}
		out[path] = strings.TrimSpace(string(data))
	}
	return out
}

func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "vet.cfg")
	if err := os.WriteFile(bad, []byte("{"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, config := range []string{bad, filepath.Join(dir, "absent.cfg")} {
		err := Run(config, analyzer.New(), Options{}, io.Discard, io.Discard)
		if err == nil || !strings.Contains(err.Error(), config) {
			t.Errorf("error %v, want one that names %s", err, config)
		}
	}
	if err := os.WriteFile(bad, []byte("no summary"), 0o666); err != nil {
		t.Fatal(err)
	}
	_, _, err := run(t, unitchecker.Config{ImportPath: "p", PackageVetx: map[string]string{"fmt": bad}}, "package p\n", Options{})
	if err == nil || !strings.Contains(err.Error(), "summary of fmt") {
		t.Errorf("error %v, want one about the summary of fmt", err)
	}
}
