package analyzer

import (
	"bytes"
	"encoding/gob"
	"go/types"
	"reflect"
	"testing"

	"github.com/ciolint/ciolint/analyzer/internal/flow"
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
