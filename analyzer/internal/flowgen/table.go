package flowgen

// A move makes one statement.
type move struct {
	make  func(g *generator, s scope, depth int) (statement, []variable, bool)
	nests bool // statements, more than a few levels deep
	lossy bool // an analysis knows only roughly what it does, as the elements of a list are one to it
	binds bool // it changes what something refers to: in a branch, that is one of two things, which is roughly known as well
}

// moves is all that programs do. It refers to what refers to it.
var moves []move

func init() {
	moves = []move{
		// maps
		{make: made}, {make: set}, {make: set}, {make: remove}, {make: remove}, {make: alias}, {make: assign, binds: true}, {make: fresh, binds: true},
		{make: nest, binds: true}, {make: sub, lossy: true}, {make: copied}, {make: cloned}, {make: ranged, lossy: true}, {make: swapped, binds: true},
		{make: cleared}, {make: merged, lossy: true}, {make: keyed, lossy: true}, {make: putUnder, lossy: true}, {make: sends},
		// what refers to maps
		{make: boxed}, {make: unboxed}, {make: setBox, binds: true}, {make: link, binds: true}, {make: next}, {make: method}, {make: fluent},
		{make: swapFields, binds: true}, {make: configured}, {make: confField}, {make: setConf, binds: true}, {make: confWith}, {make: alias2},
		{make: pointer}, {make: pointedTo}, {make: setPointed, binds: true},
		// collections
		{make: list, lossy: true}, {make: appended, lossy: true}, {make: element, lossy: true}, {make: each, nests: true, lossy: true},
		{make: eachCall, lossy: true}, {make: setElement, lossy: true},
		// ways around
		{make: generic}, {make: asAny}, {make: switched, nests: true, lossy: true}, {make: channel}, {make: ctx, lossy: true}, {make: syncMap, lossy: true}, {make: asJSON, lossy: true},
		{make: iterated, lossy: true},
		// control
		{make: branch, nests: true}, {make: repeat, nests: true, lossy: true}, {make: while, nests: true, lossy: true}, {make: returned}, {make: goroutine, nests: true, lossy: true},
		// functions
		{make: closure, nests: true}, {make: called}, {make: call}, {make: call}, {make: call}, {make: deferred, nests: true}, {make: setFunc, binds: true}, {make: callField, lossy: true},
		{make: fill}, {make: fill}, {make: newFiller},
	}
}
