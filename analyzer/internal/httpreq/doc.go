// Package httpreq finds the raw HTTP requests to Customer.io: those that a
// program makes with net/http, go-retryablehttp or resty, without an SDK.
//
// [Reader.Requests] starts at a call of http.NewRequest or the like, reads its
// URL as a text in pieces (package text), and asks the model (package
// customerio) which endpoint that is. If the text depends on parameters of the
// function around the call, its callers know more: they are asked in turn, so
// that do(method, path) is one [Request] for each chain of calls that makes
// one. [Request.Env] is that chain.
//
// What is sent is found by [Request.Body] and [Reader.Credentials]; what a
// body asks for, item by item, by [Reader.Items].
//
// The engine is a [Core]. Where a search ends at a bound, the request, or the
// item, is one of which nothing is known: see [Request.Endpoint] and
// [Reader.Items].
package httpreq

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/text"
)

// A Core is the engine that knows what values hold, and who calls whom.
type Core interface {
	text.Core
	// Callers returns the calls in the package that may execute fn.
	Callers(fn *ssa.Function) []ssa.CallInstruction
	// Places returns the places that v, an address or a reference, may denote.
	Places(v ssa.Value) []ssautil.Place
	// JSONPath puts the fields of t, and of structs in it, for the keys that
	// encoding/json gives them, as far as types tell.
	JSONPath(t types.Type, p content.Path) content.Path
}
