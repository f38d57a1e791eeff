package analyzer

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/internal/result"
)

// unlessClean lets payloads be that are known to be harmless.
var unlessClean = map[string]any{"require-sanitizer": "unless-clean"}

// crossing is a program whose wiring crosses a limit if n is large enough. What
// it sends is harmless, or not.
type crossing struct {
	limit  *limit.Limit
	within int // an n that does not cross it
	write  func(n int, value string) []source
}

var wireCrossings = map[string]crossing{
	"decorators of different packages": {limit.Hops, 4, decorators},
	"queues of goroutines":             {limit.Queues, 1, queues},
	"lists in lists":                   {limit.FactFields, 0, nestedLists},
	"fields that a callback fills":     {limit.FactFields, 3, filledFields},
	"structs that a callback fills":    {limit.FactDepth, 0, filledStructs},
	"functions that one returns":       {limit.FactFields, 3, returnedFunctions},
}

// TestWireLimits crosses the limits of wiring. Within them, what is harmless is
// quiet and a leak has its name; beyond, both ask for the sanitizer.
func TestWireLimits(t *testing.T) {
	t.Parallel()
	for name, c := range wireCrossings {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if found, crossed := c.run(t, c.within, `"plan": "free"`); len(found) > 0 || crossed[c.limit.Name] > 0 {
				t.Errorf("within, harmless: %q; %v", found, crossed)
			}
			if found, crossed := c.run(t, c.within, `"ssn": os.Args[1]`); !slices.ContainsFunc(found, isLeak) || crossed[c.limit.Name] > 0 {
				t.Errorf("within, a leak: %q; %v", found, crossed)
			}
			for _, value := range []string{`"plan": "free"`, `"ssn": os.Args[1]`} {
				if found, crossed := c.run(t, c.limit.Max+3, value); len(found) == 0 || crossed[c.limit.Name] == 0 {
					t.Errorf("beyond, %s: %q; %v", value, found, crossed)
				}
			}
		})
	}
}

func (c *crossing) run(t *testing.T, n int, value string) ([]string, result.Widenings) {
	t.Helper()
	return findingsOf(t, unlessClean, program(t, c.write(n, value)...))
}

func isLeak(found string) bool { return strings.HasPrefix(found, "neversend: ") }

// decorators is a port that main wires to the SDK behind n decorators, each of a
// package of its own.
func decorators(n int, value string) []source {
	out := []source{{"example.com/port", "package port\n\nimport \"os\"\n\nvar _ = os.Args\n\n" +
		"type Port interface{ Send(m map[string]any) error }\n\ntype Service struct{ P Port }\n\n" +
		"func (s *Service) Do() error { return s.P.Send(map[string]any{" + value + "}) }\n"}}
	out = append(out, source{"example.com/cio", "package cio\n\nimport customerio \"" + sdkPath + "\"\n\n" +
		"type Client struct{ C *customerio.CustomerIO }\n\nfunc (c *Client) Send(m map[string]any) error { return c.C.Identify(\"u\", m) }\n"})
	imports, wired := "", "&cio.Client{C: &customerio.CustomerIO{}}"
	for i := range n {
		out = append(out, source{fmt.Sprintf("example.com/d%d", i), fmt.Sprintf("package d%d\n\nimport \"example.com/port\"\n\n", i) +
			"type Logged struct{ Next port.Port }\n\nfunc (l Logged) Send(m map[string]any) error { return l.Next.Send(m) }\n"})
		imports += fmt.Sprintf("\t\"example.com/d%d\"\n", i)
		wired = fmt.Sprintf("d%d.Logged{Next: %s}", i, wired)
	}
	return append(out, source{"example.com/main", "package main\n\nimport (\n\t\"example.com/port\"\n\t\"example.com/cio\"\n\tcustomerio \"" + sdkPath + "\"\n" +
		imports + ")\n\nfunc main() {\n\ts := &port.Service{P: " + wired + "}\n\t_ = s.Do()\n}\n"})
}

// queues is a message that goes through n queues before it is sent.
func queues(n int, value string) []source {
	var b strings.Builder
	b.WriteString("package jobs\n\nimport (\n\t\"os\"\n\n\tcustomerio \"" + sdkPath + "\"\n)\n\nvar _ = os.Args\n\n")
	b.WriteString("type last struct {\n\tc *customerio.CustomerIO\n\tq chan map[string]any\n}\n\n" +
		"func (w *last) put(m map[string]any) { w.q <- m }\n\nfunc (w *last) run() {\n\tfor m := range w.q {\n\t\t_ = w.c.Identify(\"u\", m)\n\t}\n}\n\n")
	next := "last"
	for i := range n - 1 {
		fmt.Fprintf(&b, "type w%[1]d struct {\n\tnext *%[2]s\n\tq chan map[string]any\n}\n\nfunc (w *w%[1]d) put(m map[string]any) { w.q <- m }\n\n"+
			"func (w *w%[1]d) run() {\n\tfor m := range w.q {\n\t\tw.next.put(m)\n\t}\n}\n\n", i, next)
		next = fmt.Sprintf("w%d", i)
	}
	fmt.Fprintf(&b, "func Do(w *%s) { w.put(map[string]any{%s}) }\n", next, value)
	return []source{{"example.com/jobs", b.String()}}
}

