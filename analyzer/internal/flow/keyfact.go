package flow

import (
	"go/types"
	"regexp"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// keyFacts says of a struct's text fields that may be credentials which
// constants they can hold: a configuration with a key in it is made in one
// package and used in another. What else they hold is not said; other fields of
// text are known by their names. False if there are more than a fact holds.
func keyFacts(result int, t types.Type, contentAt func(content.Path) *content.Content) (out []ResultFact, all bool) {
	all = true
	var visit func(t types.Type, p content.Path)
	visit = func(t types.Type, p content.Path) {
		s, ok := ssautil.Struct(t)
		if !ok || ssautil.IsWrapper(t) || len(p) > limit.FactDepth.Max {
			return
		}
		for f := range s.Fields() {
			q := p.Plus(content.Sel{Kind: content.Field, Name: f.Name()})
			switch {
			case !ssautil.IsText(f.Type()):
				visit(f.Type(), q)
			case !keyName.MatchString(f.Name()):
			case len(out) == limit.FactFields.Max:
				all = false
			default:
				out = append(out, keyFact(result, q, contentAt(q))...)
			}
		}
	}
	visit(t, nil)
	return out, all
}

// keyFact says which constants a field can hold.
func keyFact(result int, p content.Path, held *content.Content) []ResultFact {
	var c ContentFact
	for _, k := range held.Consts {
		if !k.Derived && k.Val != "" {
			c.Consts = append(c.Consts, k.Val)
		}
	}
	if len(c.Consts) == 0 {
		return nil
	}
	return []ResultFact{{result, p, c, true}}
}

// keyName matches the names of fields that hold credentials, broadly: the rule
// that asks decides by what is done with them.
var keyName = regexp.MustCompile(`(?i)key|site|secret|token|sign|cred|password`)
