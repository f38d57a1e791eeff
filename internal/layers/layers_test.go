package layers

import (
	"strconv"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/internal/relevance"
)

// table holds every room of the house, the highest layer first. A room imports
// rooms of its own layer and of the layers below. (The compiler sees to it that
// rooms of one layer do not import each other in a circle.)
var table = [][]string{
	// What runs: the command, and what builds the analyzer into others.
	{"cmd/ciolint", "bench/...", "analyzer/plugin/e2e"},
	{"cmd/ciolint/internal/driver", "cmd/ciolint/internal/unit", "cmd/ciolint/internal/explain", "cmd/ciolint/internal/report/sarifschema"},
	{"cmd/ciolint/internal/report"},
	{"cmd/ciolint/internal/baseline", "cmd/ciolint/internal/load"},
	{"cmd/ciolint/internal/finding", "cmd/ciolint/internal/source"},
	{"analyzer/plugin"},

	// The analyzer, from its face down to what holds no idea of its own.
	{"analyzer"},
	{"analyzer/internal/report"},
	{"analyzer/internal/rules"},
	{"analyzer/internal/suppress"},
	{
		"analyzer/internal/flow", "analyzer/internal/precede", "analyzer/internal/webhook",
		"analyzer/internal/httpreq", "analyzer/internal/customerio", "analyzer/internal/fix",
	},
	{"analyzer/internal/symexec"},
	{"analyzer/internal/content", "analyzer/internal/model", "analyzer/internal/ssautil", "analyzer/internal/text", "analyzer/internal/wire", "analyzer/internal/coretest"},
	{"analyzer/internal/flowgen", "analyzer/internal/ssatest"},
	{"analyzer/internal/limit"},

	// What the command and the analyzer both need.
	{"internal/result"},
	{"internal/policy"},
	{"internal/catalog", "internal/relevance", "internal/layers"},
	{"internal/scratch"},

	// The runtime, which knows nothing of the linter.
	{"runtime", "runtime/ciotest", "runtime/credential/cloud", "runtime/erasure", "runtime/sanitize", "runtime/tracing"},
	{"internal/keyclass"},
	{"runtime/credential", "runtime/webhook", "runtime/pii"},
	{"runtime/internal/...", "internal/keyname", "internal/fold"},
}

// doors says who enters a room. The compiler keeps strangers out of a folder
// internal, but not those who live next to it.
var doors = []struct {
	room string
	by   []string
	why  string
}{
	{"analyzer/internal/...", []string{"analyzer", "analyzer/internal/..."}, "a driver uses the public face of the analyzer"},
	{"cmd/ciolint/internal/...", []string{"cmd/ciolint/..."}, "the command's parts are its own"},
	{"internal/keyname", []string{"internal/policy", "internal/keyname", "internal/keyclass", "runtime/..."}, "the spelling of keys is for the sanitizer and the policy"},
	{"internal/keyclass", []string{"internal/policy", "internal/keyclass", "analyzer/...", "runtime/..."}, "what a key is where it stands is for the sanitizer and the linter"},
	{"internal/fold", []string{"internal/keyname", "internal/fold", "runtime/..."}, "the folding of text is for those who read keys and values"},
	{"internal/...", []string{"cmd/...", "analyzer/...", "internal/...", "bench/..."}, "the runtime knows nothing of the linter"},
	{"runtime/internal/...", []string{"runtime/..."}, "the runtime's parts are its own"},
}

// ignorance is what a room must not know, however low it stands.
var ignorance = []struct {
	rooms []string
	of    []string // rooms, or import paths outside of the module
	why   string
}{
	{[]string{"analyzer/...", "cmd/...", "internal/..."}, []string{"runtime/sanitize", "runtime/webhook", "runtime/credential", "runtime/erasure"},
		"the linter names the runtime in its fixes and does not need it"},
	{[]string{"runtime/erasure", "runtime/sanitize", "runtime/tracing", "runtime/webhook", "runtime/credential/..."}, []string{"runtime/ciotest"}, "it is for tests"},
	{[]string{"analyzer/internal/flow"}, []string{"analyzer/internal/customerio", "analyzer/internal/httpreq", "analyzer/internal/precede", "analyzer/internal/webhook"},
		"the core knows SSA and nothing of Customer.io"},
	{[]string{"analyzer/internal/httpreq", "analyzer/internal/precede", "analyzer/internal/webhook", "analyzer/internal/symexec"}, []string{"analyzer/internal/flow"},
		"what they ask of a core is an interface of their own"},
	{[]string{"analyzer/internal/symexec"}, []string{"analyzer/internal/customerio"}, "it runs functions and knows nothing of webhooks"},
	{[]string{"analyzer/internal/customerio"}, []string{"golang.org/x/tools/go/ssa", "analyzer/internal/flow"}, "the model knows the SDK and nothing of SSA"},
	{[]string{"analyzer/internal/content"}, []string{"golang.org/x/tools/go/ssa", "analyzer/internal/model"}, "the abstract values are data"},
	{[]string{"internal/policy"}, []string{"golang.org/x/tools/go/ssa"}, "the policy knows types and nothing of SSA"},
	{[]string{"internal/catalog"}, []string{"golang.org/x/tools/..."}, "the records are data"},
	{[]string{"analyzer/...", "cmd/...", "internal/...", "bench/..."}, []string{"internal/scratch", "analyzer/internal/coretest", "analyzer/internal/flowgen", "analyzer/internal/ssatest"}, "it is for tests"},
	{[]string{"internal/relevance"}, []string{"golang.org/x/tools/..."}, "it goes by import paths alone"},
}

