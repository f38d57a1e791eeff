package customerio

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"testing"
)

// TestSinkInfoInFacts: a fact has it as an interface, and gets the same back.
func TestSinkInfoInFacts(t *testing.T) {
	t.Parallel()
	type fact struct{ Info fmt.Stringer }
	in := fact{SinkInfo{Name: "(*customerio.CustomerIO).Identify", Role: Attributes, Label: "attributes", Transactional: true}}
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(in); err != nil {
		t.Fatal(err)
	}
	var out fact
	if err := gob.NewDecoder(&b).Decode(&out); err != nil {
		t.Fatal(err)
	}
	if in != out {
		t.Errorf("got %#v, want %#v", out, in)
	}
}
