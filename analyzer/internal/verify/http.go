package verify

import (
	"go/types"
	"regexp"
	"slices"
	"strings"
)

// isRequest reports whether t is a request, or the context in which a
// framework hands one over: something with a body and headers.
func isRequest(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	if !ok {
		return false
	}
	if fullName(n) == "net/http.Request" {
		return true
	}
	if n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == "net/http" {
		return false
	}
	return hasMember(n, bodyNames) && hasMember(n, headerNames)
}

var (
	bodyNames   = []string{"Body", "BodyRaw", "GetRawData", "PostBody", "BodyParser", "Bind", "BindJSON", "ShouldBindJSON", "Request", "Req", "RawBody", "BodyBytes"}
	headerNames = []string{"Header", "Headers", "GetHeader", "GetReqHeaders", "RequestHeader", "GetHeaders", "Get", "Request", "Req"}
)

// readsBody lists how frameworks name the method that returns the raw body.
var readsBody = []string{"Body", "BodyRaw", "GetRawData", "PostBody", "RawBody", "BodyBytes", "GetBody"}

func fullName(n *types.Named) string {
	if n.Obj().Pkg() == nil {
		return n.Obj().Name()
	}
	return n.Obj().Pkg().Path() + "." + n.Obj().Name()
}

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

func isResponseWriter(t types.Type) bool {
	obj, _, _ := types.LookupFieldOrMethod(t, true, nil, "WriteHeader")
	return obj != nil
}

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
	res := s.Results()
	if writers == 1 {
		return res.Len() == 0 || res.Len() == 1 && isError(res.At(0).Type()) || res.Len() == 2 && isError(res.At(1).Type())
	}
	p := requestParam(s)
	if others > 0 || fullNameOf(p.Type()) == "net/http.Request" {
		return false
	}
	switch res.Len() {
	case 0:
		return true
	case 1:
		return isError(res.At(0).Type())
	case 2:
		return isError(res.At(1).Type()) && !isBool(res.At(0).Type()) && !isText(res.At(0).Type()) && isLambda(p.Type())
	}
	return false
}

// isLambda: a request that comes as a struct.
func isLambda(t types.Type) bool {
	_, ok := t.Underlying().(*types.Struct)
	return ok
}

func fullNameOf(t types.Type) string {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := types.Unalias(t).(*types.Named); ok {
		return fullName(n)
	}
	return ""
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

// headerValue is what is read from a request under a constant name.
func headerValue(name string) *value {
	switch {
	case strings.EqualFold(name, "X-CIO-Signature"):
		return &value{marks: signature, name: "signature"}
	case strings.EqualFold(name, "X-CIO-Timestamp"):
		return &value{marks: timestamp, name: "timestamp"}
	}
	return nil
}

// tellsSender matches the names under which requests carry what shows who
// sent them.
var tellsSender = regexp.MustCompile(`(?i)authorization|signature|token|secret|hmac|api[-_]?key|passw|^(auth|sig|key)$`)

// cioPath matches a path that takes Customer.io's events: named after
// Customer.io at its end, or with a word for what comes in.
var (
	namesCustomerIO = regexp.MustCompile(`(?i)(^|[/_.\- ])(customer[-_.]?io|cio)($|[/_.\-{: ?])`)
	endsWithName    = regexp.MustCompile(`(?i)[/_.\- ](customer[-_.]?io|cio)([/_.\-](v\d+|webhooks?|hooks?|events?|callbacks?|reports?|reporting|notifications?|inbound|incoming))*[/{$}]*$`)
	saysIncoming    = regexp.MustCompile(`(?i)(^|[/_.\- ])(webhooks?|hooks?|events?|callbacks?|reporting|notifications?|inbound|incoming|ingest)($|[/_.\-{: ])`)
)

func isCustomerIOPath(path string) bool {
	if !strings.Contains(path, "/") || !namesCustomerIO.MatchString(path) {
		return false
	}
	return endsWithName.MatchString(path) || saysIncoming.MatchString(path)
}

// isEvent reports whether JSON of Customer.io's events is decoded into t:
// event_id or data beside object_type and metric.
func isEvent(t types.Type) bool {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	if s, ok := t.Underlying().(*types.Slice); ok {
		t = s.Elem()
	}
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	var names []string
	keys(s, &names, 0)
	return slices.Contains(names, "object_type") && slices.Contains(names, "metric") &&
		(slices.Contains(names, "event_id") || slices.Contains(names, "data"))
}

func keys(s *types.Struct, out *[]string, depth int) {
	for i := range s.NumFields() {
		name := jsonName(s.Tag(i))
		if name == "" && s.Field(i).Embedded() && depth < 3 {
			t := s.Field(i).Type()
			if p, ok := t.Underlying().(*types.Pointer); ok {
				t = p.Elem()
			}
			if e, ok := t.Underlying().(*types.Struct); ok {
				keys(e, out, depth+1)
			}
			continue
		}
		*out = append(*out, name)
	}
}

var jsonTag = regexp.MustCompile(`json:"([^",]*)`)

func jsonName(tag string) string {
	if m := jsonTag.FindStringSubmatch(tag); m != nil {
		return m[1]
	}
	return ""
}
