package rules

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

// variables are the environment variables that programs customarily keep a
// credential in, by its label.
var variables = map[string]string{
	"site ID":             "CUSTOMERIO_SITE_ID",
	"track API key":       "CUSTOMERIO_API_KEY",
	"App API key":         "CUSTOMERIO_APP_API_KEY",
	"CDP write key":       "CUSTOMERIO_WRITE_KEY",
	"webhook signing key": "CUSTOMERIO_WEBHOOK_SIGNING_KEY",
}

// readFromEnvironment notes that the credential val, which at spells, can be
// read from the environment.
func (c *Check) readFromEnvironment(f *analysis.Diagnostic, inst *flow.Instance, val string, at ast.Expr) {
	name := variables[infoOf(inst).Label]
	scheme, ok := c.scheme(at, val)
	if name == "" || !ok {
		c.repairs.of(f).add(nil)
		return
	}
	use := c.payloadExpr(inst)
	c.repairs.saw(name, val, c.Pass.Fset.Position(at.Pos()))
	c.repairs.of(f).add(&way{
		message: func() string { return "Read it from the environment" },
		edits: func() ([]analysis.TextEdit, bool) {
			return c.repairs.fixer.Getenv(at, use, scheme, c.repairs.variable(name, val))
		},
	})
}

// saw notes where a credential stands that is to be read from a variable.
func (r *repairer) saw(name, val string, at token.Position) {
	if r.variables[name] == nil {
		r.variables[name] = map[string]token.Position{}
	}
	if first, ok := r.variables[name][val]; !ok || before(at, first) {
		r.variables[name][val] = at
	}
}

// variable is the environment variable for a credential. A second one of its
// kind in a package gets a number: two keys in one variable would send the
// data of one workspace to another.
func (r *repairer) variable(name, val string) string {
	n := 1
	for _, at := range r.variables[name] {
		if before(at, r.variables[name][val]) {
			n++
		}
	}
	if n == 1 {
		return name
	}
	return fmt.Sprintf("%s_%d", name, n)
}

// before orders by file and place in it: the order in which files were read
// is another one in each run.
func before(p, q token.Position) bool {
	return cmp.Or(cmp.Compare(p.Filename, q.Filename), cmp.Compare(p.Offset, q.Offset)) < 0
}

// scheme is what the constant at has before the credential val. That of basic
// authentication is not val alone but a pair, encoded.
func (c *Check) scheme(at ast.Expr, val string) (string, bool) {
	if at == nil {
		return "", false
	}
	v := c.Pass.TypesInfo.Types[at].Value
	if v == nil || v.Kind() != constant.String {
		return "", false
	}
	scheme, ok := strings.CutSuffix(constant.StringVal(v), val)
	return scheme, ok && !strings.HasPrefix(strings.ToLower(scheme), "basic")
}
