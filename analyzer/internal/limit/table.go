package limit

import (
	"cmp"
	"slices"
)

// table has every row, in the order of the declarations.
var table []*Limit

func row(name string, n int, why, widened string) *Limit {
	l := &Limit{Name: name, Max: n, Why: why, Widened: widened}
	table = append(table, l)
	return l
}

// All returns every limit, by name.
func All() []*Limit {
	return slices.SortedFunc(slices.Values(table), func(a, b *Limit) int { return cmp.Compare(a.Name, b.Name) })
}
