// Package policy holds what a user may decide: which keys are sensitive, who
// sanitizes, what else is a sink or a source, which rules apply, and how
// strict ciolint is.
//
// A [Policy] comes from [Default], from a file (.ciolint.yml, see [Find] and
// [Load]) or from the settings of a driver ([FromSettings]); the three know
// the same fields and refuse the same mistakes. A policy names functions,
// fields, variables and types by text; [Policy.In] binds the names to the
// objects of one package and its imports, and refuses those that do not
// exist. What is asked afterwards ([Policy.Class], [Policy.Sink] and so on)
// is asked of the bound policy.
//
// For drivers there are [Check], which finds what no package would notice, and
// [Digest], which tells whether results of an earlier run still hold.
//
// Package policy knows types and the dictionary of runtime/pii, and neither
// SSA nor the SDKs.
package policy

import (
	"fmt"
	"strings"

	"github.com/ciolint/ciolint/internal/catalog"
	"github.com/ciolint/ciolint/internal/keyclass"
	"github.com/ciolint/ciolint/runtime/pii"
)

// Require says which payloads must pass the sanitizer.
type Require string

const (
	// Always: every payload passes the sanitizer, or it is a finding.
	Always Require = "always"
	// UnlessClean: a payload proven to hold only harmless keys and values may go as it is.
	UnlessClean Require = "unless-clean"
	// Never: the rule is off.
	Never Require = "never"
)

// Set parses a value of the flag -require-sanitizer; with [Require.String]
// it makes *Require a flag.Value.
func (r *Require) Set(s string) error {
	switch v := Require(s); v {
	case Always, UnlessClean, Never:
		*r = v
		return nil
	}
	return fmt.Errorf("unknown value %q, want always, unless-clean or never", s)
}

// String returns the value as it is written on the command line.
func (r *Require) String() string {
	if r == nil || *r == "" {
		return string(Always)
	}
	return string(*r)
}

// Severity is how a report shows the findings of a rule. It never changes an
// exit code: only [Off] makes a finding go away.
type Severity string

const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
	Off     Severity = "off"
)

// A Policy is what the rules and the engine ask before they judge.
type Policy struct {
	RequireSanitizer Require
	Tests            bool // report findings in _test.go files

	file       string // where it was read, "" if nowhere
	keys       keys
	tags       map[structTag]decision
	sanitizers []entry
	sinks      []sinkEntry
	sources    []sourceEntry
	severity   map[string]Severity

	bound *binding // set by In
}

// Default returns the policy of a project that has decided nothing.
func Default() *Policy { return &Policy{RequireSanitizer: Always} }

// Severity returns how findings of a rule are shown; [Error] unless the
// policy says something else.
func (p *Policy) Severity(rule string) Severity {
	if s := p.severity[rule]; s != "" {
		return s
	}
	return Error
}

// Applies reports whether the rule of a name applies: the policy does not turn
// it off, and the condition in its record holds. A rule that is not in the
// catalogue does not.
func (p *Policy) Applies(rule string) bool {
	r, ok := catalog.Find(rule)
	if !ok || p.Severity(rule) == Off {
		return false
	}
	return r.On != catalog.WhileSanitizerRequired || p.RequireSanitizer != Never
}

// Class returns the class of a key, a field or another identifier: the
// policy's, else the dictionary's. Dots separate a key from those above it.
func (p *Policy) Class(name string) pii.Class {
	class, _, _ := keyclass.Of(name)
	return p.decided(name, class)
}

// decided is what the policy makes of a class of the dictionary.
func (p *Policy) decided(name string, class pii.Class) pii.Class {
	switch p.keys.decide(name) {
	case never:
		return pii.NeverSend
	case hash:
		return max(class, pii.Hash)
	case allow:
		return pii.Keep
	}
	return class
}

// Deliverable reports whether a transactional message may carry name: a
// one-time code or a link that the message exists to deliver. What the policy
// itself never sends is not.
func (p *Policy) Deliverable(name string) bool {
	return p.keys.decide(name) != never && pii.Deliverable(name)
}

// ClassAt returns the class of a key among the keys around it, as the sanitizer
// judges it. Customer.io's own keys are kept unless the policy says something
// else.
func (p *Policy) ClassAt(around []keyclass.Step, key string) pii.Class {
	if keyclass.IsReservedAt(around, key) {
		return p.decided(key, pii.Keep)
	}
	class := p.Class(key)
	if len(around) == 0 {
		return class
	}
	return max(class, p.Class(string(keyclass.AppendPath(nil, around, key))))
}

// IsOpaqueAt reports whether a key says nothing about those below it: it is
// reserved, or the policy allows it.
func (p *Policy) IsOpaqueAt(around []keyclass.Step, key string) bool {
	return keyclass.IsReservedAt(around, key) || p.keys.decide(key) == allow
}

// DeliverableAt is [Policy.Deliverable] for a key among the keys around it.
func (p *Policy) DeliverableAt(around []keyclass.Step, key string) bool {
	if p.keys.decide(key) == never || len(around) > 0 && p.keys.decide(string(keyclass.AppendPath(nil, around, key))) == never {
		return false
	}
	_, deliverable := keyclass.At(around, key)
	return deliverable
}

// At is [Policy.ClassAt] and [Policy.DeliverableAt].
func (p *Policy) At(around []keyclass.Step, key string) (class pii.Class, deliverable bool) {
	return p.ClassAt(around, key), p.DeliverableAt(around, key)
}

// HasKeys reports whether the policy says anything of keys.
func (p *Policy) HasKeys() bool { return len(p.keys.exact)+len(p.keys.patterns) > 0 }

// names joins the names of a list for messages: "a, b or c".
func names(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " or " + list[last]
}
