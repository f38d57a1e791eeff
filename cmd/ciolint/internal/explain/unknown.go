package explain

import (
	"fmt"
	"strings"

	"github.com/ciolint/ciolint/internal/catalog"
)

// unknown is the error for a name that no rule has.
func unknown(rules []catalog.Rule, name string) error {
	var names []string
	for _, r := range rules {
		names = append(names, r.Name)
	}
	hint := ""
	if near := nearest(names, name); near != "" {
		hint = fmt.Sprintf("; did you mean %s?", near)
	}
	return fmt.Errorf("unknown rule %q%s\nThe rules are %s", name, hint, strings.Join(names, ", "))
}

// nearest returns the name that was meant, if one is close: written in another
// style, cut short, or a third of it mistyped.
func nearest(names []string, typed string) string {
	typed = letters(typed)
	best, least := "", 0
	for _, n := range names {
		if len(typed) >= 3 && strings.HasPrefix(n, typed) {
			return n
		}
		d := distance(n, typed)
		if d <= len(n)/3 && (best == "" || d < least) {
			best, least = n, d
		}
	}
	return best
}

// letters drops what people put between words.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 'a' || r > 'z' {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// distance is the number of letters to insert, delete or replace to turn a
// into b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, diagonal+1)
		}
	}
	return row[len(b)]
}