// nestedLists is a port that is handed a list of structs that hold lists, n deep.
func nestedLists(n int, value string) []source {
	var types, open, end, loops strings.Builder
	types.WriteString("type L0 struct{ Vars map[string]any }\n\n")
	open.WriteString("port.L0{Vars: map[string]any{" + value + "}}")
	lit, v := open.String(), "rows"
	for i := range n {
		fmt.Fprintf(&types, "type L%d struct{ items []L%d }\n\nfunc (l L%[1]d) Items() []L%[2]d { return l.items }\n\nfunc New%[1]d(l L%[2]d) L%[1]d { return L%[1]d{[]L%[2]d{l}} }\n\n", i+1, i)
		lit = fmt.Sprintf("port.New%d(%s)", i+1, lit)
	}
	for i := n; i > 0; i-- {
		fmt.Fprintf(&loops, "for _, l%d := range %s {\n", i, v)
		end.WriteString("}\n")
		v = fmt.Sprintf("l%d.Items()", i)
	}
	loops.WriteString("for _, l0 := range " + v + " {\n_ = c.C.Identify(\"u\", l0.Vars)\n}\n" + end.String())
	return []source{
		{"example.com/m/app/port", fmt.Sprintf("package port\n\n%stype Port interface{ Send(rows []L%d) error }\n", types.String(), n)},
		{"example.com/m/app/domain", fmt.Sprintf("package domain\n\nimport (\n\t\"os\"\n\n\t\"example.com/m/app/port\"\n)\n\nvar _ = os.Args\n\ntype Service struct{ P port.Port }\n\n"+
			"func (s *Service) Do() error { return s.P.Send([]port.L%d{%s}) }\n", n, lit)},
		{"example.com/m/app/cio", fmt.Sprintf("package cio\n\nimport (\n\t\"example.com/m/app/port\"\n\tcustomerio \"%s\"\n)\n\ntype Client struct{ C *customerio.CustomerIO }\n\n"+
			"func (c *Client) Send(rows []port.L%d) error {\n%sreturn nil\n}\n", sdkPath, n, loops.String())},
		{"example.com/m/app/main", "package main\n\nimport (\n\t\"example.com/m/app/cio\"\n\t\"example.com/m/app/domain\"\n\tcustomerio \"" + sdkPath + "\"\n)\n\n" +
			"func main() {\n\ts := &domain.Service{P: &cio.Client{C: &customerio.CustomerIO{}}}\n\t_ = s.Do()\n}\n"},
	}
}

// filledBy is a package whose New makes a P, has a function fill it, and gives
// back what is in a part, and one that calls it.
func filledBy(types, part, value string) []source {
	return []source{
		{"example.com/attrs", "package attrs\n\n" + types + "\n\nfunc New(fill func(*P)) map[string]any {\n\tp := &P{}\n\tfill(p)\n\treturn p." + part + "\n}\n"},
		{"example.com/app", "package app\n\nimport (\n\t\"os\"\n\n\t\"example.com/attrs\"\n\tcustomerio \"" + sdkPath + "\"\n)\n\nvar _ = os.Args\n\n" +
			"func Do(c *customerio.CustomerIO) {\n\t_ = c.Identify(\"u\", attrs.New(func(p *attrs.P) { p." + part + " = map[string]any{" + value + "} }))\n}\n"},
	}
}

// filledFields is a callback that fills the last of n fields.
func filledFields(n int, value string) []source {
	var fields strings.Builder
	for i := range n {
		fmt.Fprintf(&fields, "\tF%d map[string]any\n", i)
	}
	return filledBy("type P struct {\n"+fields.String()+"}", fmt.Sprintf("F%d", n-1), value)
}

// filledStructs is a callback that fills a field n structs deep.
func filledStructs(n int, value string) []source {
	types, part := "type S0 struct{ M map[string]any }\n", "M"
	for i := range n {
		types += fmt.Sprintf("\ntype S%d struct{ S S%d }\n", i+1, i)
		part = "S." + part
	}
	return filledBy(types+fmt.Sprintf("\ntype P struct{ S S%d }", n), "S."+part, value)
}

// returnedFunctions is a function that returns one of n others, of which each puts
// the value into a map.
func returnedFunctions(n int, value string) []source {
	key, val, _ := strings.Cut(value, ": ")
	var cases strings.Builder
	for i := range n {
		fmt.Fprintf(&cases, "\tcase %d:\n\t\treturn func(m map[string]any) { m[%s] = v }\n", i, key)
	}
	return []source{
		{"example.com/attrs", "package attrs\n\nfunc Choose(n int, v any) func(map[string]any) {\n\tswitch n {\n" + cases.String() + "\t}\n\treturn func(m map[string]any) {}\n}\n"},
		{"example.com/app", "package app\n\nimport (\n\t\"os\"\n\n\t\"example.com/attrs\"\n\tcustomerio \"" + sdkPath + "\"\n)\n\nvar _ = os.Args\n\n" +
			"func Do(c *customerio.CustomerIO, n int) {\n\tm := map[string]any{}\n\tattrs.Choose(n, " + val + ")(m)\n\t_ = c.Identify(\"u\", m)\n}\n"},
	}
}
