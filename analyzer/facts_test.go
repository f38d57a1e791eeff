package analyzer

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"go/types"
	"maps"
	"reflect"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/internal/catalog"
)

// maxFactBytes bounds what one function adds to the build cache.
const maxFactBytes = 64 << 10

// TestFactsAreStable runs the analyzer twice over packages that depend on one
// another: their facts must be the same, survive gob, encode to the same
// bytes every time, and stay small.
func TestFactsAreStable(t *testing.T) {
	t.Parallel()
	first, second := factsOf(t), factsOf(t)
	if len(first) == 0 {
		t.Fatal("no facts")
	}
	for name, f := range first {
		if g := second[name]; g == nil || !reflect.DeepEqual(f, g) {
			t.Errorf("%s: another run says %v, not %v", name, g, f)
		}
		text := encode(t, f)
		for range 10 {
			if !bytes.Equal(text, encode(t, f)) {
				t.Errorf("%s: the encoding changes", name)
			}
		}
		if len(text) > maxFactBytes {
			t.Errorf("%s: %d bytes", name, len(text))
		}
		var back flow.FuncFact
		if err := gob.NewDecoder(bytes.NewReader(text)).Decode(&back); err != nil {
			t.Errorf("%s: %v", name, err)
		} else if back.String() != f.String() {
			t.Errorf("%s: decoded as %v, not %v", name, &back, f)
		}
	}
}

func encode(t *testing.T, f *flow.FuncFact) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(f); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestFactsDoNotDependOnRules: a project that turns a rule off still owes its
// importers what they need for theirs. The packages have facts of each kind.
func TestFactsDoNotDependOnRules(t *testing.T) {
	t.Parallel()
	off := map[string]any{}
	for _, name := range catalog.Names() {
		off[name] = "off"
	}
	without, err := NewWithPolicy(map[string]any{"rules": off})
	if err != nil {
		t.Fatal(err)
	}
	packages := []string{"across/analytics", "across/users", "erasure/cross/users", "erasure/cross/people", "webhook/across/signing", "webhook/across/schemes"}
	want, got := told(t, New(), packages), told(t, without, packages)
	for _, kind := range []string{"*flow.FuncFact", "*flow.VarFact", "*precede.Fact", "of packages"} {
		if want[kind] == "" {
			t.Errorf("the packages have no fact of the kind %s", kind)
		}
	}
	if !maps.Equal(got, want) {
		for name := range want {
			if got[name] != want[name] {
				t.Errorf("%s: without rules %q, with all of them %q", name, got[name], want[name])
			}
		}
	}
}

// told returns all facts of packages as text, by object, and for each kind of
// fact that there is one.
func told(t *testing.T, a *analysis.Analyzer, packages []string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, act := range analysed(t, a, packages...) {
		for _, f := range act.AllObjectFacts() {
			out[fmt.Sprintf("%v %T", f.Object, f.Fact)] = fmt.Sprint(f.Fact)
			out[fmt.Sprintf("%T", f.Fact)] = "yes"
		}
		for _, f := range act.AllPackageFacts() {
			out[fmt.Sprintf("%s %T", f.Package.Path(), f.Fact)] = fmt.Sprint(f.Fact)
			out["of packages"] = "yes"
		}
	}
	return out
}

func factsOf(t *testing.T) map[string]*flow.FuncFact {
	t.Helper()
	out := map[string]*flow.FuncFact{}
	for _, act := range analysed(t, New(), "across/analytics", "across/users") {
		for _, f := range act.AllObjectFacts() {
			if fact, ok := f.Fact.(*flow.FuncFact); ok {
				out[f.Object.(*types.Func).FullName()] = fact
			}
		}
	}
	return out
}

// TestWireFacts: what crosses packages of their wiring is the same every time,
// survives gob, and stays small. The packages are wired in each way there is.
func TestWireFacts(t *testing.T) {
	t.Parallel()
	packages := []string{"wiring/forms/leaks/slice", "wiring/forms/logged/option", "wiring/results/app", "wiring/hooks/app", "wiring/messages/app"}
	first, second := wireFacts(t, packages), wireFacts(t, packages)
	if len(first) < 10 {
		t.Fatalf("%d facts", len(first))
	}
	for path, f := range first {
		if !reflect.DeepEqual(f, second[path]) {
			t.Errorf("%s: another run says %v, not %v", path, second[path], f)
		}
		var b bytes.Buffer
		if err := gob.NewEncoder(&b).Encode(f); err != nil {
			t.Fatal(err)
		}
		if b.Len() > maxFactBytes {
			t.Errorf("%s: %d bytes", path, b.Len())
		}
		var back flow.WireFact
		if err := gob.NewDecoder(&b).Decode(&back); err != nil {
			t.Errorf("%s: %v", path, err)
		} else if back.String() != f.String() {
			t.Errorf("%s: decoded as %v, not %v", path, &back, f)
		}
	}
}

func wireFacts(t *testing.T, packages []string) map[string]*flow.WireFact {
	t.Helper()
	out := map[string]*flow.WireFact{}
	for _, act := range analysed(t, New(), packages...) {
		for _, f := range act.AllPackageFacts() {
			if fact, ok := f.Fact.(*flow.WireFact); ok {
				out[f.Package.Path()] = fact
			}
		}
	}
	return out
}
