package flow

import (
	"go/types"
	"regexp"
	"slices"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/limit"
	"github.com/ciolint/ciolint/analyzer/internal/ssautil"
)

// keyFacts says of a struct's text fields that may be credentials which
// constants they can hold: a configuration with a key in it is made in one
// package and used in another. What else they hold is not said; other fields of
// text are known by their names. Beyond are the limits that leave some out.
func keyFacts(result int, t types.Type, contentAt func(content.Path) *content.Content) (out []ResultFact, beyond limit.Set) {
	var visit func(t types.Type, p content.Path)
	visit = func(t types.Type, p content.Path) {
		s, ok := ssautil.Struct(t)
		if !ok || ssautil.IsWrapper(t) {
			return
		}
		if len(p) > limit.FactDepth.Max {
			if holdsKey(contentAt(p)) {
				beyond = beyond.With(limit.FactDepth)
			}
			return
		}
		for f := range s.Fields() {
			q := p.Plus(content.Sel{Kind: content.Field, Name: f.Name()})
			switch {
			case !ssautil.IsText(f.Type()):
				visit(f.Type(), q)
			case !keyName.MatchString(f.Name()):
			case len(out) == limit.FactFields.Max:
				beyond = beyond.With(limit.FactFields)
			default:
				out = append(out, keyFact(result, q, contentAt(q))...)
			}
		}
	}
	visit(t, nil)
	return out, beyond
}

// holdsKey reports whether a part of c that may be a credential can hold a
// constant.
func holdsKey(c *content.Content) bool {
	return slices.ContainsFunc(c.Children, func(ch *content.Child) bool {
		return keyName.MatchString(ch.Key) && len(constants(ch.Val)) > 0 || holdsKey(ch.Val)
	})
}

// keyFact says which constants a field can hold.
func keyFact(result int, p content.Path, held *content.Content) []ResultFact {
	consts := constants(held)
	if len(consts) == 0 {
		return nil
	}
	return []ResultFact{{Index: result, Path: p, Content: ContentFact{Consts: consts}, Part: true}}
}

// constants are the texts that stand as such in the source.
func constants(c *content.Content) (out []string) {
	for _, k := range c.Consts {
		if !k.Derived && k.Val != "" {
			out = append(out, k.Val)
		}
	}
	return out
}

// keyName matches the names of fields that hold credentials, broadly: the rule
// that asks decides by what is done with them.
var keyName = regexp.MustCompile(`(?i)key|site|secret|token|sign|cred|password`)
