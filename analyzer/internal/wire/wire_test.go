package wire_test

import (
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssatest"
	"github.com/ciolint/ciolint/analyzer/internal/wire"
)

// header is what every program of the tests begins with: a port and two
// implementations.
const header = `package p
type port interface{ Send(m map[string]any) }
type far struct{}
func (far) Send(map[string]any) {}
type near struct{ next port }
func (n *near) Send(m map[string]any) { n.next.Send(m) }
`

// graph builds the graph of a program, with every implementation of interest.
func graph(t *testing.T, source string) (*wire.Builder, []*ssa.Function) {
	t.Helper()
	pkg, fns := ssatest.Build(t, header+source)
	b := wire.Build(fns, wire.Config{
		Path: "p", Known: func(path string) bool { return path == pkg.Pkg.Path() },
		Leaf:   func(types.Type) bool { return true },
		Handed: func(*types.Func) {},
		Arg:    func(ssa.CallInstruction, int) token.Pos { return token.NoPos },
	})
	for _, i := range []wire.Impl{{Type: "p.far", Method: "Send", Func: "(p.far).Send"}, {Type: "*p.near", Method: "Send", Func: "(*p.near).Send"}} {
		b.AddImpl(i)
	}
	return b, fns
}

// TestReach says which implementations get to a place in each way of handing
// them over, and which do not.
func TestReach(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ source, at, want string }{
		"constructor": {"type s struct{ p port }\nfunc newS(p port) *s { return &s{p} }\nfunc main() { newS(far{}) }", "field p.s.p", "type p.far"},
		"literal":     {"type s struct{ p port }\nfunc main() { _ = &s{p: far{}} }", "field p.s.p", "type p.far"},
		"setter":      {"type s struct{ p port }\nfunc (s *s) set(p port) { s.p = p }\nfunc main() { new(s).set(far{}) }", "field p.s.p", "type p.far"},
		"option": {`type s struct{ p port }
			func with(p port) func(*s) { return func(s *s) { s.p = p } }
			func newS(os ...func(*s)) *s { x := &s{}; for _, o := range os { o(x) }; return x }
			func main() { newS(with(far{})) }`, "field p.s.p", "type p.far"},
		"slice":     {"type s struct{ ps []port }\nfunc (s *s) add(p port) { s.ps = append(s.ps, p) }\nfunc main() { new(s).add(far{}) }", "field p.s.ps", "type p.far"},
		"map":       {"type s struct{ ps map[string]port }\nfunc main() { x := &s{ps: map[string]port{}}; x.ps[\"a\"] = far{} }", "field p.s.ps", "type p.far"},
		"provider":  {"type s struct{ p port }\nfunc newS(f func() port) *s { return &s{f()} }\nfunc main() { newS(func() port { return far{} }) }", "field p.s.p", "type p.far"},
		"variable":  {"var v port\nfunc main() { v = far{} }", "var p.v", "type p.far"},
		"decorator": {"type s struct{ p port }\nfunc main() { _ = &s{p: &near{next: far{}}} }", "field p.s.p", "type *p.near"},
		"wrapped":   {"func main() { _ = &near{next: far{}} }", "field p.near.next", "type p.far"},
		"channel":   {"type s struct{ c chan port }\nfunc (s *s) put(p port) { s.c <- p }\nfunc main() { new(s).put(far{}) }", "field p.s.c", "type p.far"},
		"method":    {"type s struct{ f func(map[string]any) }\nfunc main() { _ = &s{f: far{}.Send} }", "field p.s.f", "bound (p.far).Send"},
		"of an interface": {`type s struct{ f func(map[string]any) }
			func newS(p port) *s { return &s{f: p.Send} }
			func main() { newS(far{}) }`, "field p.s.f", "bound (p.far).Send"},
		"function":  {"type s struct{ f func(map[string]any) }\nfunc send(map[string]any) {}\nfunc main() { _ = &s{f: send} }", "field p.s.f", "func p.send"},
		"container": {"type s struct{ p port }\nfunc newS(p port) *s { return &s{p} }\nfunc newP() port { return far{} }\nfunc provide(...any)\nfunc main() { provide(newS, newP) }", "field p.s.p", "type p.far"},
		"registry":  {"type s struct{ p port }\nfunc get(string) any\nfunc set(string, any)\nfunc main() { set(\"a\", far{}); _ = &s{p: get(\"a\").(port)} }", "field p.s.p", "type p.far"},
		"by a method": {`type s struct{ p port }
			type adder interface{ add(p port) }
			func (s *s) add(p port) { s.p = p }
			func use(a adder) { a.add(far{}) }
			func main() { use(&s{}) }`, "field p.s.p", "type p.far"},
		"another field": {"type s struct{ p, q port }\nfunc main() { _ = &s{q: far{}} }", "field p.s.p", ""},
		"another type":  {"type s struct{ p port }\ntype u struct{ p port }\nfunc main() { _ = &u{p: far{}} }", "field p.s.p", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b, _ := graph(t, c.source)
			b.AddImpl(wire.Impl{Type: "*p.s", Method: "add", Func: "(*p.s).add"})
			var got []string
			for _, leaf := range b.Reach().At(wire.Node(c.at)) {
				got = append(got, string(leaf))
			}
			if text := strings.Join(got, ", "); text != c.want {
				t.Errorf("at %s: %q, want %q", c.at, text, c.want)
			}
		})
	}
}

// TestExport: what importers get names places that they can reach, and is the
// same every time.
func TestExport(t *testing.T) {
	t.Parallel()
	source := `type S struct{ p port }
func NewS(p port) *S { q := p; return &S{q} }
func (s *S) Do() { s.p.Send(nil) }
type hidden struct{ p port }
func newHidden(p port) *hidden { return &hidden{p} }
`
	first, _ := graph(t, source)
	second, _ := graph(t, source)
	ports := []wire.Node{"field p.S.p"}
	flows, _ := first.Export(ports)
	again, _ := second.Export(ports)
	if !slices.Equal(flows, again) {
		t.Errorf("two runs differ: %v, %v", flows, again)
	}
	want := wire.Flow{From: "param p.NewS#0", To: "field p.S.p"}
	if !slices.Contains(flows, want) {
		t.Errorf("%v is not exported: %v", want, flows)
	}
	for _, f := range flows {
		if strings.Contains(string(f.From+f.To), "idden") {
			t.Errorf("%v is exported, and nobody can get there", f)
		}
	}
}

// TestGivenAway: who calls a function that leaves the package is told elsewhere.
func TestGivenAway(t *testing.T) {
	t.Parallel()
	b, fns := graph(t, `func kept(map[string]any) {}
func given(map[string]any) {}
func Hooks() func(map[string]any) { return given }
func run(f func(map[string]any)) { f(nil) }
func main() { run(kept) }
`)
	got := map[string]bool{}
	for _, fn := range fns {
		got[fn.Name()] = b.GivenAway(fn)
	}
	if !got["given"] || got["kept"] {
		t.Errorf("given away: %v", got)
	}
}
