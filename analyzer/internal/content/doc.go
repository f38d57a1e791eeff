// Package content is what a value is known to hold, as pure data: constants, data
// with a name, parts of parameters, entries, and what is not known. The core
// computes it, the rules judge it, and a fact carries it to importers.
//
// A [Content] lists alternatives: whatever the program does, the value is one of
// them, or more is said by its [Flags]. Contents are immutable. Put them together with
// [Join] and a [Builder], take parts out with Content.Select and a [Path], and print
// them for a test with [Print], whose comment has the grammar.
package content
