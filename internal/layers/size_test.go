package layers

import (
	"go/ast"
	"testing"
)

// A function fits a screen or two, and a type an idea.
const (
	maxLines   = 60
	maxMethods = 40
)

// exempt is the old core, which is to be replaced as a whole.
var exempt = []string{"analyzer/internal/flow"}

// A thing is a function, a method (Type.Method) or a type of a room.
type thing struct{ room, name string }

// tooLarge are the offenders that are known, with the reason why they may stay
// for now. One that is no offender any more must leave the list.
var tooLarge = map[thing]string{}

// TestSizes counts the lines of every function and the methods of every type,
// tests excepted.
func TestSizes(t *testing.T) {
	t.Parallel()
	found := map[thing]bool{}
	complain := func(x thing, format string, args ...any) {
		t.Helper()
		found[x] = true
		if tooLarge[x] == "" {
			t.Errorf(x.room+": "+x.name+" "+format, args...)
		}
	}
	methods := map[thing]int{}
	for _, s := range sources(t) {
		if s.isTest() || isIn(s.room, exempt...) {
			continue
		}
		for _, d := range s.file.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			name := fn.Name.Name
			if recv := receiver(fn); recv != "" {
				methods[thing{s.room, recv}]++
				name = recv + "." + name
			}
			if lines := s.fset.Position(fn.End()).Line - s.fset.Position(fn.Pos()).Line + 1; lines > maxLines {
				complain(thing{s.room, name}, "has %d lines, more than %d (%s): give its parts names of their own", lines, maxLines, s.at(fn))
			}
		}
	}
	for x, n := range methods {
		if n > maxMethods {
			complain(x, "has %d methods, more than %d: split it by ideas", n, maxMethods)
		}
	}
	for x := range tooLarge {
		if !found[x] {
			t.Errorf("%s: %s is not too large any more: take it off the list", x.room, x.name)
		}
	}
}

// receiver returns the name of a method's type, "" for a function.
func receiver(fn *ast.FuncDecl) string {
	if fn.Recv == nil {
		return ""
	}
	e := fn.Recv.List[0].Type
	for {
		switch x := e.(type) {
		case *ast.StarExpr:
			e = x.X
		case *ast.IndexExpr:
			e = x.X
		case *ast.IndexListExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		case *ast.Ident:
			return x.Name
		default:
			return ""
		}
	}
}
