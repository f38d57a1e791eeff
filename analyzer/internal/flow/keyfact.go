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
	s, ok := ssautil.Struct(t)
	if !ok || ssautil.IsWrapper(t) {
		return nil, true
	}
	for f := range s.Fields() {
		if !ssautil.IsText(f.Type()) || !keyName.MatchString(f.Name()) {
			continue
		}
		if len(out) == limit.FactFields.Max {
			return out, false
		}
		p := content.Path{{Kind: content.Field, Name: f.Name()}}
		var c ContentFact
		for _, k := range contentAt(p).Consts {
			if !k.Derived && k.Val != "" {
				c.Consts = append(c.Consts, k.Val)
			}
		}
		if len(c.Consts) > 0 {
			out = append(out, ResultFact{result, p, c, true})
		}
	}
	return out, true
}

// keyName matches the names of fields that hold credentials, broadly: the rule
// that asks decides by what is done with them.
var keyName = regexp.MustCompile(`(?i)key|site|secret|token|sign|cred|password`)
