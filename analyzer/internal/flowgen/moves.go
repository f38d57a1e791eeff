package flowgen

import (
	"fmt"
	"maps"
)

func fresh(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	if !ok {
		return none()
	}
	k := g.key()
	return plain(fmt.Sprintf("%s = map[string]any{%q: 1}", m.name, k), func(r *run) { r.vars[m.name] = map[string]any{k: 1} })
}

func set(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	if !ok {
		return none()
	}
	k := g.key()
	return plain(fmt.Sprintf("%s[%q] = \"gold\"", m.name, k), func(r *run) { r.m(m.name)[k] = "gold" })
}

func remove(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	if !ok {
		return none()
	}
	k := secretKeys[g.pick(2)]
	return plain(fmt.Sprintf("delete(%s, %q)", m.name, k), func(r *run) { delete(r.m(m.name), k) })
}

func alias(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	if !ok {
		return none()
	}
	return define(variable{g.name("m"), mapKind}, m.name, func(r *run) any { return r.m(m.name) })
}

func assign(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	n, _ := g.of(s, mapKind)
	if !ok {
		return none()
	}
	return plain(m.name+" = "+n.name, func(r *run) { r.vars[m.name] = r.m(n.name) })
}

func nest(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	n, _ := g.of(s, mapKind)
	if !ok {
		return none()
	}
	k := outerKeys[g.pick(len(outerKeys))]
	return plain(fmt.Sprintf("%s[%q] = %s", m.name, k, n.name), func(r *run) { r.m(m.name)[k] = r.m(n.name) })
}

func sub(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	if !ok {
		return none()
	}
	k := outerKeys[g.pick(len(outerKeys))]
	return define(variable{g.name("m"), mapKind}, fmt.Sprintf("lib.Sub(%s, %q)", m.name, k), func(r *run) any {
		if x, ok := r.m(m.name)[k].(map[string]any); ok {
			return x
		}
		return map[string]any{}
	})
}

func boxed(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	if !ok {
		return none()
	}
	return define(variable{g.name("b"), boxKind}, "&lib.Box{M: "+m.name+", F: func(map[string]any) {}}", func(r *run) any { return &box{M: r.m(m.name), F: func(map[string]any) {}} })
}

func unboxed(g *generator, s scope, _ int) (statement, []variable, bool) {
	b, ok := g.of(s, boxKind)
	if !ok {
		return none()
	}
	expr := b.name + []string{".M", ".Fields()"}[g.pick(2)]
	return define(variable{g.name("m"), mapKind}, expr, func(r *run) any { return r.b(b.name).M })
}

func setBox(g *generator, s scope, _ int) (statement, []variable, bool) {
	b, ok := g.of(s, boxKind)
	m, ok2 := g.of(s, mapKind)
	if !ok || !ok2 {
		return none()
	}
	return plain(b.name+".M = "+m.name, func(r *run) { r.b(b.name).M = r.m(m.name) })
}

func link(g *generator, s scope, _ int) (statement, []variable, bool) {
	b, ok := g.of(s, boxKind)
	c, _ := g.of(s, boxKind)
	if !ok {
		return none()
	}
	return plain(b.name+".N = "+c.name, func(r *run) { r.b(b.name).N = r.b(c.name) })
}

func next(g *generator, s scope, _ int) (statement, []variable, bool) {
	b, ok := g.of(s, boxKind)
	if !ok {
		return none()
	}
	return define(variable{g.name("b"), boxKind}, b.name+".Next()", func(r *run) any {
		if n := r.b(b.name).N; n != nil {
			return n
		}
		return &box{M: map[string]any{}, F: func(map[string]any) {}}
	})
}

func method(g *generator, s scope, _ int) (statement, []variable, bool) {
	b, ok := g.of(s, boxKind)
	if !ok {
		return none()
	}
	k := g.key()
	return plain(fmt.Sprintf("%s.Set(%q, 1)", b.name, k), func(r *run) { r.b(b.name).M[k] = 1 })
}

