package rules

import (
	"go/ast"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/precede"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// A written person is sent an event, a message or a profile.
type written struct {
	precede.Operation
	name string // of what is called
}

func (e *erasures) write(name string, ops ...precede.Operation) {
	for _, op := range ops {
		e.written = append(e.written, written{op, name})
	}
}

// writes looks at a call of an SDK that sends a payload to somebody.
func (e *erasures) writes(call ssa.CallInstruction, row *customerio.Call, recv int, name string) {
	if !isWrite(row) {
		return
	}
	args := ssautil.Args(call.Common())
	for _, p := range row.Parts {
		if !slices.Contains([]string{"customer ID", "user ID", "identifier"}, p.Label) {
			continue
		}
		s := e.ops.Subject(args[p.Arg+recv])
		if len(p.Path) > 0 {
			s = e.ops.SubjectIn(args[p.Arg+recv], p.Path[0])
		}
		e.write(name, precede.Operation{At: call, Subject: s})
	}
}

func isWrite(row *customerio.Call) bool { return !row.Builds && carries(row.Parts) }

// carries reports whether one of the parts of a call is a payload.
func carries(parts []customerio.Part) bool {
	return slices.ContainsFunc(parts, func(p customerio.Part) bool { return p.Role.IsPayload() })
}

// writtenAfter says who is written to after the deletion, by what stands in one
// function or leads there.
func (e *erasures) writtenAfter(said sayings) {
	later := map[*ssa.Function][]written{}
	for _, w := range e.written {
		for _, op := range e.ops.Above(w.Operation) {
			later[op.At.Parent()] = append(later[op.At.Parent()], written{op, w.name})
		}
	}
	for _, d := range e.deleted {
		if d.perhaps || len(later) == 0 {
			continue
		}
		for _, first := range e.ops.Above(d.Operation) {
			for _, then := range later[first.At.Parent()] {
				if e.ops.Follows(first, then.Operation) {
					said.add(then.At, writtenAfter, d.name, e.who(then.Operation), then.name)
				}
			}
		}
	}
}

// who is what the source calls somebody whom a call names.
func (e *erasures) who(op precede.Operation) string {
	call, ok := op.At.(ssa.CallInstruction)
	src := e.flow.Source(op.At)
	if !ok || src == nil {
		return "them"
	}
	args := ssautil.Args(call.Common())
	shift := len(args) - len(src.Args) // the receiver
	for i, arg := range args {
		if i < shift || call.Common().Signature().Variadic() || !e.ops.Subject(arg).Equal(op.Subject) {
			continue
		}
		if text := types.ExprString(src.Args[i-shift]); isPlain(src.Args[i-shift]) {
			return text
		}
	}
	if name := op.Subject.String(); name != "" {
		return name
	}
	return "them"
}

// isPlain reports whether an expression has no literal in it, which may be a
// datum, and fits into a sentence.
func isPlain(x ast.Expr) bool {
	plain := true
	ast.Inspect(x, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.BasicLit, *ast.FuncLit, *ast.CompositeLit:
			plain = false
		}
		return plain
	})
	return plain
}
