package flow

import (
	"go/types"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// isMessage reports whether a parameter of type t of a function of pkg is a
// message: a struct that another package of the program declares, or a list of
// such, so that others put it together and hand it to the function. What is in it
// is their duty, as it is of a map. The request of a remote call is none: it comes
// from outside.
func isMessage(t types.Type, sig *types.Signature, pkg *types.Package) bool {
	if _, elem := elementOfType(t); elem != nil {
		t = elem
	}
	n := ssautil.Named(t)
	if _, ok := structOrNil(t); !ok || n == nil || n.Obj().Pkg() == nil || pkg == nil {
		return false
	}
	if recv := sig.Recv(); recv != nil && types.Identical(recv.Type(), t) {
		return false
	}
	other := n.Obj().Pkg()
	return other != pkg && sameProgram(other.Path(), pkg.Path()) && !answers(sig)
}

// answers reports whether a function has the shape of a remote call's: it gives
// back a struct of its own, and an error.
func answers(sig *types.Signature) bool {
	res := sig.Results()
	if res.Len() != 2 || !ssautil.IsErrorType(res.At(1).Type()) {
		return false
	}
	_, ok := structOrNil(res.At(0).Type())
	return ok
}

// sameProgram reports whether two import paths begin with the same host, owner
// and repository, or, without a host, with the same name.
func sameProgram(a, b string) bool { return root(a) == root(b) }

func root(path string) string {
	parts := strings.SplitN(path, "/", 4)
	if !strings.Contains(parts[0], ".") {
		return parts[0]
	}
	return strings.Join(parts[:min(3, len(parts))], "/")
}
