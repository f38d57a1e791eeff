// Package flow answers one question: what may this value contain when it gets
// there?
//
// A question is asked at a [Sink], backwards and on demand, over SSA
// (golang.org/x/tools/go/ssa). The answer is a [Content]: constants, entries
// under known and unknown keys, sensitive [Origin]s, and [Ref]s to the
// parameters of the enclosing function, for which each caller's arguments are
// put in. flow knows nothing of Customer.io: it is told by a [Config] what is
// sensitive and what sanitizes, and by a [Finder] what is a sink.
//
// Three notions carry the rest:
//
//   - A place (loc) is an object and a path into it. The object is the value
//     that makes it or brings it in: an allocation, a parameter, a call. A
//     pointer, and a variable that holds a map, have the place of what they
//     refer to (locate.go).
//   - An effect is something that changes an object after it was made: a
//     store, a map update, a delete, a call that does so. The effects of an
//     object are found by walking forward over all references to it, through
//     callees, closures and containers (effect.go, invoke.go, closure.go).
//   - An object's content is what it was made with plus every effect that can
//     still stand at the point of the question: it can reach the point in the
//     control-flow graph, and nothing that certainly overwrites or deletes it
//     lies on every way there (object.go, order.go).
//
// What each SSA node contributes:
//
//	node                              contribution
//	Const                             the constant, if it is text or a whole number
//	Parameter                         a Ref, for callers to fill in
//	FreeVar                           what the function literal is bound to
//	Alloc, MakeMap, MakeSlice, ...    nothing, plus the object's effects
//	Global                            all stores in the package; another package's fact
//	Phi                               all edges
//	UnOp *, FieldAddr, IndexAddr      the place, as of the load
//	Field, Index, Lookup              a part of the operand; m["ssn"] is named ssn
//	UnOp <-, Select, Send             what is sent anywhere on the channel
//	Range, Next                       keys, and entries, of the map
//	BinOp                             both operands; nothing if it compares
//	Convert, ChangeType, MakeInterface, TypeAssert, Slice ...   the operand
//	Call                              a model (model.go), the callees' results, a fact, or what went in
//	MakeClosure, Function             a function, for calls through values
//
// The rooms above ask by the methods in core.go: texts are read by package
// text, raw HTTP requests by httpreq, and what happens before what is worked
// out by precede.
//
// Struct values are seen by their JSON fields where they are sent, and by all
// fields where they are formatted (view.go). Names and struct tags make
// origins (names.go), and what the user declares outranks both (declared.go). Facts carry the answers across packages (fact.go,
// export.go, imports.go). Work is bounded by a budget that is linear in the
// size of the package; at every bound the answer becomes opaque, and what is
// known of it stays.
package flow
