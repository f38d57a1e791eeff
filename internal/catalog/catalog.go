// Package catalog holds the record of every rule: what it is called, what it
// is for, how it relates to the others. It is data. The checks stand in the
// analyzer, which binds each to its record; the command's help, its reports,
// the README and the policy file are made from the records or compared with
// them.
//
// To add a rule, write its record here, put it into [All], and bind its check
// in analyzer/internal/rules. Whatever sets one rule apart from the others
// (that it silences another, say) is a field of the record: no code asks for a
// rule by its name.
package catalog

import "slices"

// A Rule is the record of one rule. No text in it is empty.
type Rule struct {
	Name  string // the category of its findings; users write it, so it never changes
	Title string // one line, lower case
	Why   string // what goes wrong without it
	Bad   string // code that it reports
	Good  string // the same, done right
	Fix   string // what to do

	// On says when the rule applies, unless the policy turns it off.
	On Condition
	// Silences names the rules, later in the catalogue, that say nothing of a
	// payload at a sink of which this rule has a finding: one finding for one
	// problem.
	Silences []string
	// Secret says that a finding points at a secret: a report never shows the
	// text there.
	Secret bool
	// Final says that no directive silences the rule.
	Final bool
}

// A Condition says when a rule applies.
type Condition uint8

const (
	// Unconditionally: whatever else the user decides.
	Unconditionally Condition = iota + 1
	// WhileSanitizerRequired: unless the policy, or the flag
	// -require-sanitizer, requires the sanitizer of no payload at all.
	WhileSanitizerRequired
)

// All returns the catalogue, in the order in which the rules are applied: a
// rule comes before those that it silences.
func All() []Rule {
	return []Rule{NeverSend, Unsanitized, Credential, Identifier, Erasure, Webhook, Ignore}
}

// Names returns the names of the rules, in the order of the catalogue.
func Names() []string {
	var names []string
	for _, r := range All() {
		names = append(names, r.Name)
	}
	return names
}

// Find returns the rule of a name; false if there is none.
func Find(name string) (Rule, bool) {
	all := All()
	i := slices.IndexFunc(all, func(r Rule) bool { return r.Name == name })
	if i < 0 {
		return Rule{}, false
	}
	return all[i], true
}
