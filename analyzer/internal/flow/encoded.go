package flow

import (
	"go/types"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// EncodedBy follows an argument of a call back to what is encoded as JSON to
// make it, and nothing else: through readers, buffers and conversions to the
// call of encoding/json, and the argument of that. It returns call and arg
// themselves if there is no such call in the function.
func (a *Analysis) EncodedBy(call ssa.CallInstruction, arg int) (ssa.CallInstruction, int) {
	args := ssautil.Args(call.Common())
	if arg < 0 || arg >= len(args) {
		return call, arg
	}
	v := args[arg]
	for range maxPath { // a reader of a reader of ...; more than three were not met
		if x := ssautil.Unwrap(v); x != nil {
			v = x
			continue
		}
		switch x := v.(type) {
		case *ssa.Extract:
			if c, ok := x.Tuple.(*ssa.Call); ok && x.Index == 0 && isMarshal(ssautil.Callee(c.Common())) && ssautil.Uses(x) == 1 {
				return c, 0
			}
			return call, arg
		case *ssa.Alloc:
			if c := encoderInto(x); c != nil {
				return c, 1
			}
			return call, arg
		case *ssa.Phi:
			v = ssautil.OnlyEdge(x)
		case *ssa.Call:
			v = readFrom(x.Common())
		default:
			return call, arg
		}
		if v == nil {
			break
		}
	}
	return call, arg
}

func isMarshal(fn *types.Func) bool {
	return fn != nil && (fn.FullName() == "encoding/json.Marshal" || fn.FullName() == "encoding/json.MarshalIndent")
}

// readFrom returns the argument that the result of a call reads or holds.
func readFrom(c *ssa.CallCommon) ssa.Value {
	fn := ssautil.Callee(c)
	if fn == nil {
		return nil
	}
	switch fn.FullName() {
	case "bytes.NewReader", "bytes.NewBuffer", "bytes.NewBufferString", "strings.NewReader", "io.NopCloser",
		"(*bytes.Buffer).Bytes", "(*bytes.Buffer).String", "(*strings.Builder).String":
		return ssautil.Args(c)[0]
	}
	return nil
}

// encoderInto returns the call of (*json.Encoder).Encode that writes to buf,
// if there is just one.
func encoderInto(buf *ssa.Alloc) *ssa.Call {
	var one *ssa.Call
	n := 0
	for _, enc := range ssautil.CallsWith(buf, "encoding/json.NewEncoder", 0) {
		for _, c := range ssautil.CallsWith(enc, "(*encoding/json.Encoder).Encode", 0) {
			one = c
			n++
		}
	}
	if n != 1 {
		return nil
	}
	return one
}
