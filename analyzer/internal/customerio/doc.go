// Package customerio is the model of the Customer.io SDKs: which function
// carries what in which argument. It is data, and a look-up by *types.Func.
//
// A [Call] is one function or method, a [Part] one piece of data in its
// arguments, a [Role] what that piece is to Customer.io. [Field] names the
// struct fields that matter when they are assigned, [Setter] the methods that
// write one key of a map.
//
// The rows stand in track.go (Track client), api.go (App client), cdp.go
// (analytics client of Customer.io and of Segment), community.go (clients of
// others) and runtime.go (this repository's own runtime), each below its
// signature and the version it came with. To teach ciolint one more call, add
// one row:
//
//	// func (c *CustomerIO) TrackAnonymous(anonymousID, eventName string, data map[string]any, opts ...TrackOption) error; v3.0.0
//	{Pkg: official, Recv: "CustomerIO", Name: "TrackAnonymous", Params: "string,string,map", Parts: parts(identifier(0, "anonymous ID"), eventName(1), eventData(2))},
//
// and its signature to the stub of the SDK under testdata/src: a test
// refuses a row, a path or a field that no stub has, and a stub's method that
// has no row.
//
// Rows are resolved through types: the package's import path (any major
// version, vendored or not), the receiver's named type, the method's name and
// its parameters. The last is needed because one import path holds several
// generations, in which the same name has other arguments. What forks add to
// the official clients has no row and is judged by its types, see [Lookup].
//
// The signatures were read at the tags v1.0.0 to v3.12.0 of
// github.com/customerio/go-customerio, 0.0.2 of
// github.com/customerio/cdp-analytics-go, v3.3.0 of
// github.com/segmentio/analytics-go, v1.5.0 of
// github.com/mrz1836/go-customerio and commit b2b7d36 of
// github.com/joeshaw/customerio.
package customerio