// standard are the rooms that need no more than the standard library, tests
// excepted.
var standard = []string{"runtime/pii", "runtime/webhook", "runtime/credential", "internal/catalog", "internal/relevance", "internal/keyname", "internal/keyclass"}

// layer returns the number of a room's layer, counted from the top; false if
// it has none.
func layer(room string) (int, bool) {
	for i, rooms := range table {
		if isIn(room, rooms...) {
			return i, true
		}
	}
	return 0, false
}

// imported returns a room, or the import path as it is if it leads out of the
// module.
func imported(path string) (name string, room bool) {
	if path == module {
		return ".", true
	}
	return strings.CutPrefix(path, module+"/")
}

// TestEveryRoomHasALayer: a new package must say where it belongs.
func TestEveryRoomHasALayer(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, s := range sources(t) {
		if _, ok := layer(s.room); !ok && !seen[s.room] {
			seen[s.room] = true
			t.Errorf("the room %s has no layer: add it to the table in internal/layers/layers_test.go, above what it imports and below what imports it", s.room)
		}
	}
}

// TestImports looks at every import of every file, those of tests included.
func TestImports(t *testing.T) {
	t.Parallel()
	for _, s := range sources(t) {
		for _, spec := range s.file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			for _, fault := range faults(s.room, path, s.isTest()) {
				t.Errorf("%s: %s", s.at(spec), fault)
			}
		}
	}
}

// faults says what is wrong with an import of a path by a room.
func faults(room, path string, test bool) []string {
	var out []string
	name, inside := imported(path)
	if inside && name != room {
		from, _ := layer(room)
		if to, ok := layer(name); ok && to < from {
			out = append(out, room+" imports "+name+", which is above it")
		}
		for _, d := range doors {
			if !isIn(name, d.room) {
				continue
			}
			if !isIn(room, d.by...) {
				out = append(out, room+" enters "+name+", which is not its own: "+d.why)
			}
			break // the first door is the one
		}
	}
	if test {
		return out
	}
	for _, i := range ignorance {
		if isIn(room, i.rooms...) && isIn(name, i.of...) {
			out = append(out, room+" imports "+name+": "+i.why)
		}
	}
	if isIn(room, standard...) && !inside && !relevance.IsStandard(path) {
		out = append(out, room+" imports "+name+": it needs no more than the standard library")
	}
	return out
}

// TestFaults: the table would notice. Each line is an import that somebody may
// be tempted to write.
func TestFaults(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		room, path string
		want       string // a part of the fault; "" is none
	}{
		{"analyzer/internal/rules", module + "/analyzer/internal/flow", ""},
		{"analyzer/internal/flow", module + "/analyzer/internal/rules", "above it"},
		{"analyzer/internal/limit", module + "/analyzer/internal/content", "above it"},
		{"analyzer/internal/content", module + "/analyzer/internal/limit", ""},
		{"analyzer/internal/symexec", module + "/analyzer/internal/webhook", "above it"},
		{"analyzer/internal/webhook", module + "/analyzer/internal/symexec", ""},
		{"analyzer/internal/flow", module + "/analyzer/internal/customerio", "nothing of Customer.io"},
		{"analyzer/internal/precede", module + "/analyzer/internal/flow", "an interface of their own"},
		{"analyzer/internal/customerio", "golang.org/x/tools/go/ssa", "nothing of SSA"},
		{"internal/policy", module + "/analyzer/internal/customerio", "above it"},
		{"runtime/sanitize", module + "/analyzer", "above it"},
		{"runtime/sanitize", module + "/internal/policy", "above it"},
		{"runtime/pii", module + "/internal/keyname", ""},
		{"runtime/pii", "golang.org/x/text/cases", "standard library"},
		{"analyzer/plugin", module + "/analyzer/internal/rules", "not its own"},
		{"bench", module + "/analyzer/internal/flow", "not its own"},
		{"cmd/ciolint", module + "/internal/catalog", ""},
		{"cmd/ciolint", module + "/internal/keyname", "not its own"},
		{"analyzer", module + "/runtime/sanitize", "does not need it"},
	} {
		got := strings.Join(faults(c.room, c.path, false), "; ")
		if (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s imports %s: %q, want %q", c.room, c.path, got, c.want)
		}
	}
}
