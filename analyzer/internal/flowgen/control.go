package flowgen

import (
	"fmt"
	"strings"
)

func sends(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	if !ok || g.pick(2) == 0 {
		return none()
	}
	g.lossy = g.lossy || g.inLiteral // of which it is not known that it is called
	return sending(m), nil, true
}

func branch(g *generator, s scope, depth int) (statement, []variable, bool) {
	g.branches++
	defer func() { g.branches-- }()
	then, other := g.inner(s, 1+g.pick(3), depth), g.inner(s, g.pick(3), depth)
	return plain(fmt.Sprintf("if lib.Coin() {\n%s} else {\n%s}", textOf(then), textOf(other)), func(r *run) {
		if r.holds() {
			r.all(then)
		} else {
			r.all(other)
		}
	})
}

func repeat(g *generator, s scope, depth int) (statement, []variable, bool) {
	body := g.inner(s, 1+g.pick(3), depth)
	return plain(fmt.Sprintf("for range 2 {\n%s}", textOf(body)), func(r *run) {
		r.all(body)
		r.all(body)
	})
}

func while(g *generator, s scope, depth int) (statement, []variable, bool) {
	g.branches++
	defer func() { g.branches-- }()
	body := g.inner(s, 1+g.pick(3), depth)
	i := g.name("i")
	return plain(fmt.Sprintf("for %s := 0; %[1]s < 2 && lib.Coin(); %[1]s++ {\n%s}", i, textOf(body)), func(r *run) {
		for i := 0; i < 2 && r.holds(); i++ {
			r.all(body)
		}
	})
}

func returned(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	if !ok || !g.returns {
		return none()
	}
	g.lossy = g.lossy || g.branches > 0
	return plain("if lib.Coin() {\nreturn "+m.name+"\n}", func(r *run) {
		if r.holds() {
			r.done, r.ret = true, r.m(m.name)
		}
	})
}

func goroutine(g *generator, s scope, depth int) (statement, []variable, bool) {
	body := g.literal(s, 1+g.pick(2), depth)
	w := g.name("w")
	return plain(fmt.Sprintf("var %s sync.WaitGroup\n%[1]s.Go(func() {\n%s})\n%[1]s.Wait()", w, textOf(body)), func(r *run) { r.literal(body) })
}

func deferred(g *generator, s scope, depth int) (statement, []variable, bool) {
	body := g.literal(s, 1+g.pick(2), depth)
	return plain(fmt.Sprintf("func() {\ndefer func() {\n%s}()\n}()", textOf(body)), func(r *run) { r.literal(body) })
}

func closure(g *generator, s scope, depth int) (statement, []variable, bool) {
	f, p := variable{g.name("f"), funcKind}, variable{g.name("q"), mapKind}
	body := g.literal(s, 1+g.pick(2), depth, p)
	return define(f, fmt.Sprintf("func(%s map[string]any) {\n%s}", p.name, textOf(body)), func(r *run) any {
		return func(m map[string]any) {
			r.vars[p.name] = m
			r.literal(body)
		}
	})
}

func called(g *generator, s scope, _ int) (statement, []variable, bool) {
	f, ok := g.of(s, funcKind)
	m, ok2 := g.of(s, mapKind)
	if !ok || !ok2 {
		return none()
	}
	return plain(fmt.Sprintf("%s(%s)", f.name, m.name), func(r *run) { r.f(f.name)(r.m(m.name)) })
}

func setFunc(g *generator, s scope, _ int) (statement, []variable, bool) {
	b, ok := g.of(s, boxKind)
	f, ok2 := g.of(s, funcKind)
	if !ok || !ok2 {
		return none()
	}
	return plain(b.name+".F = "+f.name, func(r *run) { r.b(b.name).F = r.f(f.name) })
}

func callField(g *generator, s scope, _ int) (statement, []variable, bool) {
	b, ok := g.of(s, boxKind)
	m, ok2 := g.of(s, mapKind)
	if !ok || !ok2 {
		return none()
	}
	return plain(fmt.Sprintf("%s.F(%s)", b.name, m.name), func(r *run) { r.b(b.name).F(r.m(m.name)) })
}

// qualified is the name of f.
func (f *function) qualified() string {
	if f.lib {
		return "lib." + f.name
	}
	return f.name
}

func call(g *generator, s scope, _ int) (statement, []variable, bool) {
	funcs := g.callable(false)
	if len(funcs) == 0 {
		return none()
	}
	f := funcs[g.pick(len(funcs))]
	args := []string{"c"}
	for _, p := range f.params {
		a, ok := g.of(s, p.kind)
		if !ok {
			return none()
		}
		args = append(args, a.name)
	}
	v := variable{g.name("m"), mapKind}
	f.isUsed = true
	return define(v, fmt.Sprintf("%s(%s)", f.qualified(), strings.Join(args, ", ")), func(r *run) any {
		var vals []any
		for _, a := range args[1:] {
			vals = append(vals, r.vars[a])
		}
		return r.call(f, vals...)
	})
}

func newFiller(g *generator, s scope, _ int) (statement, []variable, bool) {
	types := g.callable(true)
	m, ok := g.of(s, mapKind)
	if len(types) == 0 || !ok {
		return none()
	}
	f := types[g.pick(len(types))]
	f.isUsed = true
	v := variable{g.name("x"), fillerKind}
	return statement{fmt.Sprintf("var %s lib.Filler = &%s{M: %s}\n_ = %[1]s\n", v.name, f.qualified(), m.name),
		func(r *run) { r.vars[v.name] = &filler{r.m(m.name), f} }}, []variable{v}, true
}

func fill(g *generator, s scope, depth int) (statement, []variable, bool) {
	x, ok := g.of(s, fillerKind)
	m, ok2 := g.of(s, mapKind)
	if !ok || !ok2 {
		return newFiller(g, s, depth)
	}
	return plain(fmt.Sprintf("%s.Fill(c, %s)", x.name, m.name), func(r *run) { r.fill(r.vars[x.name].(*filler), r.m(m.name)) })
}
