package catalog

import (
	"go/format"
	"reflect"
	"slices"
	"testing"
)

// TestNames has the names as literals: users write them into scripts, so that
// to rename a rule must break a test.
func TestNames(t *testing.T) {
	t.Parallel()
	want := []string{"neversend", "unsanitized", "credential", "identifier", "erasure", "webhook", "ignore"}
	if got := Names(); !slices.Equal(got, want) {
		t.Errorf("rules are %q, want %q", got, want)
	}
}

// TestNothingIsEmpty: every text of every record is there, and so is the
// condition. A field of another kind is a yes or no, or a list.
func TestNothingIsEmpty(t *testing.T) {
	t.Parallel()
	for _, r := range All() {
		v := reflect.ValueOf(r)
		for i := range v.NumField() {
			switch f := v.Field(i); f.Kind() {
			case reflect.String, reflect.Uint8:
				if f.IsZero() {
					t.Errorf("rule %s: empty %s", r.Name, v.Type().Field(i).Name)
				}
			case reflect.Bool, reflect.Slice:
			default:
				t.Errorf("this test does not know how to judge %s", v.Type().Field(i).Name)
			}
		}
	}
}

func TestExamplesAreFormatted(t *testing.T) {
	t.Parallel()
	for _, r := range All() {
		for _, code := range []string{r.Bad, r.Good} {
			if text, err := format.Source([]byte(code)); err != nil || string(text) != code {
				t.Errorf("rule %s: not formatted: %s (%v)", r.Name, code, err)
			}
		}
	}
}

// TestSilences: a rule silences rules that exist and that come after it, or
// they would have spoken already.
func TestSilences(t *testing.T) {
	t.Parallel()
	names := Names()
	for i, r := range All() {
		for _, other := range r.Silences {
			if slices.Index(names, other) <= i {
				t.Errorf("%s silences %q, which is no rule behind it", r.Name, other)
			}
		}
	}
	if !slices.Equal(NeverSend.Silences, []string{Unsanitized.Name}) {
		t.Errorf("neversend silences %q: a payload with a never-send key also skips the sanitizer, which is one problem", NeverSend.Silences)
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	for _, want := range All() {
		if got, ok := Find(want.Name); !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("Find(%q) = %+v, %v", want.Name, got, ok)
		}
	}
	for _, name := range []string{"", "Neversend", "sanitizer"} {
		if got, ok := Find(name); ok {
			t.Errorf("Find(%q) = %+v", name, got)
		}
	}
}
