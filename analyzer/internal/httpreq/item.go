package httpreq

import (
	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/text"
	"golang.org/x/tools/go/ssa"
)

// An Item is something that the body of a request asks for.
type Item struct {
	Texts *content.Content // an entry for each key that was asked for
	Names []Name           // whose item it is
	Fn    *ssa.Function    // the function that makes the item; nil for a variable of the package
	Env   *text.Env        // binds the parameters of Fn
	At    ssa.Instruction  // the request, or the call in or around Fn that leads to it
}

// A Name is a part of a value that names somebody or, if there is no value, a
// constant text.
type Name struct {
	Value ssa.Value
	Path  content.Path
	Const string
}

// A Form says how the body of a request lists what it asks for.
type Form struct {
	List string   // the key of the list of items; "" if the body is the item
	Keys []string // the keys of an item whose texts count
	Name string   // the key of an item below which somebody is named
}

// Items returns what the JSON body of a request asks for. It reports false if
// the search ended at a bound: then the body may ask for anything else.
func (r *Reader) Items(req *Request, f Form) (items []*Item, all bool) {
	q := r.searchFor(f)
	if arg := req.BodyArg(); arg >= 0 {
		q.value(ssautil.Args(req.Call.Common())[arg], q.intern(req.Env), req.Call)
	}
	return q.out, !q.cut
}

// Elements returns what a list asks for that a call passes to a function elsewhere,
// which sends it: the argument or, if a path is given, a part of it. See
// [Reader.Items].
func (r *Reader) Elements(call ssa.CallInstruction, arg ssa.Value, p content.Path, f Form) (items []*Item, all bool) {
	q := r.searchFor(f)
	if len(p) == 0 {
		q.list(arg, nil, call)
	}
	for _, list := range q.entries(arg, p) {
		q.list(list, nil, call)
	}
	return q.out, !q.cut
}

func (r *Reader) searchFor(f Form) *bodySearch {
	return &bodySearch{Reader: r, form: f, seen: map[moment]bool{}, lists: map[moment]bool{}, envs: map[text.Env]*text.Env{}}
}
