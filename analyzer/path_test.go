package analyzer

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestPaths looks at the way from source to sink that a finding carries: in
// order, through the functions of the package, and with the function of
// another package that a hop goes through.
func TestPaths(t *testing.T) {
	t.Parallel()
	got := map[string][]string{}
	for _, act := range analysed(t, New(), "across/service", "flow/steps") {
		fset := act.Package.Fset
		for _, d := range act.Diagnostics {
			var steps []string
			for _, s := range d.Related {
				steps = append(steps, fmt.Sprintf("%d %s", fset.Position(s.Pos).Line, s.Message))
			}
			at := fset.Position(d.Pos)
			got[fmt.Sprintf("%s:%d", filepath.Base(at.Filename), at.Line)] = steps
		}
	}
	for at, want := range map[string][]string{
		"steps.go:21": {
			`14 SSN is read here`, `21 passed here`, `31 put under "note" here`, `21 passed on here`, `26 passed on by outer`,
			`32 sent by (*customerio.CustomerIO).Track`,
		},
	} {
		if !slices.Equal(got[at], want) {
			t.Errorf("%s: the path is\n\t%s\nnot\n\t%s", at, strings.Join(got[at], "\n\t"), strings.Join(want, "\n\t"))
		}
	}
	through := slices.ContainsFunc(slices.Collect(func(yield func([]string) bool) {
		for _, steps := range got {
			if !yield(steps) {
				return
			}
		}
	}), func(steps []string) bool {
		return len(steps) > 0 && strings.Contains(steps[len(steps)-1], "through (*across/analytics.Client).Identify")
	})
	if !through {
		t.Error("no path names the function of another package")
	}
}
