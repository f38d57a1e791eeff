// Package analyzer is ciolint as a go/analysis pass.
//
// [Analyzer] is what a driver needs: singlechecker, a multichecker, go vet,
// golangci-lint (by package plugin), Bazel's nogo. Its Run does this, in
// order: ask whether the package can matter (relevant.go), read the policy of
// its module (settings.go), build its SSA (build.go), find out what may get
// into each call that sends something (internal/flow), let the rules judge
// that (internal/rules), write down as facts what importers have to know
// (facts.go), drop what directives silence (internal/suppress), and report
// (internal/report).
//
// What package internal/customerio does not know of an SDK, ciolint does not
// know: its tables are the place to teach it one more call.
//
// In a package whose findings nobody asked for, a driver may leave Report of
// the analysis.Pass nil, and in one that no other imports, ExportObjectFact:
// then the analyzer does not look for what nobody hears. What the command's
// driver shares with the analyzer beyond that, which packages need their
// source, the policy, the result with the count of widenings, and the catalogue
// of rules, stands in the module's own folder internal.
package analyzer

// Doc is the analyzer's help.
const Doc = `find personal data and credentials on their way to Customer.io

ciolint follows the payload of every Customer.io call back to where its keys
and values come from, through helpers, structs, closures and interfaces.`
