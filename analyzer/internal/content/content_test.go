package content

import (
	"go/types"
	"slices"
	"strconv"
	"testing"

	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/runtime/pii"
)

// A param is a parameter of the functions in these tests.
type param string

func (p param) Name() string     { return string(p) }
func (p param) Type() types.Type { return types.Typ[types.String] }

func text(vals ...string) *Content {
	c := &Content{}
	for _, v := range vals {
		c.Consts = append(c.Consts, Const{Val: v})
	}
	return c
}

func partOfText(vals ...string) *Content { return text(vals...).Derive() }

func from(name string) *Content { return &Content{Refs: []Ref{{Param: param(name)}}} }

func datum(name string) *Content {
	return &Content{Flags: Unknown, Origins: []Origin{{Name: name, Class: pii.NeverSend}}}
}

// object is a map with these entries; under "?" is one whose key is not known.
func object(entries map[string]*Content) *Content {
	var b Builder
	for k, v := range entries {
		ch := &Child{Key: k, Known: k != "?", Val: v}
		if k == "?" {
			ch.Key = ""
		}
		b.AddChild(ch)
	}
	return b.Done()
}

// only is the filter that lets these keys through.
func only(keys ...string) *KeyFilter {
	return &KeyFilter{ID: "only " + Print(text(keys...)), Pass: func(k string) bool { return slices.Contains(keys, k) }}
}

func without(key string) *KeyFilter {
	return &KeyFilter{ID: "without " + key, Pass: func(k string) bool { return k != key }}
}

func TestJoin(t *testing.T) {
	t.Parallel()
	a := object(map[string]*Content{"plan": text("pro"), "note": datum("ssn")})
	for name, c := range map[string]struct {
		of   []*Content
		want string
	}{
		"nothing":              {nil, "nothing"},
		"nothing with nothing": {[]*Content{Nothing, nil}, "nothing"},
		"one":                  {[]*Content{Nothing, text("a")}, `"a"`},
		"texts":                {[]*Content{text("a"), text("b"), text("a")}, `"a" | "b"`},
		"a text and a part":    {[]*Content{text("a"), partOfText("a")}, `"a" | of "a" | unknown`},
		"a datum and unknown":  {[]*Content{datum("ssn"), Anything()}, "never-send ssn | opaque"},
		"the same map":         {[]*Content{a, a}, `{note: never-send ssn, plan: "pro"}`},
		"maps":                 {[]*Content{a, object(map[string]*Content{"plan": text("free"), "?": from("v")})}, `{*: param v, note: never-send ssn, plan: "free" | "pro"}`},
		"a part of a parameter that two ways leave out": {
			[]*Content{from("m").Without(map[string]bool{"a": true, "b": true}), from("m").Without(map[string]bool{"b": true})}, "param m without b",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := Join(c.of...)
			if text := Print(got); text != c.want {
				t.Errorf("got %s, want %s", text, c.want)
			}
			for _, x := range c.of {
				if !got.Covers(x) {
					t.Errorf("%s does not cover %s, of which it was made", Print(got), Print(x))
				}
			}
		})
	}
}

func TestCovers(t *testing.T) {
	t.Parallel()
	m := object(map[string]*Content{"plan": text("pro"), "id": from("id")})
	derived := from("a").Derive()
	for name, c := range map[string]struct {
		c, d *Content
		want bool
	}{
		"nothing":                   {Nothing, nil, true},
		"itself":                    {m, m, true},
		"less":                      {m, object(map[string]*Content{"plan": text("pro")}), true},
		"more":                      {object(map[string]*Content{"plan": text("pro")}), m, false},
		"another text":              {text("a"), text("b"), false},
		"another order":             {text("a", "b"), text("b", "a"), true},
		"a part of the text":        {text("a"), partOfText("a"), false},
		"a flag":                    {text("a"), &Content{Flags: Unknown}, false},
		"a bound":                   {text("a"), text("a").Widen(limit.Path), false},
		"a datum":                   {text("a"), datum("ssn"), false},
		"another value of a key":    {m, object(map[string]*Content{"plan": text("free")}), false},
		"a parameter, less taken":   {from("m").Without(map[string]bool{"a": true}), from("m"), false},
		"a parameter, more taken":   {from("m"), from("m").Without(map[string]bool{"a": true}), true},
		"a parameter, filtered":     {from("m"), from("m").Filter(only("a")), false},
		"what derives from another": {from("a"), derived, false},
		"what derives from it":      {derived, from("a").Derive(), true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := c.c.Covers(c.d); got != c.want {
				t.Errorf("%s covers %s: %t, want %t", Print(c.c), Print(c.d), got, c.want)
			}
		})
	}
}

func TestKeys(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		c    *Content
		keys []string
		all  bool
	}{
		"nothing":                 {Nothing, nil, false},
		"one":                     {text("a"), []string{"a"}, true},
		"twice":                   {text("a", "b", "a"), []string{"a", "b"}, true},
		"the empty key":           {text(""), []string{""}, true},
		"or a parameter":          {Join(text("a"), from("k")), []string{"a"}, false},
		"or a datum":              {Join(text("a"), datum("ssn")), []string{"a"}, false},
		"or unknown":              {Join(text("a"), Anything()), []string{"a"}, false},
		"a part":                  {partOfText("a"), nil, false},
		"a text, or a part of it": {Join(text("a"), partOfText("b")), []string{"a"}, false},
		"given up":                {text("a").Widen(limit.Consts), []string{"a"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			keys, all := c.c.Keys()
			if !slices.Equal(keys, c.keys) || all != c.all {
				t.Errorf("got %q, all %t; want %q, all %t", keys, all, c.keys, c.all)
			}
		})
	}
}

