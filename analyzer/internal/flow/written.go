package flow

import (
	"go/token"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
	"golang.org/x/tools/go/ssa"
)

// WrittenAt returns where the part at p of an argument was set before the
// call, if that is in view: the last such place.
func (a *Analysis) WrittenAt(call ssa.CallInstruction, arg int, p content.Path) token.Pos {
	args := ssautil.Args(call.Common())
	if arg < 0 || arg >= len(args) {
		return token.NoPos
	}
	return a.written(args[arg], p, call)
}

// WrittenOnce reports whether nothing else is done to the part at p of an
// argument before the call, so that changing what is written there is enough.
func (a *Analysis) WrittenOnce(call ssa.CallInstruction, arg int, p content.Path) bool {
	n := 0
	for _, l := range a.locate(ssautil.Args(call.Common())[arg]) {
		target := l.path.Plus(p...)
		for _, e := range a.effects(l.root) {
			if len(e.path) >= len(target) && e.path.HasPrefix(target) && e.content != nil {
				n++
			}
		}
	}
	return n <= 1
}

// written returns where the part of v at p was set, through copies of the
// struct around it; by nil means at any time.
func (a *Analysis) written(v ssa.Value, p content.Path, by ssa.Instruction) token.Pos {
	pos := token.NoPos
	for _, l := range a.locate(v) {
		pos = max(pos, a.writtenTo(l.root, l.path.Plus(p...), by, map[visit]bool{}))
	}
	return pos
}

func (a *Analysis) writtenTo(root ssa.Value, p content.Path, by ssa.Instruction, seen map[visit]bool) token.Pos {
	pos := token.NoPos
	at := visit{root, p.ID()}
	if seen[at] || len(seen) > maxPlaces || len(p) > maxPath {
		return pos
	}
	seen[at] = true
	for _, e := range a.effects(root) {
		if e.content == nil || !p.HasPrefix(e.path) || by != nil && !a.happensBefore(e.in, by) {
			continue
		}
		switch {
		case slices.Equal(e.path, p):
			pos = max(pos, e.pos)
		case e.copied != nil:
			for _, l := range a.locate(e.copied) {
				pos = max(pos, a.writtenTo(l.root, l.path.Plus(p[len(e.path):]...), by, seen))
			}
		}
	}
	return pos
}

// happensBefore: in the same function, and on a way to it.
func (a *Analysis) happensBefore(in, by ssa.Instruction) bool {
	return in.Parent() == by.Parent() && a.graph.Reaches(in, ssautil.Before(by))
}
