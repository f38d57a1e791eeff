package flow

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// A crossing is a program that sends the parameter ssn on a way that crosses
// a limit if n is large.
type crossing struct {
	limit          *limit.Limit
	within, beyond int // n
	src            func(n int) string
}

// lines is n times a line, with its number for each %d.
func lines(n int, line string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintln(&b, strings.ReplaceAll(line, "%d", fmt.Sprint(i)))
	}
	return b.String()
}

var crossings = []crossing{
	{limit.Writes, 5, 100, func(n int) string { // places that write one key, or take it away
		return "func c(int) bool\nfunc f(ssn string, m map[string]any, k string) {\n\tm = map[string]any{}\n" +
			lines(n, "\tif c(%d) { m[\"k\"] = \"%d\" }") + "\tif c(0) { m[\"k\"] = ssn }\n\tprobe(m)\n}"
	}},
	{limit.Writes, 5, 100, func(n int) string { // under keys that are not known, with removals among them
		return "func key() string\nfunc f(ssn string) {\n\tm := map[string]any{}\n" +
			lines(n, "\tdelete(m, key())\n\tm[key()] = \"%d\"") + "\tm[key()] = ssn\n\tprobe(m)\n}"
	}},
	{limit.Path, 3, 30, func(n int) string { // fields in fields
		return lines(n, "type t%d struct{ f%d *t"+"#"+" }") + fmt.Sprintf("type t%d struct{ m map[string]any }\n", n) +
			fmt.Sprintf("func f(x *t0, ssn string) {\n\tx%s.m = map[string]any{\"ssn\": ssn}\n\tprobe(x%[1]s.m)\n}", selectors(n))
	}},
	{limit.Levels, 3, 10, func(n int) string { // structs in structs, by value
		return lines(2*n, "type t%d struct{ f%d t"+"#"+" }") + fmt.Sprintf("type t%d struct{ m map[string]any }\n", 2*n) +
			fmt.Sprintf("func f(ssn string) {\n\tvar y t%d\n\ty%s.m = map[string]any{\"ssn\": ssn}\n\tvar x t0\n\tx%s = y\n\tprobe(x%[3]s%[2]s.m)\n}", n, strings.TrimPrefix(selectors(2*n), selectors(n)), selectors(n))
	}},
	{limit.Rounds, 0, 1, func(n int) string { // a text that grows in a loop
		return "func c() bool\nfunc f(ssn string) {\n\ts := \"a\"\n" + lines(n, "\tfor c() { s += \"a\" }") + "\tprobe(map[string]any{s: ssn})\n}"
	}},
	{limit.Callbacks, 0, 1, func(n int) string { // a function that is passed to itself
		return "type fn func(fn, map[string]any)\nfunc c() bool\nfunc call(f fn, m map[string]any) { f(f, m) }\nfunc f(ssn string) {\n\tm := map[string]any{}\n" +
			"\tcall(func(g fn, x map[string]any) {\n" + lines(n, "\t\tif c() { g(g, x) }") + "\t\tx[\"ssn\"] = ssn\n\t}, m)\n\tprobe(m)\n}"
	}},
	{limit.Callbacks, 1, 8, func(n int) string { // the last of a list of functions that call the next one
		return "type fn func([]fn, map[string]any)\nfunc next(fs []fn, m map[string]any) { fs[0](fs[1:], m) }\nfunc f(ssn string) {\n\tm := map[string]any{}\n" +
			"\tnext([]fn{" + strings.Repeat("next, ", n) + "func(_ []fn, x map[string]any) { x[\"ssn\"] = ssn }}, m)\n\tprobe(m)\n}"
	}},
	{limit.Predicates, 1, 8, func(n int) string { // predicates that ask one another
		return lines(n, "func p%d(k string) bool { return p"+"#"+"(k) }") + fmt.Sprintf("func p%d(k string) bool { return len(k) > 0 }\n", n) +
			"func f(ssn string) {\n\tin, m := map[string]any{\"ssn\": ssn}, map[string]any{}\n\tfor k, v := range in {\n\t\tif p0(k) { m[k] = v }\n\t}\n\tprobe(m)\n}"
	}},
	{limit.Predicates, 1, 8, func(n int) string { // the same, for maps.DeleteFunc
		return "import \"maps\"\n" + lines(n, "func p%d(k string, v any) bool { if p"+"#"+"(k, v) { return true }; return false }") + fmt.Sprintf("func p%d(k string, v any) bool { return k == \"plan\" }\n", n) +
			"func f(ssn string) {\n\tm := map[string]any{\"ssn\": ssn}\n\tmaps.DeleteFunc(m, p0)\n\tprobe(m)\n}"
	}},
	{limit.Context, 1, 8, func(n int) string { // functions that return what others make
		return lines(n, "func g%d() map[string]any { return g"+"#"+"() }") + fmt.Sprintf("func g%d() map[string]any { return map[string]any{} }\n", n) +
			"func f(ssn string) {\n\tm, o := g0(), g0()\n\tm[\"ssn\"] = ssn\n\to[\"plan\"] = 1\n\tprobe(m)\n}"
	}},
	{limit.Nesting, 2, 30, func(n int) string { // function literals in one another
		return "func f(ssn string) {\n\tm := map[string]any{\"ssn\": ssn}\n" + lines(n, "\tfunc() {") + "\tprobe(m)\n" + lines(n, "\t}()") + "}"
	}},
	{limit.Depth, 5, 100, func(n int) string { // wrappers of the sink
		return lines(n, "func g%d(m map[string]any) { g"+"#"+"(m) }") + fmt.Sprintf("func g%d(m map[string]any) { probe(m) }\n", n) +
			"func f(ssn string) { g0(map[string]any{\"ssn\": ssn}) }"
	}},
	{limit.Recursion, 3, 60, func(n int) string { // a function that calls itself with its parameters moved on by one
		params := strings.ReplaceAll(strings.TrimSuffix(lines(n, "m%d, "), "\n"), "\n", "")
		return "func c() bool\nfunc g(" + strings.TrimSuffix(params, ", ") + " map[string]any) {\n\tif c() { return }\n\tm0[\"k\"] = 1\n\tg(" + strings.TrimPrefix(params, "m0, ") + "m0)\n}\n" +
			"func f(ssn string) {\n" + lines(n, "\tm%d := map[string]any{\"ssn\": ssn}") + "\tg(" + params + ")\n\tprobe(m0)\n}"
	}},
	{limit.Concat, 3, 100, func(n int) string { // texts joined with texts
		return "func c() int\nfunc f(ssn string) {\n\ts := \"\"\n\tswitch c() {\n" + lines(n, "\tcase %d: s = \"k%d\"") + "\t}\n\tprobe(map[string]any{s + s: ssn})\n}"
	}},
	{limit.Consts, 5, 4200, func(n int) string { // texts that a key may be
		return "func c() int\nfunc f(ssn string) {\n\ts := \"\"\n\tswitch c() {\n" + lines(n, "\tcase %d: s = \"k%d\"") + "\t}\n\tprobe(map[string]any{s: ssn})\n}"
	}},
	{limit.Filters, 2, 8, func(n int) string { // filters by key
		return "func f(in map[string]any) {\n\tm := in\n" +
			lines(n, "\tm%d := map[string]any{}\n\tfor k, v := range m { if k != \"k%d\" { m%d[k] = v } }\n\tm = m%d") + "\tprobe(m)\n}"
	}},
	{limit.Refs, 5, 80, func(n int) string { // parameters that one value may be
		return "func c() int\ntype t struct {\n" + lines(n, "\tf%d string") + "}\nfunc f(x t, ssn string) {\n\ts := ssn\n\tswitch c() {\n" + lines(n, "\tcase %d: s = x.f%d") + "\t}\n\tprobe(map[string]any{\"note\": s})\n}"
	}},
	{limit.Nodes, 10, 9000, func(n int) string { // entries
		return "func f(ssn string) {\n\tprobe(map[string]any{\n" + lines(n, "\t\"k%d\": %d,") + "\t\"ssn\": ssn})\n}"
	}},
	{limit.Height, 3, 12, func(n int) string { // maps in maps
		return "func f(ssn string) { probe(" + strings.Repeat("map[string]any{\"k\": ", n) + "map[string]any{\"ssn\": ssn}" + strings.Repeat("}", n) + ") }"
	}},
	{limit.Merged, 5, 400, func(n int) string { // entries under one key, written at one place
		return "func c() bool\nfunc in(v any) map[string]any { return map[string]any{\"k\": v} }\nfunc f(ssn string) {\n\tx, y := map[string]any{\n" + lines(n, "\t\"a%d\": 1,") + "\t}, map[string]any{\n" + lines(n, "\t\"b%d\": 1,") +
			"\t\"ssn\": ssn}\n\tm := in(x)\n\tif c() { m = in(y) }\n\tprobe(m)\n}"
	}},
	{limit.Fields, 10, 500, func(n int) string { // fields of a struct that came from elsewhere
		return "type t struct {\n" + lines(n, "\tF%d string") + "\tSSN string `json:\"ssn\"`\n}\nfunc f(x *t) { probe(x) }"
	}},
	{limit.Pairs, 3, 400, func(n int) string { // a list of keys and values
		return "func set(kv ...any) map[string]any {\n\tm := map[string]any{}\n\tfor i := 0; i < len(kv); i += 2 { m[kv[i].(string)] = kv[i+1] }\n\treturn m\n}\n" +
			"func f(ssn string) { probe(set(" + strings.ReplaceAll(lines(n, "\"k%d\", 1,"), "\n", " ") + " \"ssn\", ssn)) }"
	}},
	{limit.Work, 0, 1, func(n int) string { // a tree that functions turn about in all ways
		return "func c() bool\ntype node struct { a, b, d, e *node; m map[string]any }\n" +
			"func g0(x *node) { if c() { return }; x.a = x.b.d; x.b = x.e.a; g1(x.a); g2(x.b) }\n" +
			"func g1(x *node) {\n" + lines(n, "\tif c() { return }; x.d.b = x.a.e; x.b.e = x; g2(x.d); g0(x.e)") + "}\n" +
			"func g2(x *node) {\n" + lines(n, "\tif c() { return }; x.e.a = x.b.d; *x.b = *x.d; g0(x.e); g1(x.a)") + "}\n" +
			"func f(ssn string) {\n\tx := &node{m: map[string]any{\"ssn\": ssn}}\n\tg0(x)\n\tprobe(x.m)\n}"
	}},
	{limit.Work, 0, 1, func(n int) string { // and what is written behind it
		return "func c() bool\ntype node struct { a, b, d, e *node; m map[string]any }\n" +
			"func g0(x *node, s string) { if c() { return }; x.a = x.b.d; x.b = x.e.a; g1(x.a, s); g2(x.b, s) }\n" +
			"func g1(x *node, s string) {\n" + lines(n, "\tif c() { return }; x.d.b = x.a.e; x.b.e = x; g2(x.d, s); g0(x.e, s)") + "}\n" +
			"func g2(x *node, s string) {\n" + lines(n, "\tif c() { return }; x.e.a = x.b.d; *x.b = *x.d; g0(x.e, s); g1(x.a, s)") + "\tx.m[\"ssn\"] = s\n}\n" +
			"func f(ssn string) {\n\tx := &node{m: map[string]any{}}\n\tg2(x, ssn)\n\tprobe(x.m)\n}"
	}},
	{limit.Work, 0, 1, func(n int) string { // and what is sent behind it
		return "func c() bool\ntype node struct { a, b, d, e *node; m map[string]any }\nfunc send(m map[string]any) { probe(m) }\nfunc ok() { send(map[string]any{}) }\n" +
			"func g0(x *node, s string) { if c() { return }; x.a = x.b.d; x.b = x.e.a; g1(x.a, s); g2(x.b, s) }\n" +
			"func g1(x *node, s string) {\n" + lines(n, "\tif c() { return }; x.d.b = x.a.e; x.b.e = x; g2(x.d, s); g0(x.e, s)") + "}\n" +
			"func g2(x *node, s string) {\n" + lines(n, "\tif c() { return }; x.e.a = x.b.d; *x.b = *x.d; g0(x.e, s); g1(x.a, s)") + "\tsend(map[string]any{\"ssn\": s})\n}\n"
	}},
}

