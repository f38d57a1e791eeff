package symexec_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssatest"
	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// A crossing is a program that crosses one limit, and what must still be among
// the results of f.
type crossing struct {
	limit   *limit.Limit
	source  string
	results []string
	ends    bool // a path ends or a call is not followed, which the user is told
}

var crossings = []crossing{
	{limit.SymexecSteps, `func f() int {
	n := 0
	for i := 0; i < 79; i++ {
		for j := 0; j < 79; j++ {
			for k := 0; k < 79; k++ { n++ }
		}
	}
	return n
}`, nil, true},
	{limit.SymexecDepth, chainOfCalls(30), []string{`depth24~1~`}, true},
	{limit.SymexecRecursion, `func fact(n int) int { if n < 2 { return 1 }; return n * fact(n-1) }
func f() int { return fact(10) }`, []string{`(*(*fact~1))~`}, true},
	{limit.SymexecRounds, `func more() bool
func f() string {
	s, n := "none", 0
	for more() {
		n++
		if n == 7 { s = "seventh" }
	}
	return s
}`, []string{`"none"`, `"seventh"`}, false},
	{limit.SymexecKnownRounds, `func f() string {
	n := 0
	for i := 0; i < 1000; i++ { n++ }
	if n == 1000 { return "all" }
	return "some"
}`, []string{`"all"`}, false},
	{limit.SymexecBranches, `func a(int) bool
func f() string {
	n, ready := 0, false
	if a(0) { ready = true }
	` + strings.Repeat("if a(1) { n++ }\n", 6) + `
	if !ready { return "not ready" }
	if n == 0 { return "none" }
	return "some"
}`, []string{`"not ready"`, `"none"`, `"some"`}, true},
	{limit.SymexecImplementers, `type shape interface{ sides() int }
` + types(5) + `
func f(s shape) int { return s.sides() }`, []string{"0", "1", "2", "sides~1/0"}, true},
}

func chainOfCalls(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "func depth%d() int { return depth%d() }\n", i, i+1)
	}
	return strings.ReplaceAll(b.String(), "depth0(", "f(") + fmt.Sprintf("func depth%d() int { return 1 }\n", n)
}

func types(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "type t%d struct{}\nfunc (*t%d) sides() int { return %d }\n", i, i, i)
	}
	return b.String()
}

// TestLimits crosses each limit: it is counted, the user of the engine is told
// if something is not followed, and what can be known stays.
func TestLimits(t *testing.T) {
	t.Parallel()
	for _, c := range crossings {
		t.Run(c.limit.Name, func(t *testing.T) {
			t.Parallel()
			var tally limit.Tally
			told := false
			results := resultsOf(t, c.source, &tally, func(l *limit.Limit) { told = told || l == c.limit })
			if tally.Of(c.limit) == 0 {
				t.Error("the limit was not counted")
			}
			if told != c.ends {
				t.Errorf("told that something is not followed: %t, want %t", told, c.ends)
			}
			for _, want := range c.results {
				if !slices.Contains(results, want) {
					t.Errorf("%s is not among the results %q", want, results)
				}
			}
		})
	}
}

// TestPackageSteps runs functions until the package has no steps left: the next
// run ends at once, and the user is told.
func TestPackageSteps(t *testing.T) {
	t.Parallel()
	pkg, _ := ssatest.Build(t, "package p\n"+crossings[0].source)
	var tally limit.Tally
	told := map[*limit.Limit]int{}
	engine := symexec.New(pkg, symexec.Hooks{PathHooks: symexec.PathHooks{
		Widened: func(_ *symexec.State, l *limit.Limit, _ []*symexec.Value) { told[l]++ },
	}}, &tally)
	runs := limit.SymexecPackageSteps.Max/limit.SymexecSteps.Max + 2
	for range runs {
		engine.Start(nil).Enter(pkg.Func("f"), nil, nil, func(*symexec.State, *symexec.Value) { t.Error("a path came back") })
	}
	if got := tally.Of(limit.SymexecPackageSteps); got == 0 || got != told[limit.SymexecPackageSteps] {
		t.Errorf("counted %d times, told %d times", got, told[limit.SymexecPackageSteps])
	}
}

// TestNoLimit runs programs just inside of the limits: nothing is counted, and
// the results are exact.
func TestNoLimit(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ source, want string }{
		"depth":        {chainOfCalls(20), `1`},
		"recursion":    {`func down(n int) int { if n == 0 { return 0 }; return down(n-1) }; func f() int { return down(1) }`, `0`},
		"known rounds": {`func f() int { n := 0; for i := 0; i < 79; i++ { n++ }; return n }`, `79`},
		"implementers": {"type shape interface{ sides() int }\n" + types(3) + "\nfunc f(s shape) int { return s.sides() }", `0 1 2`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var tally limit.Tally
			got := strings.Join(resultsOf(t, c.source, &tally, func(l *limit.Limit) { t.Errorf("reached %s", l.Name) }), " ")
			if got != c.want || tally.Total() != 0 {
				t.Errorf("results %q with %d limits reached, want %q with none", got, tally.Total(), c.want)
			}
		})
	}
}

// resultsOf are the distinct results of f, sorted.
func resultsOf(t *testing.T, source string, tally *limit.Tally, told func(*limit.Limit)) []string {
	t.Helper()
	pkg, _ := ssatest.Build(t, "package p\n"+source)
	engine := symexec.New(pkg, symexec.Hooks{PathHooks: symexec.PathHooks{
		Widened: func(_ *symexec.State, l *limit.Limit, _ []*symexec.Value) { told(l) },
	}}, tally)
	st := engine.Start(nil)
	var args []*symexec.Value
	for _, p := range pkg.Func("f").Params {
		args = append(args, st.External(p.Name(), p.Type()))
	}
	var out []string
	st.Enter(pkg.Func("f"), args, nil, func(_ *symexec.State, v *symexec.Value) { out = append(out, v.String()) })
	slices.Sort(out)
	return slices.Compact(out)
}
