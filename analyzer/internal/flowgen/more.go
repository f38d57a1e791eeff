package flowgen

import (
	"encoding/json"
	"fmt"
	"maps"
)

func made(g *generator, s scope, _ int) (statement, []variable, bool) {
	v, k, l := variable{g.name("m"), mapKind}, g.key(), g.key()
	if k == l {
		return define(v, fmt.Sprintf("map[string]any{%q: \"free\"}", k), func(*run) any { return map[string]any{k: "free"} })
	}
	return define(v, fmt.Sprintf("map[string]any{%q: \"free\", %q: 1}", k, l), func(*run) any { return map[string]any{k: "free", l: 1} })
}

func swapped(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	n, _ := g.of(s, mapKind)
	if !ok || m == n {
		return none()
	}
	return plain(fmt.Sprintf("%s, %s = %[2]s, %[1]s", m.name, n.name), func(r *run) {
		r.vars[m.name], r.vars[n.name] = r.vars[n.name], r.vars[m.name]
	})
}

func cleared(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	if !ok {
		return none()
	}
	return plain("clear("+m.name+")", func(r *run) { clear(r.m(m.name)) })
}

func merged(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	n, _ := g.of(s, mapKind)
	if !ok {
		return none()
	}
	return define(variable{g.name("m"), mapKind}, fmt.Sprintf("lib.Merged(%s, %s)", m.name, n.name), func(r *run) any {
		out := map[string]any{}
		maps.Copy(out, r.m(m.name))
		maps.Copy(out, r.m(n.name))
		return out
	})
}

func keyed(g *generator, s scope, _ int) (statement, []variable, bool) {
	v, k, l := variable{g.name("k"), keyKind}, g.key(), g.key()
	return statement{fmt.Sprintf("%s := %q\nif lib.Coin() {\n%[1]s = %[3]q\n}\n_ = %[1]s\n", v.name, k, l), func(r *run) {
		r.vars[v.name] = k
		if r.holds() {
			r.vars[v.name] = l
		}
	}}, []variable{v}, true
}

func putUnder(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	k, ok2 := g.of(s, keyKind)
	if !ok || !ok2 {
		return none()
	}
	text := []string{"%s[%s] = 1", "lib.Put(%s, %s, 1)", "delete(%s, %s)"}
	n := g.pick(len(text))
	return plain(fmt.Sprintf(text[n], m.name, k.name), func(r *run) {
		if n == 2 {
			delete(r.m(m.name), r.key(k.name))
			return
		}
		r.m(m.name)[r.key(k.name)] = 1
	})
}

func fluent(g *generator, s scope, _ int) (statement, []variable, bool) {
	b, ok := g.of(s, boxKind)
	if !ok {
		return none()
	}
	k, l := g.key(), g.key()
	return define(variable{g.name("b"), boxKind}, fmt.Sprintf("%s.Set(%q, 1).Set(%q, \"x\")", b.name, k, l), func(r *run) any {
		x := r.b(b.name)
		x.M[k] = 1
		x.M[l] = "x"
		return x
	})
}

func configured(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	n, _ := g.of(s, mapKind)
	if !ok {
		return none()
	}
	return define(variable{g.name("o"), confKind}, fmt.Sprintf("lib.Conf{M: %s, In: lib.Inner{M: %s}}", m.name, n.name), func(r *run) any {
		c := conf{M: r.m(m.name)}
		c.In.M = r.m(n.name)
		return c
	})
}

func confField(g *generator, s scope, _ int) (statement, []variable, bool) {
	o, ok := g.of(s, confKind)
	if !ok {
		return none()
	}
	if g.pick(2) == 0 {
		return define(variable{g.name("m"), mapKind}, o.name+".M", func(r *run) any { return r.conf(o.name).M })
	}
	return define(variable{g.name("m"), mapKind}, o.name+".In.M", func(r *run) any { return r.conf(o.name).In.M })
}

func setConf(g *generator, s scope, _ int) (statement, []variable, bool) {
	o, ok := g.of(s, confKind)
	m, ok2 := g.of(s, mapKind)
	if !ok || !ok2 {
		return none()
	}
	if g.pick(2) == 0 {
		return plain(o.name+".M = "+m.name, func(r *run) {
			c := r.conf(o.name)
			c.M = r.m(m.name)
			r.vars[o.name] = c
		})
	}
	return plain(o.name+".In.M = "+m.name, func(r *run) {
		c := r.conf(o.name)
		c.In.M = r.m(m.name)
		r.vars[o.name] = c
	})
}

func confWith(g *generator, s scope, _ int) (statement, []variable, bool) {
	o, ok := g.of(s, confKind)
	m, ok2 := g.of(s, mapKind)
	if !ok || !ok2 {
		return none()
	}
	return define(variable{g.name("o"), confKind}, fmt.Sprintf("%s.With(%s)", o.name, m.name), func(r *run) any {
		c := r.conf(o.name)
		c.M = r.m(m.name)
		return c
	})
}

func alias2(g *generator, s scope, _ int) (statement, []variable, bool) {
	k := kind(1 + g.pick(int(kinds)-1))
	v, ok := g.of(s, k)
	if !ok {
		return none()
	}
	return define(variable{g.name("z"), k}, v.name, func(r *run) any { return r.vars[v.name] })
}

