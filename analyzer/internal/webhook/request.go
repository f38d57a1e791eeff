package webhook

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// isRequest reports whether t is a request, or the context in which a
// framework hands one over: something with a body and headers.
func isRequest(t types.Type) bool {
	n, ok := types.Unalias(ssautil.PointedTo(t)).(*types.Named)
	if !ok {
		return false
	}
	if ssautil.QualifiedTypeName(n) == "net/http.Request" {
		return true
	}
	if n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "net/http" {
		return false
	}
	return hasMember(n, bodyMembers) && hasMember(n, headerMembers)
}

// How frameworks name what gives the body and the headers of a request.
var (
	bodyMembers   = []string{"Body", "BodyRaw", "GetRawData", "PostBody", "BodyParser", "Bind", "BindJSON", "ShouldBindJSON", "Request", "Req", "RawBody", "BodyBytes"}
	headerMembers = []string{"Header", "Headers", "GetHeader", "GetReqHeaders", "RequestHeader", "GetHeaders", "Get", "Request", "Req"}
)

// bodyReaders lists how frameworks name the method that returns the raw body.
var bodyReaders = []string{"Body", "BodyRaw", "GetRawData", "PostBody", "RawBody", "BodyBytes", "GetBody"}

func hasMember(n *types.Named, names []string) bool {
	for _, name := range names {
		obj, _, _ := types.LookupFieldOrMethod(types.NewPointer(n), true, n.Obj().Pkg(), name)
		if obj == nil && types.IsInterface(n) {
			obj, _, _ = types.LookupFieldOrMethod(n, true, n.Obj().Pkg(), name)
		}
		if obj != nil && obj.Exported() {
			return true
		}
	}
	return false
}

func isResponseWriter(t types.Type) bool { return ssautil.HasMethodNamed(t, "WriteHeader") }

// handles reports whether a function of this signature takes requests: it is
// given a response to write and a request, or a framework's context, and
// returns at most an error; or it takes a request with its body and returns a
// response and an error.
func handles(s *types.Signature) bool {
	requests, writers, others := 0, 0, 0
	for p := range s.Params().Variables() {
		switch t := p.Type(); {
		case isRequest(t):
			requests++
		case isResponseWriter(t):
			writers++
		case types.TypeString(t, nil) == "context.Context":
		default:
			others++
		}
	}
	if requests != 1 {
		return false
	}
	if writers == 1 {
		return s.Results().Len() == 0 || s.Results().Len() <= 2 && endsInError(s)
	}
	t := requestParam(s).Type()
	if others > 0 || ssautil.QualifiedTypeName(t) == "net/http.Request" {
		return false
	}
	switch s.Results().Len() {
	case 0:
		return true
	case 1:
		return endsInError(s)
	case 2:
		return endsInError(s) && isResponse(s.Results().At(0).Type()) && comesAsStruct(t)
	}
	return false
}

func endsInError(s *types.Signature) bool {
	n := s.Results().Len()
	return ssautil.IsErrorType(s.Results().At(n - 1).Type())
}

// isResponse reports whether t can be the response of a serverless handler:
// not a truth value or a text, which tell something of the request.
func isResponse(t types.Type) bool { return !ssautil.IsBoolType(t) && !ssautil.HoldsText(t) }

func comesAsStruct(t types.Type) bool {
	_, ok := ssautil.PointedTo(t).Underlying().(*types.Struct)
	return ok
}

func requestParam(s *types.Signature) *types.Var {
	for p := range s.Params().Variables() {
		if isRequest(p.Type()) {
			return p
		}
	}
	return nil
}

// isHandler reports whether a value of type t is a handler: a function that
// takes requests, or something with a ServeHTTP.
func isHandler(t types.Type) bool {
	if s, ok := t.Underlying().(*types.Signature); ok {
		return handles(s)
	}
	return serveHTTP(t) != nil
}

func serveHTTP(t types.Type) *types.Func {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "ServeHTTP")
	fn, _ := obj.(*types.Func)
	return fn
}

// isMiddleware reports whether t is a function that makes a handler of one.
func isMiddleware(t types.Type) bool {
	s, ok := t.Underlying().(*types.Signature)
	return ok && s.Params().Len() == 1 && s.Results().Len() == 1 && isHandler(s.Params().At(0).Type()) && isHandler(s.Results().At(0).Type())
}

func isTime(t types.Type) bool {
	_, pointer := t.Underlying().(*types.Pointer)
	return !pointer && ssautil.QualifiedTypeName(t) == "time.Time"
}

// external returns the marks of what comes from outside.
func external(t types.Type) mark {
	if isTime(t) {
		return clock
	}
	return 0
}

// fieldMarks is what is known of a field by its struct: a request's body.
func fieldMarks(t types.Type, s *types.Struct, i int) mark {
	f := s.Field(i)
	if f.Name() != "Body" && f.Name() != "RawBody" {
		return 0
	}
	if _, reads := f.Type().Underlying().(*types.Signature); reads || !isRequest(types.NewPointer(t)) {
		return 0
	}
	return body | raw
}

// requestArgs are the arguments that a handler is called with.
func requestArgs(st *state, fn *ssa.Function) []*value {
	args := make([]*value, len(fn.Params))
	for i, p := range fn.Params {
		receiver := i == 0 && fn.Signature.Recv() != nil
		switch t := p.Type(); {
		case !receiver && isRequest(t):
			args[i] = &value{Name: requestName, Addr: requestName, Null: symexec.NotNil}
		case !receiver && isResponseWriter(t):
			args[i] = &value{Name: responseName, Null: symexec.NotNil}
		default:
			args[i] = st.External(symexec.OutsideName(fn, p.Name()), t)
		}
	}
	return args
}

const responseName = "response"