func selectors(n int) string { return strings.ReplaceAll(lines(n, ".f%d"), "\n", "") }

// TestLimits crosses each limit: within, nothing is widened by it; beyond, what
// is sensitive or not known is still there.
func TestLimits(t *testing.T) {
	t.Parallel()
	for i, c := range crossings {
		t.Run(fmt.Sprintf("%s/%d", c.limit.Name, i), func(t *testing.T) {
			t.Parallel()
			if a, _ := crossed(t, c, c.within); a.tally.Of(c.limit) > 0 {
				t.Errorf("%d crosses the limit", c.within)
			}
			a, found := crossed(t, c, c.beyond)
			if a.tally.Of(c.limit) == 0 {
				t.Errorf("%d does not cross the limit: %s", c.beyond, a.tally.String())
			}
			if !slices.ContainsFunc(found, isTold) {
				t.Error("beyond the limit nothing is told")
			}
		})
	}
}

func crossed(t *testing.T, c crossing, n int) (*Analysis, []*Instance) {
	t.Helper()
	src := c.src(n)
	for i := 1; strings.Contains(src, "#"); i++ { // the number after the line's own
		src = strings.Replace(src, "#", fmt.Sprint(i), 1)
	}
	a := analysisOf(t, src)
	return a, a.Instances(probeFinder{})
}