func swapFields(g *generator, s scope, _ int) (statement, []variable, bool) {
	b, ok := g.of(s, boxKind)
	c, _ := g.of(s, boxKind)
	if !ok {
		return none()
	}
	return plain(fmt.Sprintf("%s.M, %s.M = %[2]s.M, %[1]s.M", b.name, c.name), func(r *run) {
		x, y := r.b(b.name), r.b(c.name)
		x.M, y.M = y.M, x.M
	})
}

func list(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	n, _ := g.of(s, mapKind)
	if !ok {
		return none()
	}
	return define(variable{g.name("l"), listKind}, fmt.Sprintf("[]map[string]any{%s, %s}", m.name, n.name), func(r *run) any {
		return []map[string]any{r.m(m.name), r.m(n.name)}
	})
}

func appended(g *generator, s scope, _ int) (statement, []variable, bool) {
	l, ok := g.of(s, listKind)
	m, ok2 := g.of(s, mapKind)
	if !ok || !ok2 {
		return none()
	}
	return plain(fmt.Sprintf("%s = append(%[1]s, %s)", l.name, m.name), func(r *run) {
		r.vars[l.name] = append(r.l(l.name), r.m(m.name))
	})
}

func element(g *generator, s scope, _ int) (statement, []variable, bool) {
	l, ok := g.of(s, listKind)
	if !ok {
		return none()
	}
	if g.pick(2) == 0 {
		return define(variable{g.name("m"), mapKind}, l.name+"[0]", func(r *run) any { return r.l(l.name)[0] })
	}
	return define(variable{g.name("m"), mapKind}, fmt.Sprintf("%s[len(%[1]s)-1]", l.name), func(r *run) any { return r.l(l.name)[len(r.l(l.name))-1] })
}

func copied(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	n, _ := g.of(s, mapKind)
	if !ok || m == n {
		return none()
	}
	return plain(fmt.Sprintf("maps.Copy(%s, %s)", m.name, n.name), func(r *run) { maps.Copy(r.m(m.name), maps.Clone(r.m(n.name))) })
}

func cloned(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	if !ok {
		return none()
	}
	return define(variable{g.name("m"), mapKind}, "maps.Clone("+m.name+")", func(r *run) any { return maps.Clone(r.m(m.name)) })
}

func ranged(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	n, _ := g.of(s, mapKind)
	if !ok || m == n {
		return none()
	}
	skip := []string{"ssn", "plan"}[g.pick(2)]
	return plain(fmt.Sprintf("for k, v := range %s {\nif k != %q {\n%s[k] = v\n}\n}", n.name, skip, m.name), func(r *run) {
		for k, v := range maps.Clone(r.m(n.name)) {
			if k != skip {
				r.m(m.name)[k] = v
			}
		}
	})
}

func generic(g *generator, s scope, _ int) (statement, []variable, bool) {
	k := kind(g.pick(int(kinds)))
	v, ok := g.of(s, k)
	if !ok {
		return none()
	}
	return define(variable{g.name("g"), k}, "lib.Same("+v.name+")", func(r *run) any { return r.vars[v.name] })
}

func asAny(g *generator, s scope, _ int) (statement, []variable, bool) {
	k := kind(g.pick(int(kinds)))
	v, ok := g.of(s, k)
	if !ok {
		return none()
	}
	return define(variable{g.name("a"), k}, fmt.Sprintf("any(%s).(%s)", v.name, k), func(r *run) any { return r.vars[v.name] })
}

func channel(g *generator, s scope, _ int) (statement, []variable, bool) {
	m, ok := g.of(s, mapKind)
	if !ok {
		return none()
	}
	v, c := variable{g.name("m"), mapKind}, g.name("c")
	return statement{fmt.Sprintf("%s := make(chan map[string]any, 1)\n%[1]s <- %s\n%s := <-%[1]s\n_ = %[3]s\n", c, m.name, v.name),
		func(r *run) { r.vars[v.name] = r.m(m.name) }}, []variable{v}, true
}
