package webhook

import (
	"go/types"
	"slices"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// foreign executes a call of what has no body here, or is not known. What is
// known best comes first.
func foreign(st *state, c *call, k continuation) bool {
	p := pathOf(st)
	p.aborted = p.aborted || mayAbort(c)
	if by, ok := comparators[c.FullName()]; ok {
		compareCall(st, c, by, k)
		return true
	}
	if modelled(st, c, k) {
		return true
	}
	if v := readHeader(st, c); v != nil {
		k(st, symexec.ResultsWith(st, c, v))
		return true
	}
	if v := knownMethod(st, c); v != nil {
		k(st, v)
		return true
	}
	if runtimeFunction(st, c, k) || callNext(st, c, k) || imported(st, c, k) || takesFunctions(st, c, k) {
		return true
	}
	opaque(st, c, k)
	return true
}

// opaque executes a call of something unknown.
func opaque(st *state, c *call, k continuation) {
	noteOutputs(st, c)
	p := pathOf(st)
	if !p.handling {
		k(st, symexec.UnknownResult(st, c))
		return
	}
	in, given := given(st, c)
	standard, logging := ssautil.IsStandard(c.Path()), isLog(c.Name)
	if in&timestamp != 0 && !standard && !logging {
		p.mayCheckAge()
	}
	switch {
	case in&age == 0 || logging:
	case standard:
		p.checksAge()
	default:
		p.mayCheckAge()
	}
	if given && !standard && !logging {
		p.mayCheckAge()
		if (in&signature != 0 || in&body != 0 && takesHeaders(c)) && verdictIndex(c.Result) >= 0 {
			trust(st, c, Role{Duty: Verdict}, k)
			return
		}
		if in&signature != 0 || isVerifier(c.Name) || isVerifier(lastElement(c.Path())) {
			p.unsure = true
			p.entry.passedOn = true
		}
	}
	if in&body != 0 {
		noteUnknownCall(st, c)
	}
	k(st, symexec.UnknownResult(st, c))
}

// given is what a call is given, and whether that is the request or the
// signature.
func given(st *state, c *call) (in mark, proof bool) {
	if c.Recv != nil {
		in |= st.MarksOf(c.Recv)
	}
	for i, a := range c.Args {
		in |= st.MarksOf(a)
		proof = proof || isPassedRequest(c.Types[i], a)
	}
	return in, proof || in&signature != 0
}

// takesHeaders reports whether a call is given the headers of the request as a
// whole: with the body, that is what a verifier asks for.
func takesHeaders(c *call) bool {
	for i, a := range c.Args {
		if isRequestPlace(a.Name) && ssautil.QualifiedTypeName(c.Types[i]) == "net/http.Header" {
			return true
		}
	}
	return false
}

func lastElement(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }

func isPassedRequest(t types.Type, v *value) bool {
	return isRequestPlace(v.Name) && (isRequest(t) || ssautil.QualifiedTypeName(t) == "net/http.Header" || types.IsInterface(t))
}

// noteOutputs forgets what an unknown function may have filled, and notes
// events that it may have decoded.
func noteOutputs(st *state, c *call) {
	var in mark
	for _, a := range c.All() {
		in |= st.MarksOf(a) &^ (raw | digest)
	}
	handling := pathOf(st).handling
	for _, o := range symexec.Outputs(st, c) {
		if isEvent(o.Elem) && in&body != 0 && handling {
			entryOf(st).event = true
			noteEffect(st, c.In, decoder, decodes)
		}
		st.Havoc(o.Arg.Addr, &value{Marks: in | unknown, Name: st.Fresh("filled")})
	}
	if !handling || !slices.ContainsFunc(c.All(), func(a *value) bool { return st.MarksOf(a)&body != 0 }) {
		return
	}
	for _, s := range c.ConstantTexts() { // gjson.GetBytes(body, "metric")
		entryOf(st).readsKey(s)
	}
}

// takesFunctions executes a call that is given functions: handlers are
// registered (outside of a request), others are run.
func takesFunctions(st *state, c *call, k continuation) bool {
	if wrapsHandler(st, c, k) || adaptsMiddleware(st, c, k) || registers(st, c, k) {
		return true
	}
	fns := c.Functions(st)
	p := pathOf(st)
	relevant := func(v *value) bool { return p.check.relevant[v.Fn] }
	if len(fns) == 0 || !p.handling && !slices.ContainsFunc(fns, relevant) {
		return false
	}
	symexec.CallBack(st, c, fns, k)
	return true
}

// knownMethod executes methods that are known by their receiver: of buffers,
// hashes, requests and responses.
func knownMethod(st *state, c *call) *value {
	if c.Recv == nil {
		return nil
	}
	if isHash(c) && c.Name == "Sum" {
		return sumOfHash(st, c)
	}
	if v := symexec.BufferMethod(st, c); v != nil {
		return v
	}
	switch {
	case isNil(c.Recv), isRequestPlace(c.Recv.Name) || isRequest(c.ReceiverType()):
		return requestMethod(st, c)
	case c.Recv.Name == responseName:
		return respond(st, c)
	case c.Recv.Marks&raw != 0 && (c.Name == "Bytes" || c.Name == "Text"): // of a reader of the body
		return symexec.FromParts(st.Text(c.Recv))
	}
	return nil
}

// requestMethod executes a method of a request or of a framework's context.
func requestMethod(st *state, c *call) *value {
	switch {
	case c.Name == "BasicAuth":
		return symexec.Typed(st, &value{Marks: otherAuth, Name: "basicauth"}, c.Result)
	case slices.Contains(bodyReaders, c.Name) && len(c.Args) == 0 && c.Result != nil:
		if t := symexec.TypeOfResult(c.Result, 0); ssautil.IsBytesType(t) || ssautil.IsStringType(t) {
			return symexec.ResultsWith(st, c, &value{Marks: body | raw, Name: "body"})
		}
	case c.Name == "Next" && len(c.Args) == 0:
		noteEffect(st, c.In, nextHandler, acts)
		return symexec.Typed(st, &value{Name: st.Fresh("next")}, c.Result)
	}
	for i, a := range c.Args { // Bind, BodyParser, ShouldBindJSON
		if _, ptr := symexec.Pointee(c.Types[i], a); ptr && a.Addr != "" && a.Fn == nil && isDecoder(c.Name) {
			return decode(st, c, &value{Marks: body}, a)
		}
	}
	return respond(st, c)
}

func isDecoder(name string) bool {
	n := strings.ToLower(name)
	return slices.ContainsFunc(decoderWords, func(w string) bool { return strings.Contains(n, w) })
}

// respond executes a method that answers, or does something else with the
// request itself: that has no effect.
func respond(st *state, c *call) *value {
	v := &value{Name: st.Fresh(c.Name)}
	if c.Recv != nil && isRequestPlace(c.Recv.Name) {
		v.Name = c.Recv.Name + "." + c.Name
	}
	return symexec.Named(symexec.Typed(st, v, c.Result), c.Result)
}

// callNext calls the next handler, which is not known.
func callNext(st *state, c *call, k continuation) bool {
	if !pathOf(st).handling {
		return false
	}
	given := false
	for i, a := range c.Args {
		given = given || isRequestPlace(a.Name) && isRequest(c.Types[i])
	}
	if !given || c.Name != "ServeHTTP" && (c.Fn != nil || !handles(c.In.Common().Signature())) {
		return false
	}
	noteEffect(st, c.In, nextHandler, acts)
	k(st, symexec.Typed(st, &value{Name: st.Fresh("next")}, c.Result))
	return true
}