// isTold reports whether inst leads to a finding.
func isTold(inst *Instance) bool {
	return tells(inst.Content) || inst.Here && len(inst.Content.Refs) > 0
}

// tells reports whether c leads to a finding: it holds a never-send key or
// value, or entries that are not known.
func tells(c *content.Content) bool {
	return len(c.Origins) > 0 || c.Flags&content.Opaque != 0 ||
		slices.ContainsFunc(c.Children, func(ch *content.Child) bool { return ch.Key == "ssn" || !ch.Known && !ch.Elem || tells(ch.Val) })
}

// TestManyPlaces: what is written through a variable is in every map that it
// may be, however many these are.
func TestManyPlaces(t *testing.T) {
	t.Parallel()
	const n = 100
	a := analysisOf(t, "func c() int\nfunc f(ssn string) {\n"+lines(n, "\tm%d := map[string]any{\"plan\": 1}")+"\tm := m0\n\tswitch c() {\n"+
		lines(n, "\tcase %d: m = m%d")+"\t}\n\tm[\"ssn\"] = ssn\n"+lines(n, "\tprobe(m%d)")+"}")
	found := a.Instances(probeFinder{})
	if len(found) < n {
		t.Errorf("%d probes, want %d at least", len(found), n)
	}
	for _, inst := range found {
		if !isTold(inst) {
			t.Errorf("a map tells nothing: %v", inst.Content)
		}
	}
}

