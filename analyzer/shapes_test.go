package analyzer

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

// lines repeats f n times: # stands for the number, ~ for the next one around.
func lines(n int, f string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(strings.ReplaceAll(f, "#", strconv.Itoa(i)), "~", strconv.Itoa((i+1)%n)))
	}
	return b.String()
}

// begin and end are a function that sends m.
const begin = "func f(c *customerio.CustomerIO, v string, on []bool) {\n\tm := map[string]any{\"ssn\": v}\n"
const end = "\tc.Identify(\"u\", m)\n}\n"

// more shapes, each with the size from which it grows.
var more = map[string]struct {
	base int
	src  func(n int) string
}{
	"impls": {10, func(n int) string {
		return "type filler interface{ fill(m map[string]any, next filler) }\n" +
			lines(n, "type t# struct{}\nfunc (t#) fill(m map[string]any, next filler) { m[\"k#\"] = 1; if next != nil { next.fill(m, t~{}) } }\n") +
			begin + "\tvar x filler = t0{}\n\tx.fill(m, t1{})\n" + end
	}},
	"instances": {30, func(n int) string {
		return "func put[T any](m map[string]any, k string, v T) { m[k] = v }\n" + lines(n, "type t# struct{ A string }\n") +
			begin + lines(n, "\tput(m, \"k#\", t#{v})\n") + end
	}},
	"pipeline": {20, func(n int) string {
		return begin + "\tfirst := make(chan map[string]any)\n\tin := first\n" +
			lines(n, "\tc# := make(chan map[string]any)\n\tgo func(in, out chan map[string]any) { for x := range in { x[\"k#\"] = v; out <- x } }(in, c#)\n\tin = c#\n") +
			"\tfirst <- m\n\tc.Identify(\"u\", <-in)\n}\n"
	}},
	"closures": {10, func(n int) string {
		return begin + lines(n, "\tfunc() {\n\tm[\"k#\"] = v\n") + strings.Repeat("\t}()\n", n) + end
	}},
	"switch": {50, func(n int) string {
		return begin + "\tfor i := range on {\n\tswitch i {\n" + lines(n, "\tcase #:\n\t\tm[\"k#\"] = v\n\t\tif on[i] { continue }\n\t\tdelete(m, \"k~\")\n") + "\t}\n\tc.Identify(\"u\", m)\n\t}\n}\n"
	}},
	"embedding": {20, func(n int) string {
		return "type t0 struct{ K0 string }\n" + strings.ReplaceAll(lines(n, "type t~ struct{ t#; K~ string }\n"), "type t0 struct{ t"+strconv.Itoa(n-1)+"; K0 string }\n", "") +
			fmt.Sprintf("func mk(v string) *t%d { x := &t%d{}\n", n-1, n-1) + lines(n, "\tx.K# = v\n") + "\treturn x\n}\n" + begin + "\tm[\"u\"] = mk(v)\n" + end
	}},
	"receiver": {50, func(n int) string {
		return "type r struct { m map[string]any; v string }\n" + lines(n, "func (r *r) k#() { r.m[\"k#\"] = r.v }\n") +
			"func f(c *customerio.CustomerIO, v string) {\n\tx := &r{map[string]any{\"ssn\": v}, v}\n" + lines(n, "\tx.k#()\n") + "\tc.Identify(\"u\", x.m)\n}\n"
	}},
	"elseif": {50, func(n int) string {
		return "func f(c *customerio.CustomerIO, v string, n int) error {\n\tm := map[string]any{\"ssn\": v}\n\tif n < 0 {\n\t\treturn nil\n\t}" + lines(n, " else if n == # {\n\t\tm[\"k#\"] = v\n\t\treturn c.Identify(\"u\", m)\n\t}") + "\n\treturn c.Identify(\"u\", m)\n}\n"
	}},
	"defers": {30, func(n int) string {
		return "func f(c *customerio.CustomerIO, v string) {\n\tm := map[string]any{\"ssn\": v}\n\tdefer func() { c.Identify(\"u\", m) }()\n" + lines(n, "\tdefer func() { m[\"k#\"] = v }()\n") + "}\n"
	}},
	"text": {50, func(n int) string {
		return begin + "\ts := \"\"\n" + lines(n, "\tif on[#] {\n\t\ts += \"k#\" + v\n\t}\n") + "\tm[\"note\"] = s\n" + end
	}},
	"texttable": {500, func(n int) string { // one of n keys
		return begin + "\ts := \"\"\n\tswitch len(on) {\n" + lines(n, "\tcase #:\n\t\ts = \"k#\"\n") + "\t}\n\tm[s] = v\n" + end
	}},
	"textloop": {10, func(n int) string {
		return begin + "\ts := \"\"\n\tfor i := range on {\n" + lines(n, "\tif on[i+#] {\n\t\ts += \"k#\"\n\t\tm[s] = v\n\t}\n") + "\t}\n" + end
	}},
	"options": {20, func(n int) string {
		return "type opt func(map[string]any)\n" + lines(n, "func with#(v string) opt { return func(m map[string]any) { m[\"k#\"] = v } }\n") +
			"func attrs(v string, os ...opt) map[string]any { m := map[string]any{\"ssn\": v}; for _, o := range os { o(m) }; return m }\n" +
			"func f(c *customerio.CustomerIO, v string) {\n\tc.Identify(\"u\", attrs(v" + lines(n, ", with#(v)") + "))\n}\n"
	}},
	"mutual": {10, func(n int) string {
		return "type fn func(m map[string]any, n int) map[string]any\nvar table []fn\nfunc init() { table = []fn{" + lines(n, "f#, ") + "} }\n" +
			lines(n, "func f#(m map[string]any, n int) map[string]any { if n == 0 { return m }; m[\"k#\"] = n; return table[n](m, n-1) }\n") + begin + "\tm = f0(m, 3)\n" + end
	}},
	"fluent": {30, func(n int) string {
		return "type b struct{ m map[string]any }\nfunc (x *b) with(k string, v any) *b { x.m[k] = v; return x }\nfunc (x *b) build() map[string]any { return x.m }\n" +
			"func f(c *customerio.CustomerIO, v string) {\n\tx := &b{map[string]any{}}\n\tc.Identify(\"u\", x.with(\"ssn\", v)" + lines(n, ".with(\"k#\", v)") + ".build())\n}\n"
	}},
	"fluentvalue": {30, func(n int) string {
		return "type b struct{ m map[string]any }\nfunc (x b) with(k string, v any) b { n := map[string]any{k: v}; for k, v := range x.m { n[k] = v }; return b{n} }\n" +
			"func f(c *customerio.CustomerIO, v string) {\n\tx := b{}\n\tc.Identify(\"u\", x.with(\"ssn\", v)" + lines(n, ".with(\"k#\", v)") + ".m)\n}\n"
	}},
	"rotate": {20, func(n int) string {
		return "func f(c *customerio.CustomerIO, v string, on []bool) {\n" + lines(n, "\tm# := map[string]any{\"k#\": v}\n") + "\tm0[\"ssn\"] = v\n\tfor range on {\n\t\t" +
			strings.TrimSuffix(lines(n, "m#, "), ", ") + " = " + strings.TrimSuffix(lines(n, "m~, "), ", ") + "\n\t\tc.Identify(\"u\", m0)\n\t}\n" + lines(n, "\tc.Identify(\"u\", m#)\n") + "}\n"
	}},
	"globals": {10, func(n int) string {
		return lines(n, "var g# = map[string]any{\"k#\": 1}\nfunc s#(v string) { g#[\"x\"] = v; for k, v := range g# { g~[k] = v } }\n") +
			"func f(c *customerio.CustomerIO, v string) {\n\tg0[\"ssn\"] = v\n" + lines(n, "\ts#(v)\n\tc.Identify(\"u\", g#)\n") + "}\n"
	}},
	"selects": {30, func(n int) string {
		return begin + lines(n, "\tc# := make(chan map[string]any)\n\tgo func() { c# <- map[string]any{\"k#\": v} }()\n") + "\tfor range on {\n\tselect {\n" + lines(n, "\tcase x := <-c#:\n\t\tc.Identify(\"u\", x)\n") + "\t}\n\t}\n" + end
	}},
	"appends": {50, func(n int) string {
		return begin + "\tvar xs []map[string]any\n" + lines(n, "\txs = append(xs, map[string]any{\"k#\": v})\n") + "\tfor _, x := range xs {\n\t\tc.Identify(\"u\", x)\n\t}\n" + end
	}},
	"handlers": {30, func(n int) string {
		return begin + "\ths := map[string]func(){}\n" + lines(n, "\ths[\"h#\"] = func() { m[\"k#\"] = v }\n") + "\tfor _, h := range hs { h() }\n" + end
	}},
	"callers": {5, func(n int) string {
		var b strings.Builder
		b.WriteString("func s0(c *customerio.CustomerIO, m map[string]any) { c.Identify(\"u\", m) }\n")
		for i := range 3 {
			fmt.Fprintf(&b, "func s%d(c *customerio.CustomerIO, m map[string]any) {\n%s}\n", i+1, strings.Repeat(fmt.Sprintf("\ts%d(c, m)\n", i), n))
		}
		return b.String() + "func f(c *customerio.CustomerIO, v string) { s3(c, map[string]any{\"ssn\": v}) }\n"
	}},
	"fields": {50, func(n int) string {
		return "type t struct {\n" + lines(n, "\tF# string `json:\"k#\"`\n") + "\tSSN string `json:\"ssn\"`\n}\n" + "func f(c *customerio.CustomerIO, v string, x, y t, on []bool) {\n" + lines(n, "\tif on[#] { x.F# = y.F~ }\n") + "\tc.Identify(\"u\", map[string]any{\"x\": x})\n}\n"
	}},
	"dispatch": {10, func(n int) string {
		return "type h interface{ run(c *customerio.CustomerIO, m map[string]any) }\n" + lines(n, "type t# struct{ next h }\nfunc (t t#) run(c *customerio.CustomerIO, m map[string]any) { m[\"k#\"] = 1; if t.next != nil { t.next.run(c, m); return }; c.Identify(\"u\", m) }\n") +
			"func f(c *customerio.CustomerIO, v string) {\n\tvar x h\n" + lines(n, "\tx = t#{x}\n") + "\tx.run(c, map[string]any{\"ssn\": v})\n}\n"
	}},
	"parser": {20, func(n int) string {
		return "type node struct { kids []*node; m map[string]any }\n" + lines(n, "func p#(x *node, n int) *node {\n\tk := &node{m: map[string]any{\"k#\": n}}\n\tx.kids = append(x.kids, k)\n\tif n > # { return p~(k, n-1) }\n\treturn p0(x, n-1)\n}\n") +
			"func f(c *customerio.CustomerIO, v string) {\n\tr := &node{m: map[string]any{\"ssn\": v}}\n\tc.Identify(\"u\", p0(r, 9).m)\n\tc.Identify(\"u\", r.m)\n}\n"
	}},
	"mapsinmaps": {20, func(n int) string {
		return begin + "\tx := map[string]any{}\n" + lines(n, "\tx = map[string]any{\"a#\": x, \"b#\": x, \"c#\": v}\n") + "\tm[\"x\"] = x\n" + end
	}},
	"helper": {300, func(n int) string { // one helper that writes n keys
		return "func fill(m map[string]any, v string) {\n" + lines(n, "\tm[\"k#\"] = v\n") + "\tm[\"ssn\"] = v\n}\n" +
			"func f(c *customerio.CustomerIO, v string) {\n\tm := map[string]any{}\n\tfill(m, v)\n\tc.Identify(\"u\", m)\n}\n"
	}},
	"retry": {20, func(n int) string {
		return lines(n, "func g#(v string) (map[string]any, error) { m, err := g~(v); if err != nil { return nil, err }; m[\"k#\"] = v; return m, nil }\n") + begin + "\tx, _ := g0(v)\n\tfor k, v := range x { m[k] = v }\n" + end
	}},
}

// TestMoreLargeCode is TestLargeCode for more shapes: the leak is found, and
// at twice the size there is a finding whatever bound is hit on the way.
func TestMoreLargeCode(t *testing.T) {
	t.Parallel()
	for name, s := range more {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, leaks := check(t, s.src(s.base)); leaks == 0 {
				t.Error("the leak was not found")
			}
			if findings, _ := check(t, s.src(2*s.base)); findings == 0 {
				t.Error("nothing was found in the larger program")
			}
		})
	}
}
