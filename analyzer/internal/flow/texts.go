package flow

import (
	"go/types"
	"slices"
	"strconv"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
)

// formatted is what fmt.Sprintf makes of the format in argument k and what
// follows it. Constants stay constants as long as all is constant.
func (i *invocation) formatted(k int) *content.Content {
	format := i.f.content(i.args[k], i.argType(k), i.s)
	texts, all := format.Keys()
	args := i.elements(k + 1)
	if !all || len(texts) != 1 || args == nil {
		return i.carriedAll(&content.Content{Flags: content.Unknown | content.Opaque | content.Scalar})
	}
	out := content.Nothing
	text := texts[0]
	for {
		lit, verb, rest := cutVerb(text)
		out = content.Concat(out, constText(lit))
		if verb == 0 {
			return out
		}
		if len(args) > 0 {
			out = content.Concat(out, i.verb(verb, args[0]))
			args = args[1:]
		}
		text = rest
	}
}

// cutVerb returns the text before the first verb of a format, the verb, 0 if
// there is none, and what follows it.
func cutVerb(s string) (before string, verb byte, rest string) {
	var b strings.Builder
	for {
		j := strings.IndexByte(s, '%')
		if j < 0 || j == len(s)-1 {
			b.WriteString(s)
			return b.String(), 0, ""
		}
		b.WriteString(s[:j])
		k := j + 1
		for k < len(s)-1 && strings.IndexByte("+-# 0123456789.*[]", s[k]) >= 0 {
			k++
		}
		if s[k] != '%' {
			return b.String(), s[k], s[k+1:]
		}
		b.WriteByte('%')
		s = s[k+1:]
	}
}

// verb is what a verb shows of a value: the name of its type says nothing.
func (i *invocation) verb(verb byte, v *value) *content.Content {
	if verb == 'T' {
		return &content.Content{Flags: content.Unknown}
	}
	return i.f.text(v, anyType, i.s)
}

func constText(s string) *content.Content {
	if s == "" {
		return content.Nothing
	}
	return &content.Content{Consts: []content.Const{{Val: s}}}
}

// elements are the elements of the list in argument k, in order; nil if their
// number is not known.
func (i *invocation) elements(k int) []*value {
	if k >= len(i.args) {
		return []*value{}
	}
	list := i.f.elements(i.args[k], i.s)
	if list.len == 0 {
		return nil
	}
	out := make([]*value, list.len-1)
	t := orAny(elemType(i.argType(k)))
	for j := range out {
		id := i.f.a.in.id(content.Sel{Kind: content.Elem, Name: strconv.Itoa(j)})
		out[j] = i.f.part(list, id, nil, t)
	}
	return out
}

// concat is texts one after the other, with sep between them; nil stands for
// any number of them.
func (i *invocation) concat(vs []*value, sep *content.Content) *content.Content {
	if vs == nil {
		return i.carriedAll(&content.Content{Flags: content.Unknown | content.Opaque | content.Scalar})
	}
	out := content.Nothing
	for j, v := range vs {
		if j > 0 && sep != content.Nothing {
			out = content.Concat(out, sep)
		}
		out = content.Concat(out, i.f.text(v, anyType, i.s))
	}
	return out
}

// replaced is argument 1 with what the replacer in argument 0 puts into it: of
// a text that is constant, for the words that are in there.
func (i *invocation) replaced() *content.Content {
	text := i.f.content(i.args[1], i.argType(1), i.s)
	texts, all := text.Keys()
	occurs := func(old *content.Content) bool {
		words, known := old.Keys()
		return !all || !known || slices.ContainsFunc(texts, func(t string) bool {
			return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(t, w) })
		})
	}
	var b content.Builder
	pairs := i.elements(0)
	if pairs == nil {
		b.Add(i.carried(0))
	}
	for k := 0; k+1 < len(pairs); k += 2 {
		if occurs(i.f.text(pairs[k], types.Typ[types.String], i.s)) {
			b.Add(i.f.text(pairs[k+1], types.Typ[types.String], i.s))
		}
	}
	if b.Done() == content.Nothing {
		return text
	}
	b.Add(i.carried(1))
	b.Mark(content.Unknown)
	return b.Done().Derive()
}

// joinedPath is the elements of a path with slashes between them.
func (i *invocation) joinedPath() *content.Content {
	var vs []*value
	for k := range i.args {
		if _, list := i.argType(k).Underlying().(*types.Slice); list {
			more := i.elements(k)
			if more == nil {
				return i.carriedAll(&content.Content{Flags: content.Unknown | content.Opaque | content.Scalar})
			}
			vs = append(vs, more...)
			continue
		}
		vs = append(vs, i.args[k])
	}
	out := content.Nothing
	for _, v := range vs {
		c := i.f.text(v, anyType, i.s)
		if out != content.Nothing && !endsIn(out, "/") && !beginsWith(c, "/") {
			out = content.Concat(out, constText("/"))
		}
		out = content.Concat(out, c)
	}
	return out
}

func endsIn(c *content.Content, s string) bool {
	return slices.ContainsFunc(c.Consts, func(k content.Const) bool { return strings.HasSuffix(k.Val, s) })
}

func beginsWith(c *content.Content, s string) bool {
	return slices.ContainsFunc(c.Consts, func(k content.Const) bool { return strings.HasPrefix(k.Val, s) })
}
