package limit

import "testing"

func TestRowsAreComplete(t *testing.T) {
	names := map[string]bool{}
	last := ""
	for _, l := range All() {
		if l.Name == "" || l.Max <= 0 || l.Why == "" || l.Widened == "" {
			t.Errorf("incomplete row %+v", *l)
		}
		if names[l.Name] {
			t.Errorf("two rows are called %s", l.Name)
		}
		if l.Name < last {
			t.Errorf("%s comes after %s", l.Name, last)
		}
		names[l.Name], last = true, l.Name
	}
}

func TestTally(t *testing.T) {
	a, b := *Path, *Nodes
	var tally Tally
	tally.Reached(&a)
	tally.Reached(&b)
	tally.Reached(&a)
	if got := [3]int{tally.Of(&a), tally.Of(&b), tally.Total()}; got != [3]int{2, 1, 3} {
		t.Errorf("counts are %v, want 2 of a, 1 of b, 3 in all", got)
	}
	var none *Tally
	none.Reached(&a)
	if none.Total() != 0 || none.Of(&a) != 0 {
		t.Error("a nil tally counts")
	}
}
