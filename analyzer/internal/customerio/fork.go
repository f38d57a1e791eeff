package customerio

import (
	"go/types"
	"strings"

	"github.com/ciolint/ciolint/internal/relevance"
)

// IsSDK reports whether a package is an SDK, or a fork of the official one under
// another import path; nil is none.
func IsSDK(p *types.Package) bool {
	return p != nil && (relevance.IsSDK(p.Path()) || isFork(p))
}

// home is the import path that the rows of a package have: of a fork that of the
// official SDK.
func home(p *types.Package) string {
	if isFork(p) {
		return official
	}
	return relevance.Unversioned(p.Path())
}

// shapes are what tells a fork: one of the constructors, the client that it
// returns, and methods of that.
var shapes = []struct {
	constructor, client string
	methods             []string
}{
	{"NewTrackClient", "CustomerIO", []string{"Identify", "Track", "Delete"}},
	{"NewCustomerIO", "CustomerIO", []string{"Identify", "Track", "Delete"}},
	{"NewAPIClient", "APIClient", []string{"SendEmail"}},
}

// isFork recognises a fork of the official SDK under an import path of its own by
// its shape. It keeps the name of the repository: a package that a program calls
// after Customer.io for itself is followed like all of its code.
func isFork(p *types.Package) bool {
	if !relevance.MayBeSDK(p.Path()) || relevance.IsSDK(p.Path()) {
		return false
	}
	for _, s := range shapes {
		fn, _ := p.Scope().Lookup(s.constructor).(*types.Func)
		if fn == nil || fn.Signature().Results().Len() != 1 || !strings.HasPrefix(kinds(fn.Signature()), "string") {
			continue
		}
		client := namedOf(fn.Signature().Results().At(0).Type())
		if client != nil && client.Obj().Pkg() == p && client.Obj().Name() == s.client && hasMethods(client, s.methods) {
			return true
		}
	}
	return false
}

func hasMethods(t *types.Named, names []string) bool {
	for _, name := range names {
		if obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(t), false, t.Obj().Pkg(), name); obj == nil {
			return false
		}
	}
	return true
}

// forkReceivers are the client types whose added methods are judged: the
// official ones and one that a public fork adds.
var forkReceivers = map[string]bool{"CustomerIO": true, "APIClient": true, "BetaAPIClient": true}

// addedByFork makes the row of an exported method of an official client that
// has none. Public forks keep the official import path and add methods such
// as TrackWriteBatch(ctx, actions []map[string]any). Each parameter that can
// hold a payload is one: a map, a slice of maps, an any, or such a field of a
// request struct of the SDK. Options, callbacks and scalars are not.
//
// A method that asks (Get, List, Search) has no row: what it sends is a filter.
func addedByFork(fn *types.Func, pkg, recv string) (*Call, bool) {
	if pkg != official || !forkReceivers[recv] || !fn.Exported() || asks(fn.Name()) {
		return nil, false
	}
	sig := fn.Signature()
	c := &Call{
		Pkg: pkg, Recv: recv, Name: fn.Name(), Params: kinds(sig),
		Transactional: strings.HasPrefix(fn.Name(), "Send"),
	}
	for i := range sig.Params().Len() {
		c.Parts = append(c.Parts, payloads(i, sig.Params().At(i).Type(), fn.Pkg())...)
	}
	return c, len(c.Parts) > 0
}

// payloads returns the parts of one parameter that can hold a payload.
func payloads(arg int, t types.Type, sdk *types.Package) []Part {
	if path, ok := payloadPath(t); ok {
		return parts(at(attributes(arg), path...))
	}
	named := namedOf(t)
	if named == nil || named.Obj().Pkg() != sdk {
		return nil
	}
	request, ok := named.Underlying().(*types.Struct)
	if !ok {
		return nil
	}
	var all []Part
	for f := range request.Fields() {
		path, ok := payloadPath(f.Type())
		if !ok || !f.Exported() {
			continue
		}
		p := attributes(arg)
		if f.Name() == "MessageData" {
			p = messageData(arg)
		}
		all = append(all, at(p, append([]string{f.Name()}, path...)...))
	}
	return all
}

// payloadPath reports whether a type is map[string]any, any or a slice of
// these, and the path to the payload in it.
func payloadPath(t types.Type) (path []string, ok bool) {
	if s, isSlice := t.Underlying().(*types.Slice); isSlice {
		t, path = s.Elem(), []string{"[]"}
	}
	if m, isMap := t.Underlying().(*types.Map); isMap {
		return path, isString(m.Key()) && isAny(m.Elem())
	}
	return path, isAny(t)
}

func isAny(t types.Type) bool {
	i, ok := t.Underlying().(*types.Interface)
	return ok && i.Empty()
}

func asks(method string) bool {
	for _, verb := range [...]string{"Get", "List", "Search"} {
		if strings.HasPrefix(method, verb) {
			return true
		}
	}
	return false
}
