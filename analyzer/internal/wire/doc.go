// Package wire answers one question: which implementations may stand behind an
// interface, or a function value, that a program was put together with?
//
// Services are wired by injection: a domain calls an interface, an adapter
// implements it, and a main package hands one to the other. No two of these
// need import each other, so no call graph of one package shows the call. What
// shows it is a graph of where implementations may go, after the manner of
// golang.org/x/tools/go/callgraph/vta, cut into packages:
//
//   - A [Node] is a place that holds implementations: a field of a type, a
//     parameter, a result, a package-level variable, what a container of
//     constructors has of a type. A leaf is a node, too: an implementing type, or a
//     function.
//   - A [Flow] says that what is in one node may get into another.
//   - A [Call] is made through a node: it hands on more of them, to the
//     parameters of whatever is there, and takes results.
//
// [Build] makes the graph of one package from its SSA, without regard to the
// order of statements. Its flows between local variables are contracted
// ([Graph.Export]): what is left names exported places of the program, in plain
// text, and travels in a fact. Whoever sees the facts of a domain, an adapter and a
// main package joins their graphs and asks [Graph.Reach].
//
// The graph knows nothing of payloads and sinks. It is told which types and
// functions matter ([Config]), since a program has thousands of interfaces
// that send nothing.
package wire
