// Package flow answers one question: what may this value contain when it gets
// there?
//
// It analyses every function of a package once, forward over SSA
// (golang.org/x/tools/go/ssa), and what calls it by a summary: a value-flow
// analysis with points-to and access paths, bottom-up, to a fixpoint. flow
// knows nothing of Customer.io: it is told by a [Config] what is sensitive and
// what sanitizes, and by a [Finder] what is a sink. An [Instance] is one sink
// with what may get there, on the way from the call that sends it up to those
// who pass it.
//
// Four notions carry the rest:
//
//   - An object is what an instruction makes (an allocation, a map, a literal
//     of a function, the result of a call of which nothing is known), what a
//     parameter brings, or a package-level variable (object.go). A place is an
//     object and an access path into it (path.go): the selectors of fields,
//     keys and elements.
//   - A value (value.go) is a [content.Content], the places that it may refer
//     to, and, of a struct or an object, its parts. A part that was certainly
//     written hides what was there before: a strong update.
//   - A state (memory.go) is what every object of the function holds at one
//     point. States are persistent maps (pmap.go): a join costs what two of
//     them differ by.
//   - A summary (summary.go) is what a function returns and what it does to
//     the objects of its parameters, in terms of those. A call puts in what it
//     passes (instantiate.go, substitute.go): so each call has its own answer,
//     and each function is analysed once, or until the recursion that it is
//     part of settles.
//
// A frame (frame.go) is the analysis of one function. Its transfer of each
// instruction is in transfer.go and builtin.go:
//
//	instruction                       transfer
//	Const                             the constant, if it is text or a whole number
//	Parameter, FreeVar                a Ref, for callers to fill in, and an object behind it
//	Alloc, MakeMap, MakeSlice, ...    a place of a new object
//	Global                            a place in the memory that functions share (memtable.go)
//	Phi                               the join over the edges
//	FieldAddr, IndexAddr              the places of the part
//	UnOp *, Field, Index, Lookup      what stands there; m["ssn"] is named ssn
//	Store, MapUpdate                  a write: strong into one place that is one, else weak
//	UnOp <-, Select, Send             the elements of the channel
//	Range, Next                       keys, and entries, of the map
//	If                                what the branch says of a key (guard.go)
//	Call                              a model (model.go), a summary, a fact, or unknown.go
//	Go, Defer                         a call at any moment from now on, or at the returns
//
// Shared memory (globals, channels, what goroutines get hold of, fields of the
// package's types) has one value for the whole package, to which every
// function adds, and whose readers are analysed again when it grows.
//
// What is not known is unknown and never nothing: unknown.go says what a call
// may return and do of which there is neither code, nor a model, nor a fact.
// What has no end is widened at a row of package limit, so that the answer is
// unknown beside what was seen: access paths through recursive data (path.go),
// values that are copied into themselves (memory.go), recursion (summary.go),
// loops (frame.go), and the work on one function (work.go).
//
// The rooms above ask by the methods in core.go: texts are read by package
// text, raw HTTP requests by httpreq, and what happens before what is worked
// out by precede.
//
// Structs are seen by their JSON fields where they are sent, and by all fields
// where they are formatted (read.go, field.go). Names and struct tags make
// origins (names.go), and what the user declares outranks both (declared.go).
// Facts carry summaries across packages (fact.go, export.go, imports.go).
//
// What a call runs that only other packages bring is a port (port.go): the
// interface that a domain calls, a hook, a mapper. A port is a sink with an Info of
// its own. What gets into it is pushed up to callers and into facts as any payload
// is, and waits there ([WireFact], wirefact.go). What it gives back is a reference
// (portvalue.go). Package wire says which implementations may stand at a port;
// where a package puts some there, [Analysis.Wired] joins the two (wired.go): what
// waits is put in for the parameters of what the implementation sends, and what an
// implementation returns and writes for what the port gives back.
package flow
