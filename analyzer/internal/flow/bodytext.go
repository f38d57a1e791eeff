package flow

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"golang.org/x/tools/go/ssa"
)

// text makes the items of a body that is written as JSON text, with values put
// in between.
func (q *bodyQuery) text(ps []piece, e *env, at ssa.Instruction) {
	var doc map[string]any
	if json.Unmarshal([]byte(numbered(ps)), &doc) != nil {
		return
	}
	items := []any{doc}
	if q.list != "" {
		items, _ = doc[q.list].([]any)
	}
	vals := valuesOf(ps)
	for _, it := range items {
		obj, ok := it.(map[string]any)
		if !ok {
			continue
		}
		var b content.Builder
		for _, key := range q.keys {
			if s, ok := obj[key].(string); ok {
				b.AddChild(&content.Child{Key: key, Known: true, Val: q.content(s, vals)})
			}
		}
		q.add(b.Done(), q.named(obj[q.whose], vals), at.Parent(), e, at)
	}
}

// numbered is the text of pieces with quoted numbers for what is not
// constant, so that it is JSON whether or not quotes stand around that.
func numbered(ps []piece) string {
	var b strings.Builder
	n, quoted := 0, false
	for _, p := range ps {
		if p.val != nil {
			mark := fmt.Sprintf("\x7f%d\x7f", n)
			if !quoted {
				mark = `"` + mark + `"`
			}
			b.WriteString(mark)
			n++
		}
		for i := range len(p.text) {
			if p.text[i] == '"' && (i == 0 || p.text[i-1] != '\\') {
				quoted = !quoted
			}
		}
		b.WriteString(p.text)
	}
	return b.String()
}

// holes takes the text of a JSON string apart at the marks of numbered.
func holes(s string, vals []ssa.Value) []piece {
	var out []piece
	for i, part := range strings.Split(s, "\x7f") {
		if i%2 == 0 {
			if part != "" {
				out = append(out, piece{text: part})
			}
			continue
		}
		var n int
		if _, err := fmt.Sscan(part, &n); err == nil && n < len(vals) {
			out = append(out, piece{val: vals[n]})
		}
	}
	return out
}

// content is that of one JSON string.
func (q *bodyQuery) content(s string, vals []ssa.Value) *content.Content {
	ps := holes(s, vals)
	if len(ps) == 1 && ps[0].val != nil {
		return q.q.a.eval(ps[0].val, nil, q.q.a.pointOf(ps[0].val))
	}
	return &content.Content{Consts: []content.Const{{Val: s}}}
}

// named is whom the strings of an object name.
func (q *bodyQuery) named(doc any, vals []ssa.Value) Subject {
	var out Subject
	switch doc := doc.(type) {
	case string:
		for _, p := range holes(doc, vals) {
			if p.val != nil {
				out = append(out, q.q.a.places(p.val, nil, 0)...)
			}
		}
		if len(out) == 0 {
			out = Subject{{text: doc}}
		}
	case map[string]any:
		for _, v := range doc {
			out = append(out, q.named(v, vals)...)
		}
	}
	return out
}
