package analyzer

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"
)

// TestServices compares the services of testdata/services with their labels,
// which its README explains.
func TestServices(t *testing.T) {
	t.Parallel()
	root := filepath.Join("..", "testdata", "services")
	services := readServices(t, root)
	if len(services) < 100 {
		t.Fatalf("%d services", len(services))
	}
	findings := findingsIn(t, root)
	wrong := map[string]bool{}
	for _, row := range readTable(t, filepath.Join(root, "wrong.tsv"), 2) {
		wrong[row[0]] = true
		if services[row[0]] == nil {
			t.Errorf("wrong.tsv names %s, which is no service", row[0])
		}
	}
	for name, s := range services {
		switch right := s.isRight(findings[name]); {
		case right && wrong[name]:
			t.Errorf("%s is right now: take it out of wrong.tsv", name)
		case !right && !wrong[name]:
			t.Errorf("%s: labels %q, findings %q", name, s.rules, findings[name])
		}
	}
}

// A service is what its labels say: the rules of its leaks, and those that a
// leak may be reported by instead.
type service struct{ rules, alternatives []string }

// isRight reports whether the findings, given by their rules, are the leaks.
func (s *service) isRight(found []string) bool {
	left := slices.Clone(s.rules)
	for _, rule := range found {
		if i := slices.Index(left, rule); i >= 0 {
			left = slices.Delete(left, i, i+1)
		} else if !slices.Contains(s.rules, rule) && !slices.Contains(s.alternatives, rule) {
			return false
		}
	}
	return len(left) == 0
}

// readServices reads the labels of all sets, by set and program.
func readServices(t *testing.T, root string) map[string]*service {
	t.Helper()
	tables, err := filepath.Glob(filepath.Join(root, "set*", "labels.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*service{}
	for _, table := range tables {
		for _, row := range readTable(t, table, 5) {
			name := filepath.Base(filepath.Dir(table)) + "/" + row[0]
			if out[name] == nil {
				out[name] = &service{}
			}
			switch {
			case row[1] == "ok":
			case strings.HasPrefix(row[4], "alt:"):
				out[name].alternatives = append(out[name].alternatives, row[3])
			default:
				out[name].rules = append(out[name].rules, row[3])
			}
		}
	}
	return out
}

func readTable(t *testing.T, name string, columns int) [][]string {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes, r.FieldsPerRecord = '\t', true, columns
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return rows
}

// findingsIn runs the analyzer over the module at root, and returns the rules of
// its findings, by set and program.
func findingsIn(t *testing.T, root string) map[string][]string {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax | packages.NeedModule, Dir: root, Env: append(os.Environ(), "GOWORK=off", "GOFLAGS=")}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	if packages.PrintErrors(pkgs) > 0 {
		t.Fatal("the services have to compile")
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{analyzerFor(t, "unless-clean")}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Fatal(act.Err)
		}
		parts := strings.Split(act.Package.PkgPath, "/")
		for _, d := range act.Diagnostics {
			name := strings.Join(parts[1:3], "/")
			out[name] = append(out[name], d.Category)
		}
	}
	return out
}
