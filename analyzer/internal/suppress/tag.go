package suppress

import (
	"fmt"
	"go/ast"
	"reflect"
	"strconv"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/internal/keyclass"
)

// tags returns the findings about struct tags pii that say nothing. They direct
// ciolint as comments do: one with a slip in it is taken for pii:"true", and
// whoever wrote it meant something else.
func (s *state) tags() []analysis.Diagnostic {
	var out []analysis.Diagnostic
	for _, x := range s.order {
		for n := range ast.Preorder(x.syntax) {
			field, ok := n.(*ast.Field)
			if !ok || field.Tag == nil {
				continue
			}
			tag, err := strconv.Unquote(field.Tag.Value)
			if err != nil {
				continue
			}
			if value, bad := keyclass.UnknownValue(reflect.StructTag(tag)); bad {
				out = append(out, analysis.Diagnostic{
					Category: rule.Name, Pos: field.Tag.Pos(), End: field.Tag.End(),
					Message: fmt.Sprintf("unknown value of the struct tag pii:%q; the values are %s", value, keyclass.OwnValues),
				})
			}
		}
	}
	return out
}
