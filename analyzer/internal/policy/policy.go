// Package policy holds what a user may decide: which keys are sensitive, who
// sanitizes, and how strict ciolint is. Its zero value is not useful; start
// from [Default].
package policy

import (
	"fmt"

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

// A Policy is what the rules and the engine ask before they judge.
type Policy struct {
	RequireSanitizer Require
	Tests            bool // report findings in _test.go files
}

// Default returns the policy of a project that has decided nothing.
func Default() *Policy { return &Policy{RequireSanitizer: Always} }

// Class returns the class of a key, a field or another identifier.
func (p *Policy) Class(name string) pii.Class { return pii.Classify(name) }

// Deliverable reports whether a transactional message may carry name: a
// one-time code or a link that the message exists to deliver.
func (p *Policy) Deliverable(name string) bool { return pii.Deliverable(name) }
