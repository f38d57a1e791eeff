package webhook

import (
	"go/types"
	"regexp"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"github.com/ciolint/ciolint/analyzer/internal/symexec"
)

// Many functions that verify never see a request: they are given its headers
// and the body, or three texts. Which parameter is which shows in what they
// do: they compare one with a MAC, and the MAC is over the others.

// takesParts reports whether a function is given parts of a request, and tells
// by its result whether they are good. It marks them.
func (c *checker) takesParts(fn *ssa.Function, args []*value) bool {
	if !c.cfg.Own || answerIndex(fn.Signature) < 0 {
		return false
	}
	var texts []int
	for i, p := range fn.Params {
		switch {
		case isHeaders(p.Type()):
			args[i] = &value{Name: requestHeaders, Addr: requestHeaders, Null: symexec.NotNil}
		case ssautil.HoldsText(p.Type()):
			texts = append(texts, i)
		}
	}
	if len(texts) == 0 {
		return false
	}
	for _, sig := range append([]int{-1}, texts...) {
		if signed := c.signedWith(fn, args, sig); len(signed) > 0 {
			markParts(args, sig, signed)
			return true
		}
	}
	return markByName(fn, args, texts)
}

// requestHeaders is the place of the headers of the request.
const requestHeaders = requestName + ".Header"

func isHeaders(t types.Type) bool {
	switch ssautil.QualifiedTypeName(t) {
	case "net/http.Header", "net/textproto.MIMEHeader":
		return true
	}
	return false
}

// signedWith are the parameters that a function makes a MAC of, in their
// order, and compares that with the signature, which is parameter sig or, if
// that is negative, what the function reads itself.
func (c *checker) signedWith(fn *ssa.Function, args []*value, sig int) []int {
	defer func(silent bool) { c.silent = silent }(c.silent)
	c.silent = true
	args = slices.Clone(args)
	if sig >= 0 {
		args[sig] = args[sig].With(signature)
	}
	e := &entry{fn: fn, keys: map[string]bool{}, comparing: map[string]int{}}
	st := c.engine.Start(c.newPath())
	p := pathOf(st)
	p.entry, p.handling = e, true
	st.Enter(fn, args, nil, func(*state, *value) {})
	for _, s := range e.sums {
		var signed []int
		for _, p := range s.parts {
			isPart := func(a *value) bool { return p.V != nil && a.Name != "" && p.V.Name == a.Name }
			if i := slices.IndexFunc(args, isPart); i >= 0 && i != sig {
				signed = append(signed, i)
			}
		}
		if len(signed) > 0 {
			return signed
		}
	}
	return nil
}

// markParts marks the signature, and what is signed: the body comes last.
func markParts(args []*value, sig int, signed []int) {
	if sig >= 0 {
		args[sig] = args[sig].With(signature)
	}
	last := len(signed) - 1
	args[signed[last]] = args[signed[last]].With(body | raw)
	for _, i := range signed[:last] {
		if args[i].Marks&(body|signature) == 0 {
			args[i] = args[i].With(timestamp)
		}
	}
}

var (
	namedSignature = regexp.MustCompile(`(?i)^(sig|signature|.*signature|sigheader|got|provided)$`)
	namedTimestamp = regexp.MustCompile(`(?i)^(ts|timestamp|.*timestamp)$`)
	namedBody      = regexp.MustCompile(`(?i)^(body|raw|rawbody|payload|data)$`)
)

// markByName marks the texts of a function that makes no MAC of them, and
// reports whether one is the signature.
func markByName(fn *ssa.Function, args []*value, texts []int) bool {
	found := false
	for _, i := range texts {
		switch name := fn.Params[i].Name(); {
		case namedSignature.MatchString(name):
			args[i] = args[i].With(signature)
			found = true
		case namedTimestamp.MatchString(name):
			args[i] = args[i].With(timestamp)
		case namedBody.MatchString(name):
			args[i] = args[i].With(body | raw)
		}
	}
	return found
}
