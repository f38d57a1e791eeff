package rules

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/finding"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
)

var credential = Rule{
	Name:  "credential",
	Title: "a site ID or key comes from a constant in source",
	Why: "Whoever can read the source, a build or a binary can read, change and delete every person of the workspace, and a " +
		"key in history cannot be taken back, only rotated.",
	Bad:   `client := customerio.NewTrackClient("5f2a...", "9c1e...")`,
	Good:  `client := customerio.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))`,
	Fix:   "Read it from the environment or a secret store, and rotate the one that was committed.",
	check: checkCredential,
}

func checkCredential(c *Check, inst *flow.Instance) []finding.Finding {
	s := dataOf(inst)
	if s.part.Role != customerio.Credential {
		return nil
	}
	var out []finding.Finding
	for _, k := range inst.Content.Consts {
		if k.Outer || isPlaceholder(k.Val) {
			continue
		}
		f := finding.Finding{
			Message: fmt.Sprintf("hardcoded %s %s in %s; read it from the environment or a secret store",
				s.part.Label, masked(k.Val), s.name),
			Path: c.path(inst, nil, nil),
		}
		if e := c.source.constant(c.Pass.TypesInfo, k.Val, inst.Call.Parent()); e != nil {
			f.Pos, f.End = e.Pos(), e.End()
		} else {
			c.place(&f, inst, 0)
		}
		out = append(out, f)
	}
	return out
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
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	settings := 0
	for _, w := range words {
		if fillIn[w] || strings.HasPrefix(w, "your") || strings.Trim(w, "x") == "" || strings.Trim(w, "0") == "" && len(words) > 1 {
			return true
		}
		if setting[w] {
			settings++
		}
	}
	return settings == len(words) && len(words) > 0
}

var fillIn = wordSet("your yours changeme change replace replaceme placeholder todo fixme tbd example sample dummy fake insert enter put redacted masked none null nil unset undefined")

// setting holds the words that names of settings and stand-ins are made of.
var setting = wordSet("customerio customer io cio site siteid id track tracking app api apikey key keys write writekey secret token test testing mock stub local dev default value here my the a")

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
