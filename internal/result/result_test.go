package result

import "testing"

func TestWidenings(t *testing.T) {
	t.Parallel()
	one, other := Widenings{"path": 2, "nesting": 1}, Widenings{"path": 1, "work": 4}
	for name, c := range map[string]struct {
		got   Widenings
		total int
		text  string
	}{
		"none":             {nil, 0, ""},
		"one package":      {one, 3, "path 2, nesting 1"},
		"of two packages":  {one.Plus(other), 8, "work 4, path 3, nesting 1"},
		"of the same code": {one.Or(other), 7, "work 4, path 2, nesting 1"},
		"none and some":    {Widenings(nil).Plus(one), 3, "path 2, nesting 1"},
		"some and none":    {one.Or(nil), 3, "path 2, nesting 1"},
		"ties":             {Widenings{"b": 1, "a": 1}, 2, "a 1, b 1"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := c.got.Total(); got != c.total {
				t.Errorf("total %d, want %d", got, c.total)
			}
			if got := c.got.String(); got != c.text {
				t.Errorf("got %q, want %q", got, c.text)
			}
		})
	}
	if one.String() != "path 2, nesting 1" {
		t.Errorf("the sums have changed what they are made of: %s", one)
	}
}
