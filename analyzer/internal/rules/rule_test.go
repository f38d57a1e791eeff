package rules

import (
	"slices"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/internal/catalog"
)

// TestTable: every rule of the catalogue has its check here, in the same
// order, but for the one about directives, which package suppress checks.
func TestTable(t *testing.T) {
	t.Parallel()
	var got []string
	for _, r := range table {
		got = append(got, r.Name)
		if r.check == nil && r.inspect == nil {
			t.Errorf("%s checks nothing", r.Name)
		}
		if r.learns && r.inspect == nil {
			t.Errorf("%s learns by nothing", r.Name)
		}
	}
	want := slices.DeleteFunc(catalog.Names(), func(name string) bool { return name == catalog.Ignore.Name })
	if !slices.Equal(got, want) {
		t.Errorf("checked are %q, want %q", got, want)
	}
}

// instance is a sink as seen from one call. The calls of all of them stand in
// the same place, so that the sinks alone tell them apart.
func instance(sink string) *flow.Instance {
	return &flow.Instance{Call: new(ssa.Call), Sink: &flow.Sink{Info: customerio.SinkInfo{Name: sink}}}
}

// finds is a rule that has a finding of each of the sinks.
func finds(name string, silences []string, sinks ...string) rule {
	return rule{
		Rule: catalog.Rule{Name: name, Silences: silences},
		check: func(_ *Check, inst *flow.Instance) []analysis.Diagnostic {
			if !slices.Contains(sinks, sinkOf(inst)) {
				return nil
			}
			return []analysis.Diagnostic{{Message: sinkOf(inst)}}
		},
	}
}

// TestSilences: a rule with a finding of a payload silences the rules that its
// record names, there and nowhere else.
func TestSilences(t *testing.T) {
	t.Parallel()
	insts := []*flow.Instance{instance("Identify"), instance("Track")}
	for _, c := range []struct {
		name  string
		rules []rule
		want  []string
	}{
		{"there and nowhere else", []rule{finds("first", []string{"second"}, "Identify"), finds("second", nil, "Identify", "Track")},
			[]string{"first Identify", "second Track"}},
		{"only whom it names", []rule{finds("first", []string{"second"}, "Track"), finds("second", nil, "Track"), finds("third", nil, "Track")},
			[]string{"first Track", "third Track"}},
		{"not without a finding", []rule{finds("first", []string{"second"}), finds("second", nil, "Track")},
			[]string{"second Track"}},
		{"whoever is silent silences nobody", []rule{finds("first", []string{"second"}, "Track"), finds("second", []string{"third"}, "Track"), finds("third", nil, "Track")},
			[]string{"first Track", "third Track"}},
		{"two by one", []rule{finds("first", []string{"second", "third"}, "Track"), finds("second", nil, "Track"), finds("third", nil, "Track", "Identify")},
			[]string{"first Track", "third Identify"}},
	} {
		var got []string
		silent := silences{}
		for _, r := range c.rules {
			for _, d := range new(Check).apply(r, insts, silent) {
				got = append(got, d.Category+" "+d.Message)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: findings %q, want %q", c.name, got, c.want)
		}
	}
}
