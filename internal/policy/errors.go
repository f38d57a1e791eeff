package policy

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// A Mistake is something that a policy must not say.
type Mistake struct {
	File      string // of a policy file; "" of settings
	Line, Col int    // from 1, columns in characters; 0 of settings
	Field     string // of settings: sinks[0].function
	Problem   string // what is wrong, and what to do
}

// Error returns "file:line:col: problem", which editors and terminals jump
// to, or "field: problem".
func (m *Mistake) Error() string {
	switch {
	case m.File == "" && m.Field == "":
		return "policy: " + m.Problem
	case m.File == "":
		return fmt.Sprintf("policy: %s: %s", m.Field, m.Problem)
	case m.Line == 0:
		return fmt.Sprintf("%s: %s", m.File, m.Problem)
	}
	return fmt.Sprintf("%s:%d:%d: %s", m.File, m.Line, m.Col, m.Problem)
}

// maxMistakes bounds how many are told at once.
const maxMistakes = 20

// mistakes joins them, in the order of the file; nil if there is none.
func mistakes(list []*Mistake) error {
	slices.SortStableFunc(list, func(a, b *Mistake) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col))
	})
	var errs []error
	for i, m := range list {
		if i == maxMistakes {
			errs = append(errs, fmt.Errorf("and %d more", len(list)-maxMistakes))
			break
		}
		errs = append(errs, m)
	}
	return errors.Join(errs...)
}
