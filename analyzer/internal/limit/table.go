package limit

// What one answer may hold. Real payloads have tens of keys, three or four
// levels deep.
var (
	Nodes   = row("nodes", 8192, "an answer is a tree that is walked as one", "unknown entries beside the known ones")
	Height  = row("height", 8, "recursive types nest without end; payloads nest three or four deep", "unknown below, with what is sensitive there")
	Merged  = row("merged", 512, "two values under one key are joined entry by entry", "unknown entries beside the first value's")
	Consts  = row("consts", 4096, "beyond this a table of texts is data", "unknown text beside the known ones")
	Concat  = row("concat", 64, "joining m and n texts gives m*n", "unknown text beside the parts")
	Refs    = row("refs", 48, "what depends on more parts of parameters is a whole program's state", "unknown entries beside the known ones")
	Filters = row("filters", 4, "a map passes one or two filters by key on its way", "unknown entries beside the known ones")
	Fields  = row("fields", 400, "recursive struct types have fields without end; payload structs have tens", "unknown entries beside the known ones")
	Pairs   = row("pairs", 256, "a call passes a handful of pairs", "unknown keys")
)

// What is known of values and of the memory.
var (
	Path       = row("path", 12, "recursive data makes paths of any length; payloads nest four or five deep", "everything below, as one")
	Levels     = row("levels", 14, "recursive data is copied into itself; structs nest three or four deep", "everything below, as one, beside unknown entries")
	Work       = row("work", 300, "a function does a few things with a few values at every instruction", "unknown results, and unknown entries in what the function sends")
	Writes     = row("writes", 64, "one key is written at a few places", "unknown text beside the known values")
	Rounds     = row("rounds", 8, "a text that a loop adds to, or a walk through a list, never settles", "unknown text beside the known ones; everything below the places seen")
	Recursion  = row("recursion", 24, "functions that call one another settle in a few rounds", "unknown beside what was seen of the results")
	Context    = usual("context", 3, "what is returned through many calls is told apart by the last few", "what is made at one place is one object")
	Depth      = row("depth", 64, "chains of wrappers around a sink have three or four links", "judged where the chain is cut")
	PortDepth  = row("port-depth", 5, "every call of an interface may be one that sends; what it is handed is put together a few calls above", "judged where the chain is cut")
	PortWork   = row("port-work", 10, "the interfaces of a package hand over a few payloads; those of an interpreter hand over its state", "unknown in place of what is handed over")
	Queues     = row("queues", 2, "what goes through more queues than one or two is another service's", "unknown entries beside the known ones")
	Nesting    = row("nesting", 16, "function literals nest a few levels", "unknown in place of what they have captured")
	Callbacks  = row("callbacks", 4, "a function that is passed on and on may be passed to itself", "unknown results")
	Hops       = row("hops", 12, "decorators wrap one another a few times", "unknown entries beside the known ones")
	Predicates = row("predicates", 3, "a filter by key asks a predicate or two", "the key passes the filter")
)

// What goes into facts, and so into the build cache.
var (
	FactNodes  = row("fact-nodes", 300, "payload builders have tens of keys", "unknown entries beside the known ones, to importers")
	FactDepth  = row("fact-depth", 2, "settings and requests nest two or three deep", "the structs below, as one")
	FactFields = row("fact-fields", 40, "settings have tens of fields", "fields unknown to importers")
)

// Embedded is how many bytes of the files in one variable of go:embed are read.
var Embedded = usual("embedded", 1<<16, "keys and settings are short; what is longer is a page or a table", "unknown text")

// How far a text or a request is followed. What calls itself is cut where it
// does, and is no bound.
var (
	Pieces = row("pieces", 512, "f() + f(), where f returns g() + g(), doubles with each function", "a hole: unknown text")
	Chains = row("chains", 4096, "do(url) with two calls in each of n functions that pass it on has 2^n", "a request to any address, which is reported")
	Bodies = row("bodies", 4096, "encoders that call one another in all ways make a body of any number of values", "a request that may delete anybody, which is reported")
)

// What is known of the operations on people, and of their order.
var (
	Operations = row("operations", 200, "a recursion over a tree names ever more people", "done to somebody unknown, and so to nobody before")
	Texts      = row("texts", 4096, "what a call asks for may be a text that it gets through any number of calls", "an operation that may be done to anybody, which is reported")
	PortFacts  = usual("port-facts", 48, "a function hands people to a few interfaces; one that runs a whole program, to all of them", "handed to no other interface, to importers")
	OpFacts    = row("opfacts", 16, "a fact is read by every importer; a function does two or three things", "an operation on somebody unknown")
)

// table has every row, in the order of the declarations.
var table []*Limit

func row(name string, n int, why, widened string) *Limit {
	l := &Limit{Name: name, Max: n, Why: why, Widened: widened, index: len(table)}
	table = append(table, l)
	if len(table) > maxLimits {
		panic("limit: a Set cannot tell so many rows apart")
	}
	return l
}

// usual is the row of a bound that ordinary code crosses.
func usual(name string, n int, why, widened string) *Limit {
	l := row(name, n, why, widened)
	l.Usual = true
	return l
}
