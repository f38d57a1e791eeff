// Package load finds and type-checks the packages that a run of ciolint is
// about, with as little source as gives the same findings as all of it.
//
// One call of go list names every package of the build and where the go
// command keeps its export data. Three kinds are read from source: the
// packages that were asked for, those whose facts matter to them (which
// [relevance.Relevant] decides: the main modules', and dependencies that reach
// an SDK), and, so that a type is one type, whatever imports one of these.
// Everything else comes from export data, and is only opened if a package read
// from source imports it.
//
// As under go vet, a package with test files is judged once, together with
// those of its own name; its external test package is judged beside it.
package load
