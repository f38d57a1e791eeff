package rules

import (
	"fmt"
	"go/ast"
	"strings"
	"unicode"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/content"
	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

// inspectCredentials finds what is no part of a call of an SDK.
func inspectCredentials(c *Check) []analysis.Diagnostic {
	return append(staticSources(c), handWritten(c)...)
}

func checkCredential(c *Check, inst *flow.Instance) []analysis.Diagnostic {
	if roleOf(inst) != customerio.Credential {
		return nil
	}
	var out []analysis.Diagnostic
	var made content.Const // the longest part of a key that is computed from constants
	for _, k := range inst.Content.Consts {
		k.Val = bare(k.Val)
		switch {
		case k.Outer:
		case k.Derived:
			if len(k.Val) > len(made.Val) && len(k.Val) >= minPart && !saysFillIn(k.Val) && !namesSetting(k.Val) {
				made = k
			}
		case !isPlaceholder(k.Val):
			at := c.source.constant(c, inst, k)
			out = append(out, c.hardcoded(inst, k.Val, at))
			c.readFromEnvironment(&out[len(out)-1], inst, k.Val, at)
		}
	}
	if made.Val != "" && len(out) == 0 {
		out = append(out, c.hardcoded(inst, made.Val, c.source.constant(c, inst, made)))
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

// minPart: of a key put together from constants, a part shorter than this is
// a separator or a prefix.
const minPart = 8

func (c *Check) hardcoded(inst *flow.Instance, val string, at ast.Expr) analysis.Diagnostic {
	s := infoOf(inst)
	f := analysis.Diagnostic{
		Message: fmt.Sprintf("hardcoded %s %s in %s; read it from the environment or a secret store", s.Label, masked(val), s.Name),
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

// isPlaceholder reports whether s cannot be a key: it is empty, has white
// space or template marks, says that something is to be filled in, or is the
// name of a setting.
func isPlaceholder(s string) bool {
	if strings.TrimSpace(s) == "" || strings.ContainsFunc(s, unicode.IsSpace) || strings.ContainsAny(s, "<>{}$[]%*") {
		return true
	}
	if strings.Trim(s, string([]rune(s)[:1])) == "" { // one character, repeated
		return true
	}
	return saysFillIn(s) || namesSetting(s)
}

// namesSetting reports whether s has no words but those that names of settings
// are made of.
func namesSetting(s string) bool {
	words := wordsOf(s)
	settings := 0
	for _, w := range words {
		if setting[w] {
			settings++
		}
	}
	return settings == len(words) && len(words) > 0
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// saysFillIn reports whether a word of s says that something is to be put there.
func saysFillIn(s string) bool {
	for _, w := range wordsOf(s) {
		if fillIn[w] || strings.HasPrefix(w, "your") || strings.Trim(w, "x") == "" {
			return true
		}
	}
	return false
}

var fillIn = wordSet("your yours changeme change replace replaceme placeholder todo fixme tbd example sample dummy fake insert enter put redacted masked none null nil unset undefined")

// setting holds the words that names of settings and stand-ins are made of.
var setting = wordSet("customerio customer io cio site siteid id track tracking app api apikey key keys write writekey webhook webhooks signing secret token test testing mock stub local dev default value here my the a")

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
