package text

import (
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// A Reader takes texts apart.
type Reader struct {
	Core  Core
	Tally *limit.Tally // counts the texts that were too long to read
}

// Read takes v apart, as it is seen through the calls in e.
func (r Reader) Read(v ssa.Value, e *Env) Text {
	return (&reading{Reader: r}).text(v, e)
}

// Constant is the constant text that v is, or "".
func (r Reader) Constant(v ssa.Value, e *Env) string {
	s, _ := r.Read(v, e).Constant()
	return s
}

// Call takes the result of a call apart, nil if it does not put texts
// together.
func (r Reader) Call(call *ssa.Call, e *Env) Text {
	return (&reading{Reader: r}).call(call, e)
}

// Format takes the result of formatting apart, nil if the format is not
// constant.
func (r Reader) Format(format ssa.Value, args []ssa.Value, e *Env) Text {
	return (&reading{Reader: r}).format(format, args, e)
}

// A reading is one question to a Reader.
type reading struct {
	Reader
	values int // that were looked at
}

func (r *reading) text(v ssa.Value, e *Env) Text {
	if r.values++; r.values > limit.Pieces.Max {
		r.Tally.Reached(limit.Pieces)
		return Text{{Value: v}}
	}
	v = ssautil.Uncover(v)
	switch x := v.(type) {
	case *ssa.BinOp:
		return append(r.text(x.X, e), r.text(x.Y, e)...)
	case *ssa.Parameter:
		if arg, up := e.Argument(x); arg != nil {
			return r.text(arg, up)
		}
	case *ssa.Call:
		if t := r.call(x, e); t != nil {
			return t
		}
	case *ssa.Extract: // of a text and an error
		if call, ok := x.Tuple.(*ssa.Call); ok && x.Index == 0 {
			if t := r.call(call, e); t != nil {
				return t
			}
		}
	}
	// A base URL that depends on the region is any of its constants.
	c := r.Core.Content(v, nil, ssautil.After(v))
	if keys, _ := c.Keys(); len(keys) > 0 {
		return Text{{Const: keys[0]}}
	}
	if s := r.field(c, e); s != "" {
		return Text{{Const: s}}
	}
	return Text{{Value: v}}
}

// field is the constant that a field of a parameter has: as the calls in e
// make it, or as the package sets it anywhere.
func (r *reading) field(c *content.Content, e *Env) string {
	if len(c.Refs) != 1 || len(c.Refs[0].Path) == 0 || c.Refs[0].Derived {
		return ""
	}
	ref := c.Refs[0]
	param, ok := ref.Param.(*ssa.Parameter)
	if !ok {
		return ""
	}
	for ; e != nil; e = e.Up {
		if e.Fn != param.Parent() {
			continue
		}
		if keys, _ := r.Core.Passed(e.Call, ref).Keys(); len(keys) > 0 {
			return keys[0]
		}
	}
	if keys, _ := r.Core.FieldContent(ref).Keys(); len(keys) > 0 {
		return keys[0]
	}
	return ""
}

// call sees through the functions that put texts together, and through those
// of the package.
func (r *reading) call(call *ssa.Call, e *Env) Text {
	fn := ssautil.Callee(call.Common())
	if fn == nil {
		return nil
	}
	if read := functions[fn.FullName()]; read != nil {
		return read(r, call.Call.Args, e)
	}
	if fn.Pkg() != r.Core.Package().Pkg {
		return nil
	}
	return r.returned(call, e)
}

// returned is the text that a function of the package returns, if it has one
// return.
func (r *reading) returned(call *ssa.Call, e *Env) Text {
	fns := r.Core.Callees(call)
	if len(fns) != 1 || e.Has(call) {
		return nil
	}
	var ret *ssa.Return
	for _, b := range fns[0].Blocks {
		if x, ok := ssautil.Last(b).(*ssa.Return); ok {
			if ret != nil || len(x.Results) != 1 {
				return nil
			}
			ret = x
		}
	}
	if ret == nil || !ssautil.IsText(ret.Results[0].Type()) {
		return nil
	}
	return r.text(ret.Results[0], &Env{Call: call, Fn: fns[0], Up: e})
}

// format takes a format and its arguments apart; verbs are taken in order.
func (r *reading) format(format ssa.Value, args []ssa.Value, e *Env) Text {
	text, _ := r.text(format, e).Constant()
	if text == "" {
		return nil
	}
	var out Text
	for {
		i := strings.IndexByte(text, '%')
		if i < 0 || i == len(text)-1 {
			return append(out, Piece{Const: text})
		}
		out = append(out, Piece{Const: text[:i]})
		j := i + 1
		for j < len(text)-1 && strings.IndexByte("+-# 0123456789.", text[j]) >= 0 {
			j++
		}
		if text[j] == '%' {
			out = append(out, Piece{Const: "%"})
		} else if len(args) > 0 {
			out = append(out, r.text(args[0], e)...)
			args = args[1:]
		}
		text = text[j+1:]
	}
}
