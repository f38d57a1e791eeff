package analyzer

import "github.com/ciolint/ciolint/analyzer/internal/rules"

// RuleInfo is a rule's entry in the catalogue, for drivers and documents. No
// field is empty.
type RuleInfo struct {
	Name  string // the category of its findings
	Title string // one line, lower case
	Why   string // what goes wrong without it
	Bad   string // code that it reports
	Good  string // the same, done right
	Fix   string // what to do
}

// Rules returns the catalogue, in the order in which the rules are applied.
func Rules() []RuleInfo {
	var out []RuleInfo
	for _, r := range rules.All() {
		out = append(out, RuleInfo{Name: r.Name, Title: r.Title, Why: r.Why, Bad: r.Bad, Good: r.Good, Fix: r.Fix})
	}
	return out
}
