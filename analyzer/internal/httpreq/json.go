package httpreq

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/text"
	"golang.org/x/tools/go/ssa"
)

// text makes the items of a body that is written as JSON text, with values put
// in between.
func (s *bodySearch) text(t text.Text, e *text.Env, at ssa.Instruction) {
	var doc map[string]any
	if json.Unmarshal([]byte(numbered(t)), &doc) != nil {
		return
	}
	items := []any{doc}
	if s.form.List != "" {
		items, _ = doc[s.form.List].([]any)
	}
	holes := t.Holes()
	for _, it := range items {
		obj, ok := it.(map[string]any)
		if !ok {
			continue
		}
		var b content.Builder
		for _, key := range s.form.Keys {
			if str, ok := obj[key].(string); ok {
				b.AddChild(&content.Child{Key: key, Known: true, Val: s.string(str, holes)})
			}
		}
		names := namesIn(obj[s.form.Name], holes)
		s.out = append(s.out, &Item{Texts: b.Done(), Names: names, Fn: at.Parent(), Env: e, At: at})
	}
}

// mark stands around the number of a hole in a JSON text. No text that is
// sent has this control character.
const mark = "\x7f"

// numbered is a text with quoted numbers for its holes, so that it is JSON
// whether or not quotes stand around them.
func numbered(t text.Text) string {
	var b strings.Builder
	n, quoted := 0, false
	for _, p := range t {
		if p.Value != nil {
			number := fmt.Sprintf("%s%d%s", mark, n, mark)
			if !quoted {
				number = `"` + number + `"`
			}
			b.WriteString(number)
			n++
		}
		for i := range len(p.Const) {
			if p.Const[i] == '"' && (i == 0 || p.Const[i-1] != '\\') {
				quoted = !quoted
			}
		}
		b.WriteString(p.Const)
	}
	return b.String()
}

// denumbered takes a JSON string apart at the numbers of its holes.
func denumbered(s string, holes []ssa.Value) text.Text {
	var out text.Text
	for i, part := range strings.Split(s, mark) {
		if i%2 == 0 {
			if part != "" {
				out = append(out, text.Piece{Const: part})
			}
			continue
		}
		var n int
		if _, err := fmt.Sscan(part, &n); err == nil && n < len(holes) {
			out = append(out, text.Piece{Value: holes[n]})
		}
	}
	return out
}

// string is the content of one JSON string.
func (s *bodySearch) string(str string, holes []ssa.Value) *content.Content {
	t := denumbered(str, holes)
	if len(t) == 1 && t[0].Value != nil {
		return s.core.Content(t[0].Value, nil, ssautil.After(t[0].Value))
	}
	return &content.Content{Consts: []content.Const{{Val: str}}}
}

// namesIn is whom the strings of an object name.
func namesIn(doc any, holes []ssa.Value) []Name {
	var out []Name
	switch doc := doc.(type) {
	case string:
		for _, v := range denumbered(doc, holes).Holes() {
			out = append(out, Name{Value: v})
		}
		if len(out) == 0 {
			out = []Name{{Const: doc}}
		}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(doc)) {
			out = append(out, namesIn(doc[key], holes)...)
		}
	}
	return out
}
