// Package dupes finds people who are there twice.
package dupes

import (
	"cmp"
	"slices"
	"strings"
)

type Person struct {
	ID      string
	Email   string
	Phone   string
	Created int64
}

type Pair struct{ Keep, Drop Person }

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

// Find returns pairs with the same phone number, the older first.
func Find(people []Person) []Pair {
	byPhone := map[string][]Person{}
	for _, p := range people {
		if n := digits(p.Phone); n != "" {
			byPhone[n] = append(byPhone[n], p)
		}
	}
	var pairs []Pair
	for _, group := range byPhone {
		slices.SortFunc(group, func(a, b Person) int { return cmp.Compare(a.Created, b.Created) })
		for _, p := range group[1:] {
			pairs = append(pairs, Pair{Keep: group[0], Drop: p})
		}
	}
	return pairs
}
