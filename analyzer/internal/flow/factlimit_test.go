package flow

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// A factCrossing is a package whose facts cross a limit if n is large, and one
// that sends what is beyond.
type factCrossing struct {
	limit *limit.Limit
	lib   func(n int) string
	user  string
}

var factCrossings = map[string]factCrossing{
	"entries of a result": {limit.FactNodes, func(n int) string {
		return "func Make(v any) map[string]any {\n\treturn map[string]any{\n" + lines(n, "\t\"k%d\": 1,") + "\t\"last\": v}\n}"
	}, "func f(ssn string) { probe(lib.Make(ssn)) }"},
	"entries of a map inside": {limit.FactNodes, func(n int) string {
		return "func Make(v any) map[string]any {\n\treturn map[string]any{\"in\": map[string]any{\n" + lines(n, "\t\"k%d\": 1,") + "\t\"last\": v}}\n}"
	}, "func f(ssn string) { probe(lib.Make(ssn)) }"},
	"entries of a variable": {limit.FactNodes, func(n int) string {
		return "var Made = map[string]any{\n" + lines(n, "\t\"k%d\": 1,") + "\t\"ssn\": load()}\nfunc load() string"
	}, "func f() { probe(lib.Made) }"},
	"entries that are written": {limit.FactNodes, func(n int) string {
		return "func Fill(m map[string]any, v any) {\n\tm[\"in\"] = map[string]any{\n" + lines(n, "\t\"k%d\": 1,") + "\t\"last\": v}\n}"
	}, "func f(ssn string) {\n\tm := map[string]any{}\n\tlib.Fill(m, ssn)\n\tprobe(m)\n}"},
	"entries that are sent": {limit.FactNodes, func(n int) string {
		return "type All struct {\n" + lines(n, "\tF%d map[string]any") + "\tLast map[string]any\n}\n" +
			"func Send(x All) {\n\tprobe(map[string]any{\n" + lines(n, "\t\"k%d\": x.F%d,") + "\t\"last\": x.Last})\n}"
	}, "func f(ssn string) { lib.Send(lib.All{Last: map[string]any{\"ssn\": ssn}}) }"},
	"fields of a result": {limit.FactFields, func(n int) string {
		return "type All struct {\n" + lines(n, "\tF%d map[string]any") + "\tLast map[string]any\n}\n" +
			"func Make(v any) All { return All{F0: map[string]any{\"plan\": 1}, Last: map[string]any{\"ssn\": v}} }"
	}, "func f(ssn string) { probe(lib.Make(ssn).Last) }"},
	"fields of what a result refers to": {limit.FactFields, func(n int) string {
		return "type All struct {\n" + lines(n, "\tF%d map[string]any") + "\tLast map[string]any\n}\n" +
			"func Make(v any) *All { return &All{F0: map[string]any{\"plan\": 1}, Last: map[string]any{\"ssn\": v}} }"
	}, "func f(ssn string) { probe(lib.Make(ssn).Last) }"},
	"fields of a variable": {limit.FactFields, func(n int) string {
		return "type All struct {\n" + lines(n, "\tF%d map[string]any") + "\tLast map[string]any\n}\n" +
			"var Made = All{F0: map[string]any{\"plan\": 1}, Last: map[string]any{\"ssn\": load()}}\nfunc load() string"
	}, "func f() { probe(lib.Made.Last) }"},
	"fields that may be credentials": {limit.FactFields, func(n int) string {
		return "type All struct {\n\tM map[string]any\n" + lines(n, "\tKey%d string") + "\tLastKey string\n}\n" +
			"func Make() All { return All{\n" + lines(n, "\tKey%d: \"key %d\",") + "\tLastKey: \"the last\"} }"
	}, "func f() { probe(lib.Make().LastKey) }"},
	"structs with a credential inside": {limit.FactDepth, func(n int) string {
		types, value := "type S0 struct { LastKey string }\n", "S0{LastKey: \"the last\"}"
		for i := range n + 1 {
			types += fmt.Sprintf("type S%d struct { In S%d; M map[string]any }\n", i+1, i)
			value = fmt.Sprintf("S%d{In: %s}", i+1, value)
		}
		return types + fmt.Sprintf("func Make() S%d { return %s }\nfunc Key(s S%d) string { return s%s.LastKey }", n+1, value, n+1, strings.Repeat(".In", n+1))
	}, "func f() { probe(lib.Key(lib.Make())) }"},
}

// TestFactLimits crosses the limits of facts: within, importers see what there
// is; beyond, what is missing is unknown to them, and counted on both sides.
func TestFactLimits(t *testing.T) {
	t.Parallel()
	for name, c := range factCrossings {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			lib, user, _ := c.cross(t, c.limit.Max/2)
			if lib.tally.Of(c.limit) > 0 || user.tally.Of(c.limit) > 0 {
				t.Errorf("half of the limit crosses it: %s; %s", lib.tally.String(), user.tally.String())
			}
			lib, user, found := c.cross(t, c.limit.Max+1)
			if lib.tally.Of(c.limit) == 0 {
				t.Error("the package that makes the fact counts nothing")
			}
			if user.tally.Of(c.limit) == 0 {
				t.Error("the package that reads the fact counts nothing")
			}
			if !slices.ContainsFunc(found, isTold) {
				t.Error("beyond the limit nothing is told")
			}
		})
	}
}

func (c factCrossing) cross(t *testing.T, n int) (lib, user *Analysis, found []*Instance) {
	t.Helper()
	lib = analysisOver(t, nil, "package lib\n"+c.lib(n))
	lib.Instances(probeFinder{})
	user = analysisOver(t, lib, "package p\nimport \"lib\"\n"+c.user)
	return lib, user, user.Instances(probeFinder{})
}

// TestFactsKeepToTheLimit: a fact does not grow with the program.
func TestFactsKeepToTheLimit(t *testing.T) {
	t.Parallel()
	size := func(n int) int {
		lib := analysisOver(t, nil, "package lib\n"+factCrossings["entries of a result"].lib(n))
		lib.Instances(probeFinder{})
		return len(fmt.Sprint(lib.FuncFact(lib.pkg.Func("Make"), 0)))
	}
	if one, two := size(limit.FactNodes.Max+10), size(2*limit.FactNodes.Max); one != two {
		t.Errorf("a fact of %d characters grows to %d", one, two)
	}
}
