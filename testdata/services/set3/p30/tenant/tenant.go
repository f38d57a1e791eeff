// Package tenant knows the brands of the group.
package tenant

import (
	"fmt"
	"slices"
)

// Brand is one brand of the group.
type Brand struct {
	Slug    string
	Name    string
	AppKey  string
	From    string
	Locales []string
}

var brands = []Brand{
	{
		Slug:    "nordlicht",
		Name:    "Nordlicht Reisen",
		AppKey:  "4be81c07f3d2496a95e0a17c8d63fb24",
		From:    "hallo@nordlicht.example",
		Locales: []string{"de", "da"},
	},
	{
		Slug:    "aurora",
		Name:    "Aurora Travel",
		AppKey:  "e02d7791ab5c4c3f8846d90e1fa3b85c",
		From:    "hello@aurora.example",
		Locales: []string{"en"},
	},
}

// Find returns the brand of that name.
func Find(slug string) (Brand, error) {
	i := slices.IndexFunc(brands, func(b Brand) bool { return b.Slug == slug })
	if i < 0 {
		return Brand{}, fmt.Errorf("tenant: no brand %q", slug)
	}
	return brands[i], nil
}

// Locale returns the best locale for a wish.
func (b Brand) Locale(wish string) string {
	if slices.Contains(b.Locales, wish) {
		return wish
	}
	return b.Locales[0]
}
