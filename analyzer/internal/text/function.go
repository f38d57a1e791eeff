package text

import (
	"go/types"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// functions are those of the standard library that put texts together, by
// their full names, and how their results are read.
var functions map[string]func(r *reading, args []ssa.Value, e *Env) Text

func init() { // they read what they are given, by functions as well
	functions = map[string]func(r *reading, args []ssa.Value, e *Env) Text{
		"fmt.Sprintf": func(r *reading, args []ssa.Value, e *Env) Text {
			return r.format(args[0], ssautil.Variadic(args[1]), e)
		},
		"fmt.Sprint": func(r *reading, args []ssa.Value, e *Env) Text { return r.all(ssautil.Variadic(args[0]), e) },

		"strings.Join": (*reading).join,

		// What these take away is white space, slashes and the like at the end;
		// what they escape is still the same datum.
		"strings.TrimRight":   (*reading).first,
		"strings.TrimSuffix":  (*reading).first,
		"strings.TrimSpace":   (*reading).first,
		"net/url.PathEscape":  (*reading).escaped,
		"net/url.QueryEscape": (*reading).escaped,

		"net/url.JoinPath": func(r *reading, args []ssa.Value, e *Env) Text {
			return r.path(append([]ssa.Value{args[0]}, ssautil.Variadic(args[1])...), e)
		},
		"path.Join": func(r *reading, args []ssa.Value, e *Env) Text { return r.path(ssautil.Variadic(args[0]), e) },
	}
}

func (r *reading) first(args []ssa.Value, e *Env) Text { return r.text(args[0], e) }

func (r *reading) escaped(args []ssa.Value, e *Env) Text {
	t := r.first(args, e)
	for i := range t {
		t[i].Escaped = t[i].Value != nil
	}
	return t
}

func (r *reading) all(vs []ssa.Value, e *Env) Text {
	var out Text
	for _, v := range vs {
		out = append(out, r.text(v, e)...)
	}
	return out
}

func (r *reading) join(args []ssa.Value, e *Env) Text {
	sep, ok := ssautil.Text(args[1])
	if !ok {
		return nil
	}
	var out Text
	for i, el := range ssautil.Variadic(args[0]) {
		if i > 0 {
			out = append(out, Piece{Const: sep})
		}
		out = append(out, r.text(el, e)...)
	}
	return out
}

// path joins elements by single slashes.
func (r *reading) path(elems []ssa.Value, e *Env) Text {
	const hole = "{}" // anything but a slash
	var out Text
	for i, el := range elems {
		t := r.text(el, e)
		if i > 0 && !strings.HasSuffix(out.Shape(hole), "/") && !strings.HasPrefix(t.Shape(hole), "/") {
			out = append(out, Piece{Const: "/"})
		}
		out = append(out, t...)
	}
	return out
}

// Transforms reports whether the text that a function of the standard library
// returns is made of what it is given, and of nothing that it looks up.
func Transforms(fn *types.Func) bool {
	if fn == nil || fn.Pkg() == nil {
		return false
	}
	root, _, _ := strings.Cut(fn.Pkg().Path(), "/")
	return transformers[root] != ""
}

// transformers are the packages whose functions do so, with those below them,
// and what they do.
var transformers = map[string]string{
	"strings":  "cut, join and change the case of texts",
	"bytes":    "the same for bytes",
	"fmt":      "formats",
	"encoding": "base64, hex, JSON and the like: the same text in another form",
	"strconv":  "quotes, and writes numbers",
}