// A pointer to a variable is its name.
func pointer(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	if !ok {
		return none()
	}
	return define(variable{g.name("r"), pointerKind}, "&"+m.name, func(r *run) any { return pointing{r, m.name} })
}

// pointing is a pointer to a variable of a run.
type pointing struct {
	r    *run
	name string
}

func pointedTo(g *generator, s scope, _ int) (statement, []variable, bool) {
	p, ok := g.of(s, pointerKind)
	if !ok {
		return none()
	}
	return define(variable{g.name("m"), mapKind}, "*"+p.name, func(r *run) any {
		to := r.vars[p.name].(pointing)
		return to.r.m(to.name)
	})
}

func setPointed(g *generator, s scope, _ int) (statement, []variable, bool) {
	p, ok := g.of(s, pointerKind)
	m, ok2 := g.of(s, mapKind)
	if !ok || !ok2 {
		return none()
	}
	if g.pick(2) == 0 {
		k := g.key()
		return plain(fmt.Sprintf("(*%s)[%q] = 1", p.name, k), func(r *run) {
			to := r.vars[p.name].(pointing)
			to.r.m(to.name)[k] = 1
		})
	}
	return plain(fmt.Sprintf("*%s = %s", p.name, m.name), func(r *run) {
		to := r.vars[p.name].(pointing)
		to.r.vars[to.name] = r.m(m.name)
	})
}

func each(g *generator, s scope, depth int) (statement, []variable, bool) {
	l, ok := g.of(s, listKind)
	if !ok {
		return none()
	}
	x := variable{g.name("x"), mapKind}
	body := g.inner(s, 1+g.pick(2), depth, x)
	return plain(fmt.Sprintf("for _, %s := range %s {\n_ = %[1]s\n%[3]s}", x.name, l.name, textOf(body)), func(r *run) {
		for _, m := range r.l(l.name) {
			r.vars[x.name] = m
			r.all(body)
		}
	})
}

func eachCall(g *generator, s scope, _ int) (statement, []variable, bool) {
	l, ok := g.of(s, listKind)
	f, ok2 := g.of(s, funcKind)
	if !ok || !ok2 {
		return none()
	}
	return plain(fmt.Sprintf("lib.Each(%s, %s)", l.name, f.name), func(r *run) {
		for _, m := range r.l(l.name) {
			r.f(f.name)(m)
		}
	})
}

func setElement(g *generator, s scope, _ int) (statement, []variable, bool) {
	l, ok := g.of(s, listKind)
	m, ok2 := g.of(s, mapKind)
	if !ok || !ok2 {
		return none()
	}
	if k := g.key(); g.pick(2) == 0 {
		return plain(fmt.Sprintf("%s[0][%q] = 1", l.name, k), func(r *run) { r.l(l.name)[0][k] = 1 })
	}
	return plain(fmt.Sprintf("%s[0] = %s", l.name, m.name), func(r *run) { r.l(l.name)[0] = r.m(m.name) })
}

func switched(g *generator, s scope, depth int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	if !ok {
		return none()
	}
	x := variable{g.name("x"), mapKind}
	body := g.inner(s, 1+g.pick(2), depth, x)
	return plain(fmt.Sprintf("switch %s := any(%s).(type) {\ncase string:\ncase map[string]any:\n_ = %[1]s\n%[3]s}", x.name, m.name, textOf(body)), func(r *run) {
		r.vars[x.name] = r.m(m.name)
		r.all(body)
	})
}

func ctx(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	if !ok {
		return none()
	}
	return define(variable{g.name("m"), mapKind}, fmt.Sprintf("context.WithValue(context.Background(), lib.Key{}, %s).Value(lib.Key{}).(map[string]any)", m.name),
		func(r *run) any { return r.m(m.name) })
}

func syncMap(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	if !ok {
		return none()
	}
	v, y := variable{g.name("m"), mapKind}, g.name("y")
	return statement{fmt.Sprintf("var %s sync.Map\n%[1]s.Store(\"k\", %s)\n%[1]sv, _ := %[1]s.Load(\"k\")\n%[3]s := %[1]sv.(map[string]any)\n_ = %[3]s\n", y, m.name, v.name),
		func(r *run) { r.vars[v.name] = r.m(m.name) }}, []variable{v}, true
}

func asJSON(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	if !ok {
		return none()
	}
	v := variable{g.name("m"), mapKind}
	return statement{fmt.Sprintf("%sb, _ := json.Marshal(%s)\n%[1]s := map[string]any{}\n_ = json.Unmarshal(%[1]sb, &%[1]s)\n", v.name, m.name), func(r *run) {
		out := map[string]any{}
		var l look
		if l.at(r.m(m.name), nil); !l.isCyclic {
			b, _ := json.Marshal(r.m(m.name))
			_ = json.Unmarshal(b, &out)
		}
		r.vars[v.name] = out
	}}, []variable{v}, true
}

func iterated(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	n, _ := g.of(s, mapKind)
	if !ok || m == n {
		return none()
	}
	seq := []string{"lib.All", "maps.All"}[g.pick(2)]
	return plain(fmt.Sprintf("for k, v := range %s(%s) {\n%s[k] = v\n}", seq, n.name, m.name), func(r *run) {
		maps.Copy(r.m(m.name), maps.Clone(r.m(n.name)))
	})
}
