package rules

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/runtime/pii"
)

func checkIdentifier(c *Check, inst *flow.Instance) []analysis.Diagnostic {
	s := infoOf(inst)
	if r := roleOf(inst); r != customerio.Identifier && r != customerio.EventName {
		return nil
	}
	var out []analysis.Diagnostic
	for _, o := range inst.Content.Origins {
		if o.Outer || o.Class == pii.Keep || o.Marked && o.Class != pii.NeverSend || isDeviceID(s.Label, o.Name) || recordID.MatchString(o.Name) {
			continue
		}
		f := analysis.Diagnostic{
			Message: fmt.Sprintf("%s value %s%s is used as %s of %s%s; use an opaque ID or an email", o.Class, o.Name, putIn(inst), s.Label, s.Name, wiredBy(inst)),
			Related: c.path(inst, &o, nil),
		}
		c.place(&f, inst, o.At)
		out = append(out, f)
	}
	for _, k := range inst.Content.Consts {
		for _, m := range shapesOf(k.Val) {
			if k.Outer || k.Derived {
				continue
			}
			f := analysis.Diagnostic{
				Message: fmt.Sprintf("sensitive value (%s)%s is used as %s of %s%s; use an opaque ID or an email", strings.ToLower(m.Kind.String()), putIn(inst), s.Label, s.Name, wiredBy(inst)),
				Related: c.path(inst, nil, nil),
			}
			c.place(&f, inst, 0)
			out = append(out, f)
		}
	}
	return out
}

// shapesOf finds what a constant identifier is by its shape: a number of the
// kinds that pii detects, or a phone number with its plus.
func shapesOf(s string) []pii.Match {
	if found := pii.Detect(s); len(found) > 0 || !strings.HasPrefix(s, "+") {
		return found
	}
	return pii.DetectKeyed("phone", s)
}

// isDeviceID: the push token of a device is what a device ID is. It is called
// just a token there, or a registration token.
func isDeviceID(label, name string) bool {
	_, category := pii.Categorize(name)
	return strings.HasPrefix(label, "device") && (category == pii.Device || bareToken.MatchString(name))
}

// recordID: the id of a row is opaque, whoever the row is of. That it is a
// patient is what an attribute must not say.
var recordID = regexp.MustCompile(`(?i)(^|[-_ .]|[a-z])(patient|taxpayer|policy[-_ ]?holder)s?[-_ ]?(id|uuid|guid|ref|key)$`)

var bareToken = regexp.MustCompile(`(?i)^(registration[-_ ]?)?token$`)
