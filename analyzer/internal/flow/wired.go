package flow

import (
	"go/token"
	"go/types"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/wire"
)

// A Wiring says how what a port was handed gets to a sink, and where.
type Wiring struct {
	Pos token.Pos // where the package puts the two together
	In  string    // the function where the data was put in
	At  string    // file and line of that
	Via []string  // the functions that hand it on, in order
}

// Wired joins what waits at ports with the implementations that the package, or
// several packages below it, put there, and answers for each sink that is
// reached. What a package below has answered for is not said again. The fact
// is what packages above need to know.
//
// What ports give back is put into insts, where it is known. Ports are those
// at which something else waits, about which [Analysis.Behind] will be asked.
func (a *Analysis) Wired(insts []*Instance, ports []wire.Node) ([]*Instance, *WireFact) {
	own := a.wireFact(ports)
	j := &joiner{a: a, senders: map[string]Sender{}, sees: map[string][]string{}, known: map[string]bool{}, done: map[string]bool{}}
	for _, f := range append(a.below, own) {
		j.learn(f, f == own)
	}
	own.Sees = j.seen(own)
	open := slices.DeleteFunc(slices.Clone(insts), func(inst *Instance) bool { return !waitsForPort(inst.Content) })
	if len(j.waiting)+len(open)+len(j.senders) > 0 {
		j.reached = j.graph.Reach()
		a.reached = j.reached
		for _, inst := range open {
			inst.Content = j.resolve(inst.Content)
		}
		j.outside()
		if !j.sends() {
			j.waiting = nil
		}
		for len(j.waiting) > 0 {
			w := j.waiting[0]
			j.waiting = j.waiting[1:]
			j.join(w)
		}
	}
	slices.Sort(j.wired)
	own.Wired = j.wired
	return j.out, own
}

// A joiner solves the wiring of one package.
type joiner struct {
	a       *Analysis
	graph   *wire.Graph
	reached *wire.Reached
	senders map[string]Sender
	sees    map[string][]string // by package
	known   map[string]bool     // what packages below have reported
	done    map[string]bool     // what was handed to a function before
	waiting []*waiting
	wired   []string
	out     []*Instance
}

// A waiting is what waits at a port, and how it has got there.
type waiting struct {
	Waiting
	id   string
	args []*content.Content // of each part
	via  []string
	pos  token.Pos // where this package has put two things together on the way
	here *Instance // of this package, what waits; nil else
	hops int
}

// learn takes in a fact.
func (j *joiner) learn(f *WireFact, own bool) {
	j.sees[f.Path] = f.Sees
	if j.graph == nil {
		j.graph = j.a.wires.Graph
	}
	for _, s := range f.Senders {
		j.senders[s.Func] = s
	}
	for _, i := range f.Impls {
		j.graph.AddImpl(i)
	}
	for _, key := range f.Wired {
		j.known[key] = true
	}
	if own { // the graph has the package's own flows, with positions
		for _, i := range j.a.leaves.impls {
			j.graph.AddImpl(i)
		}
	} else {
		for _, fl := range f.Flows {
			j.graph.Add(fl, token.NoPos)
		}
		for _, c := range f.Calls {
			j.graph.AddCall(c, token.NoPos)
		}
	}
	d := &decoder{a: j.a, sum: &summary{}}
	for n, w := range f.Waiting {
		x := &waiting{Waiting: w, id: f.Path + " " + w.At + " " + strconv.Itoa(n)}
		for _, c := range w.Args {
			x.args = append(x.args, d.content(c))
		}
		if own {
			x.here = j.a.waits[n]
			for k, p := range w.Parts { // with the places where it was written
				x.args[k] = j.a.dutyHere(x.here, partOf(x.here.Content, k), p)
			}
		}
		j.waiting = append(j.waiting, x)
	}
}

// sends reports whether anything that is known hands on to more than ports.
func (j *joiner) sends() bool {
	for _, s := range j.senders {
		if slices.ContainsFunc(s.Sinks, func(k SinkFact) bool { _, isPort := k.Info.(Port); return !isPort }) {
			return true
		}
	}
	return false
}

// seen are the packages of whose functions own knows that they send: a call of
// an interface is taken to run all that implement it.
func (j *joiner) seen(own *WireFact) []string {
	out := []string{own.Path}
	for _, s := range j.senders {
		if !slices.Contains(out, s.Pkg) && (!j.a.cfg.SDK(s.Pkg) || importsDirectly(j.a.pkg.Pkg, s.Pkg)) {
			out = append(out, s.Pkg)
		}
	}
	slices.Sort(out)
	j.sees[own.Path] = out
	return out
}

// report answers for a sink.
func (j *joiner) report(w *waiting, snk *SinkFact, c *content.Content, key string, via []string, pos token.Pos) {
	j.wired = append(j.wired, key)
	if j.known[key] {
		return
	}
	inst := &Instance{Sink: &Sink{Arg: -1, Info: snk.Info}, Arg: -1, Depth: 1, Content: c, Stored: w.Stored}
	if w.here != nil { // the data was put in here
		inst.Call, inst.Via, inst.Through = w.here.Call, w.here.Via, via[0]
	} else {
		if !pos.IsValid() {
			pos = j.a.importOf(w.Port.Pkg)
		}
		inst.Call = j.a.somewhere()
		inst.Wiring = &Wiring{Pos: pos, In: w.In, At: w.At, Via: via}
	}
	inst.Final = inst.Call
	j.out = append(j.out, inst)
}

// importOf is where the package imports another one, or, if it does so only
// through others, its own name.
func (a *Analysis) importOf(path string) token.Pos {
	for _, f := range a.files {
		for _, spec := range f.Imports {
			if p, err := strconv.Unquote(spec.Path.Value); err == nil && p == path {
				return spec.Pos()
			}
		}
	}
	return a.files[0].Name.Pos()
}

func importsDirectly(pkg *types.Package, path string) bool {
	return slices.ContainsFunc(pkg.Imports(), func(p *types.Package) bool { return p.Path() == path })
}

// somewhere is an instruction of the package, for what is nowhere in it.
func (a *Analysis) somewhere() ssa.Instruction { return a.pkg.Func("init").Blocks[0].Instrs[0] }
