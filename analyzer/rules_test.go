package analyzer_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/ciolint/ciolint/analyzer"
	"github.com/ciolint/ciolint/internal/catalog"
)

// TestCatalogueExamples puts the examples of each rule into a program: the
// rule reports the bad one, and nothing reports the good one.
func TestCatalogueExamples(t *testing.T) {
	t.Parallel()
	root := gopath(t)
	want := map[string][]string{} // by package
	for _, r := range catalog.All() {
		bad, good := r.Name+"/bad", r.Name+"/good"
		writeFile(t, filepath.Join(root, "src", bad, "bad.go"), exampleProgram("bad", r.Bad))
		writeFile(t, filepath.Join(root, "src", good, "good.go"), exampleProgram("good", r.Good))
		want[bad], want[good] = []string{r.Name}, nil
	}
	packages := slices.Collect(maps.Keys(want))
	for _, result := range analysistest.Run(findingsExpected{t}, root, analyzer.New(), packages...) {
		var got []string
		for _, d := range result.Diagnostics {
			got = append(got, d.Category)
		}
		name := result.Pass.Pkg.Path()
		if !slices.Equal(slices.Compact(got), want[name]) {
			t.Errorf("%s example: findings %q, want %q", name, got, want[name])
		}
	}
}

// exampleProgram is a program around an example, which may use a client, an
// eraser, a context ctx, a user u, an order o, attributes attrs, and for a
// webhook what its handler has.
func exampleProgram(name, code string) string {
	text := "package " + name + `

import (
	"context"
	"encoding/hex"
	"hash"
	"net/http"
	"os"

	"github.com/ciolint/ciolint/runtime/erasure"
	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/ciolint/ciolint/runtime/webhook"
	"github.com/customerio/go-customerio/v3"
)

var (
	_ = os.Getenv
	_ = sanitize.Attributes
	_ = hex.EncodeToString
)

var (
	mac      hash.Hash
	verifier *webhook.Verifier
	events   http.Handler
	handle   func(body []byte)
)

type user struct{ ID, Plan, Phone, SSN string }

type order struct{ Total int }

func example(ctx context.Context, client *customerio.CustomerIO, eraser *erasure.Eraser, u user, o order, attrs map[string]any, r *http.Request, body []byte) {
`
	if strings.HasPrefix(code, "client :=") {
		code = strings.Replace(code, ":=", "=", 1)
	}
	return text + "\t" + code + "\n\t_ = client\n}\n"
}

// findingsExpected is a test for which every finding is expected.
type findingsExpected struct{ *testing.T }

func (t findingsExpected) Errorf(format string, args ...any) {
	if !strings.Contains(format, "unexpected %s") {
		t.T.Errorf(format, args...)
	}
}

// TestReadmeHasTheCatalogue compares the README with the catalogue.
func TestReadmeHasTheCatalogue(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	readme := strings.Join(strings.Fields(string(text)), " ") // lines may break anywhere
	for _, r := range catalog.All() {
		for _, part := range []string{"### " + r.Name, r.Title, r.Why, r.Bad, r.Good, r.Fix} {
			if !strings.Contains(readme, strings.Join(strings.Fields(part), " ")) {
				t.Errorf("rule %s: the README lacks %q", r.Name, part)
			}
		}
	}
}