func TestConcat(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		x, y *Content
		want string
		keys []string
	}{
		"constants":               {text("a", "b"), text("c"), `"ac" | "bc"`, []string{"ac", "bc"}},
		"the empty text":          {text("", "a"), text("b"), `"ab" | "b"`, []string{"b", "ab"}},
		"nothing before":          {Nothing, text("a"), `"a"`, []string{"a"}},
		"nothing behind":          {from("s"), Nothing, `param s`, nil},
		"a parameter":             {from("s"), text("a"), `of "a" | param s`, nil},
		"a constant or parameter": {Join(text("a"), from("s")), text("b"), `"ab" | param s`, []string{"ab"}},
		"a part":                  {partOfText("a"), text("b"), `of "ab" | unknown`, nil},
		"a datum":                 {text("no. "), datum("ssn"), `never-send ssn | of "no. "`, nil},
		"unknown":                 {text("a"), Anything(), `of "a" | opaque`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := Concat(c.x, c.y)
			if text := Print(got); text != c.want {
				t.Errorf("got %s, want %s", text, c.want)
			}
			if keys, _ := got.Keys(); !slices.Equal(keys, c.keys) {
				t.Errorf("it may be %q, want %q", keys, c.keys)
			}
		})
	}
	for _, r := range Concat(from("s"), from("t")).Refs {
		if !r.Derived {
			t.Errorf("%s is taken for the whole text", r)
		}
	}
}

func TestFilter(t *testing.T) {
	t.Parallel()
	m := Join(object(map[string]*Content{"plan": text("pro"), "ssn": datum("ssn"), "?": text("x")}), from("m"))
	got := m.Filter(only("plan"))
	if text, want := Print(got), `{*: "x", plan: "pro"} | param m`; text != want {
		t.Errorf("got %s, want %s", text, want)
	}
	r := got.Filter(without("id")).Refs[0]
	for key, want := range map[string]bool{"plan": true, "ssn": false, "id": false} {
		if r.Passes(key) != want {
			t.Errorf("the parameter's %s passes: %t", key, !want)
		}
	}
	one, other := m.Filter(only("a")).Filter(without("b")), m.Filter(without("b")).Filter(only("a"))
	if !one.Covers(other) {
		t.Error("the order of two filters makes a difference")
	}
}

func TestString(t *testing.T) {
	t.Parallel()
	ch := &Child{KeyRefs: from("k").Refs, Val: text("x")}
	for want, c := range map[string]*Content{
		"":                                       Nothing,
		`"a" <-s`:                                Join(text("a"), from("s")),
		"ssn!never-send unknown":                 datum("ssn"),
		`{?k: "x"}`:                              {Children: []*Child{ch}},
		`opaque unknown widened(path) {[]: "a"}`: (&Content{Children: []*Child{{Elem: true, Val: text("a")}}}).Widen(limit.Path),
	} {
		if got := c.String(); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// texts is n different constants.
func texts(n int) *Content {
	var vals []string
	for i := range n {
		vals = append(vals, "k"+strconv.Itoa(i))
	}
	return text(vals...)
}

// TestLimits crosses the bounds of what one content may hold: within, all of
// it is known; beyond, what was there before stays, what came is unknown, and
// the content says at which bound.
func TestLimits(t *testing.T) {
	t.Parallel()
	filtered := func(n int) *Content {
		c := Join(object(map[string]*Content{"plan": text("pro")}), from("m"))
		for i := range n {
			c = c.Filter(without(strconv.Itoa(i)))
		}
		return c
	}
	for _, c := range []struct {
		limit *limit.Limit
		make  func(n int) *Content
		stays string
	}{
		{limit.Consts, texts, ""},
		{limit.Consts, func(n int) *Content { return Join(texts(n-1), text("other")) }, ""},
		{limit.Concat, func(n int) *Content { return Concat(texts(n), text("a")) }, ""},
		{limit.Filters, filtered, "plan"},
	} {
		t.Run(c.limit.Name, func(t *testing.T) {
			t.Parallel()
			if within := Join(c.make(c.limit.Max), from("other")); within.Widened != 0 || within.Flags&Opaque != 0 {
				t.Errorf("within the limit it is widened: %s", within.Widened)
			}
			beyond := Join(c.make(c.limit.Max+1), from("other"))
			if !beyond.Limits().Has(c.limit) || beyond.Flags&(Opaque|Unknown) != Opaque|Unknown {
				t.Errorf("beyond the limit it is not unknown (bounds: %s)", beyond.Limits())
			}
			if _, all := beyond.Keys(); all {
				t.Error("beyond the limit all that it may be is said to be known")
			}
			if len(beyond.Consts) < c.limit.Max && c.stays == "" {
				t.Errorf("%d constants are left", len(beyond.Consts))
			}
			if c.stays != "" && !slices.ContainsFunc(beyond.Children, func(ch *Child) bool { return ch.Key == c.stays }) {
				t.Errorf("the entry %s is gone", c.stays)
			}
		})
	}
}

// TestConcatBeyondNamesNothing: what is too much to combine is no key.
func TestConcatBeyondNamesNothing(t *testing.T) {
	t.Parallel()
	if keys, _ := Concat(texts(limit.Concat.Max+1), text("a")).Keys(); len(keys) > 0 {
		t.Errorf("%q are keys", keys)
	}
}

// TestSameFilterAgain: what passes one filter over and over crosses no limit.
func TestSameFilterAgain(t *testing.T) {
	t.Parallel()
	c := from("m")
	for range 2 {
		for i := range limit.Filters.Max {
			c = c.Filter(without(strconv.Itoa(i)))
		}
	}
	if c.Widened != 0 || len(c.Refs) != 1 || len(c.Refs[0].Filters) != limit.Filters.Max {
		t.Errorf("got %d references, widened: %s", len(c.Refs), c.Widened)
	}
}