// TestStarved: a function is given up at whatever moment, and what it sends is
// told all the same. It is not parallel, for it changes the limit.
func TestStarved(t *testing.T) {
	old := limit.Work.Max
	defer func() { limit.Work.Max = old }()
	const costly = "\tvar y struct{ a struct{ b struct{ c struct{ d struct{ e map[string]any } } } } }\n\ty.a.b.c.d.e = map[string]any{\"a\": 1}\n\ty.a.b.c.d.e = map[string]any{\"b\": 1}\n\ty.a.b.c.d.e = map[string]any{\"c\": 1}\n"
	programs := []string{
		"func send(m map[string]any) { probe(m) }\nfunc harmless() { send(map[string]any{}) }\nfunc f(ssn string) {\n" + costly + "\tsend(map[string]any{\"ssn\": ssn})\n}",
		"func fill(m map[string]any, ssn string) {\n" + costly + "\tm[\"ssn\"] = ssn\n}\nfunc f(ssn string) {\n\tm := map[string]any{}\n\tfill(m, ssn)\n\tprobe(m)\n}",
		"func g(ssn string) map[string]any {\n" + costly + "\treturn map[string]any{\"ssn\": ssn}\n}\nfunc f(ssn string) { probe(g(ssn)) }",
		"var shared = map[string]any{}\nfunc g(ssn string) {\n" + costly + "\tshared[\"ssn\"] = ssn\n}\nfunc f() { probe(shared) }",
		"type s struct{ m map[string]any }\nfunc (x *s) set(ssn string) {\n" + costly + "\tx.m = map[string]any{\"ssn\": ssn}\n}\nfunc (x *s) send() { probe(x.m) }\nfunc f(ssn string) {\n\tx := &s{}\n\tx.set(ssn)\n\tx.send()\n}",
	}
	for i, src := range programs {
		for max := range 40 {
			limit.Work.Max = max
			a := analysisOf(t, src)
			found := a.Instances(probeFinder{})
			if !slices.ContainsFunc(found, isTold) {
				t.Errorf("program %d with %d steps: nothing is told (%s)", i, max, a.tally.String())
			}
			if max == 0 && a.tally.Of(limit.Work) == 0 {
				t.Errorf("program %d: no function was given up", i)
			}
		}
	}
}
