package rules

import (
	"cmp"
	"fmt"
	"go/ast"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

// inspectCredentials finds what is no part of a call of an SDK.
func inspectCredentials(c *Check) []analysis.Diagnostic {
	return slices.Concat(staticSources(c), handWritten(c), shaped(c))
}

func checkCredential(c *Check, inst *flow.Instance) []analysis.Diagnostic {
	if roleOf(inst) != customerio.Credential {
		return nil
	}
	var out []analysis.Diagnostic
	label := infoOf(inst).Label
	var made content.Const // the one with the longest part that has the shape of a key, of those that a key is computed from
	part := ""
	for _, k := range inst.Content.Consts {
		val := strings.TrimSpace(bare(k.Val))
		switch {
		case k.Outer:
		case k.Derived && k.From == "":
			p := keyWithin(val, label)
			if len(p) > len(part) || len(p) == len(part) && label != "site ID" { // the site ID comes first
				made, part = k, p
			}
		case !isPlaceholder(val):
			key := cmp.Or(keyOfPair(val, label), val)
			at := c.source.constant(c, inst, k)
			if at == nil && (k.From != "" || key != val) {
				at = c.source.holding(c, inst, k, key)
			}
			out = append(out, c.hardcoded(inst, key, k.From, at))
			if k.From == "" && key == val {
				c.readFromEnvironment(&out[len(out)-1], inst, val, at)
			}
		}
	}
	if part != "" && len(out) == 0 {
		out = append(out, c.hardcoded(inst, part, "", c.source.holding(c, inst, made, part)))
	}
	return out
}

// bare is a credential without the scheme in front of it in a header.
func bare(s string) string {
	for _, scheme := range []string{"Bearer ", "Basic ", "bearer ", "basic "} {
		if rest, ok := strings.CutPrefix(s, scheme); ok {
			return rest
		}
	}
	return s
}

func (c *Check) hardcoded(inst *flow.Instance, val, from string, at ast.Expr) analysis.Diagnostic {
	s := infoOf(inst)
	if from != "" {
		from = ", from " + from + ","
	}
	f := analysis.Diagnostic{
		Message: fmt.Sprintf("hardcoded %s %s%s in %s; read it from the environment or a secret store", s.Label, masked(val), from, s.Name),
		Related: c.path(inst, nil, nil),
	}
	if at != nil {
		f.Pos, f.End = at.Pos(), at.End()
	} else {
		c.place(&f, inst, 0)
	}
	return f
}

// masked shows enough of a credential to find it, and no more.
func masked(s string) string {
	const shown = 4
	r := []rune(s)
	if len(r) <= 2*shown {
		return fmt.Sprintf("(%d characters)", len(r))
	}
	return fmt.Sprintf("%q (%d characters)", string(r[:shown])+"…", len(r))
}
