package flow

import (
	"fmt"
	"slices"
	"testing"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
)

// TestJoinAll: what is joined in one go is what is joined one after the other.
func TestJoinAll(t *testing.T) {
	t.Parallel()
	texts := func(from, to int) []*value {
		var vs []*value
		for i := from; i < to; i++ {
			vs = append(vs, of(&content.Content{Consts: []content.Const{{Val: fmt.Sprintf("k%d", i)}}}))
		}
		return vs
	}
	number := of(&content.Content{Consts: []content.Const{{Val: "4"}}, Flags: content.Unknown | content.Numeric})
	list := &value{c: content.Nothing, len: 3}
	sized := &value{c: content.Nothing, refs: []place{{obj: &object{id: 1}}}}
	for name, vs := range map[string][]*value{
		"none":               nil,
		"texts":              texts(0, 5),
		"the same texts":     append(texts(0, 5), texts(2, 7)...),
		"unknown among them": slices.Concat(texts(0, 3), []*value{unknownValue()}, texts(2, 5), []*value{number}),
		"nothing and nil":    slices.Concat([]*value{nothing, nil}, texts(0, 2), []*value{nothing}),
		"a list":             slices.Concat([]*value{list}, texts(0, 2)),
		"a list behind":      slices.Concat(texts(0, 2), []*value{list, sized}),
		"beyond the limit":   slices.Concat([]*value{joinAll(texts(0, limit.Consts.Max-2)...), sized}, texts(limit.Consts.Max-3, limit.Consts.Max+3)),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want := nothing
			for _, v := range vs {
				want = join(want, v)
			}
			got := joinAll(vs...)
			if !slices.Equal(got.c.Consts, want.c.Consts) || got.c.Flags != want.c.Flags || got.c.Widened != want.c.Widened {
				t.Errorf("%d constants, flags %b, widened %q; want %d, %b, %q", len(got.c.Consts), got.c.Flags, got.c.Widened, len(want.c.Consts), want.c.Flags, want.c.Widened)
			}
			if len(got.refs) != len(want.refs) || got.len != want.len {
				t.Errorf("%d places, length %d; want %d, %d", len(got.refs), got.len, len(want.refs), want.len)
			}
		})
	}
}
