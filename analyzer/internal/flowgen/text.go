package flowgen

import (
	"fmt"
	"strings"
)

// texts are the two packages of a program.
func (g *generator) texts(body []statement, path string) (lib, app string) {
	var l, a strings.Builder
	l.WriteString(fmt.Sprintf(libHead, path))
	a.WriteString(fmt.Sprintf(appHead, path))
	for _, f := range g.funcs {
		if f.lib {
			l.WriteString(strings.ReplaceAll(f.text(), "lib.", ""))
		} else {
			a.WriteString(f.text())
		}
	}
	a.WriteString("func Do(c *customerio.CustomerIO) {\n" + textOf(body) + "}\n")
	return l.String(), a.String()
}

func (f *function) text() string {
	if f.isFiller {
		return fmt.Sprintf("type %[1]s struct{ M map[string]any }\n\nfunc (t *%[1]s) Fill(c *customerio.CustomerIO, %[2]s map[string]any) {\n%[3]s}\n\n",
			f.name, f.params[0].name, textOf(f.body))
	}
	params := []string{"c *customerio.CustomerIO"}
	for _, p := range f.params {
		params = append(params, p.name+" "+p.kind.String())
	}
	return fmt.Sprintf("func %s(%s) %s {\n%sreturn %s\n}\n\n", f.name, strings.Join(params, ", "), mapKind, textOf(f.body), f.value)
}

const appHead = `package app

import (
	"context"
	"encoding/json"
	"maps"
	"sync"

	"example.com/lib"
	customerio "%s"
)

var _ = maps.Clone[map[string]any]

var _ = json.Marshal

var _ sync.WaitGroup

var _ context.Context

var _ lib.Box

`

const libHead = `package lib

import (
	"context"
	"encoding/json"
	"iter"
	"maps"
	"math/rand/v2"
	"sync"

	customerio "%s"
)

type Box struct {
	M map[string]any
	N *Box
	F func(map[string]any)
}

func (b *Box) Next() *Box {
	if b.N == nil {
		return &Box{M: map[string]any{}, F: func(map[string]any) {}}
	}
	return b.N
}

func (b *Box) Set(k string, v any) *Box {
	b.M[k] = v
	return b
}

func (b Box) Fields() map[string]any { return b.M }

type Inner struct{ M map[string]any }

type Conf struct {
	M  map[string]any
	In Inner
}

func (c Conf) With(m map[string]any) Conf {
	c.M = m
	return c
}

type Filler interface {
	Fill(c *customerio.CustomerIO, m map[string]any)
}

type Key struct{}

func Coin() bool { return rand.IntN(2) == 0 }

func Same[T any](x T) T { return x }

func Sub(m map[string]any, k string) map[string]any {
	if s, ok := m[k].(map[string]any); ok {
		return s
	}
	return map[string]any{}
}

func Put(m map[string]any, k string, v any) { m[k] = v }

func All(m map[string]any) iter.Seq2[string, any] {
	return func(yield func(string, any) bool) {
		for k, v := range m {
			if !yield(k, v) {
				return
			}
		}
	}
}

func Merged(ms ...map[string]any) map[string]any {
	out := map[string]any{}
	for _, m := range ms {
		for k, v := range m {
			out[k] = v
		}
	}
	return out
}

func Each(ms []map[string]any, f func(map[string]any)) {
	for _, m := range ms {
		f(m)
	}
}

var _ = maps.Clone[map[string]any]

var _ = json.Marshal

var _ sync.WaitGroup

var _ context.Context

`
