package flow

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// TestPortDepth: what is put together more calls above a port than are
// followed is unknown there, and waits as such.
func TestPortDepth(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		calls   int
		crosses bool
		want    string
	}{
		{2, false, "ssn"},
		{limit.PortDepth.Max + 3, true, "unknown"},
	} {
		var b strings.Builder
		b.WriteString("type port interface{ Send(m map[string]any) }\ntype S struct{ P port }\nfunc (s *S) f0(m map[string]any) { s.P.Send(m) }\n")
		for i := range c.calls {
			fmt.Fprintf(&b, "func (s *S) f%d(m map[string]any) { s.f%d(m) }\n", i+1, i)
		}
		fmt.Fprintf(&b, "func (s *S) Do(ssn string) { s.f%d(map[string]any{\"ssn\": ssn}) }\n", c.calls)
		a := analysisOf(t, b.String())
		a.Instances(probeFinder{})
		if got := a.tally.Of(limit.PortDepth) > 0; got != c.crosses {
			t.Errorf("%d calls: crossed %v", c.calls, got)
		}
		if got := waitsFor(a); !strings.Contains(got, c.want) {
			t.Errorf("%d calls: %s waits, not %s", c.calls, got, c.want)
		}
	}
}

// waitsFor says what of the pending calls of ports could be a finding.
func waitsFor(a *Analysis) string {
	var out []string
	for _, inst := range a.pending {
		if _, tells := a.portFact(inst); !tells {
			continue
		}
		for n, p := range inst.Sink.Parts {
			out = append(out, a.dutyHere(inst, partOf(inst.Content, n), p).String())
		}
	}
	return strings.Join(out, "; ")
}

// TestPortWork: beyond what the ports of a package may cost, what is handed over
// is unknown.
func TestPortWork(t *testing.T) {
	t.Parallel()
	a := analysisOf(t, `type port interface{ Send(m map[string]any) }
type S struct{ P port }
func (s *S) send(m map[string]any) { s.P.Send(m) }
func (s *S) Do(ssn string) { s.send(map[string]any{"ssn": ssn}) }
`)
	a.Instances(probeFinder{})
	a.portWork, a.pending = -1, nil // it is spent
	for call := range a.Calls() {
		if inst := a.port(a.frameOf(call.Parent()), call); inst != nil {
			a.pending = append(a.pending, inst)
			a.pending = append(a.pending, a.followPort(inst, map[string]bool{})...)
		}
	}
	if a.tally.Of(limit.PortWork) == 0 {
		t.Error("the limit is not crossed")
	}
	if got := waitsFor(a); !strings.Contains(got, "unknown") {
		t.Errorf("%s waits, and nothing of it is unknown", got)
	}
}
