// Package analyzer is ciolint as a go/analysis pass.
//
// [Analyzer] is what a driver needs: singlechecker, a multichecker, go vet,
// golangci-lint (by package plugin), Bazel's nogo. Its Run does this, in
// order: ask whether the package can matter (relevant.go), read the policy of
// its module (settings.go), build its SSA (build.go), find out what may get
// into each call that sends something (internal/flow), let the rules judge
// that (internal/rules), drop what directives silence (internal/suppress),
// report, and write down as facts what importers have to know (facts.go).
//
// What package internal/customerio does not know of an SDK, ciolint does not
// know: its tables are the place to teach it one more call.
//
// A driver that loads packages itself asks [SDK] and [Relevant] which of them
// need their source, and finds in [Rules] what to say of a rule, in [Result]
// what a diagnostic cannot hold, and in [PolicyDigest] what to cache by.
package analyzer

// Doc is the analyzer's help.
const Doc = `find personal data and credentials on their way to Customer.io

ciolint follows the payload of every Customer.io call back to where its keys
and values come from, through helpers, structs, closures and interfaces.`
