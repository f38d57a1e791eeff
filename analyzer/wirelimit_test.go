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
