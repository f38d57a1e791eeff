package rules

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/ciolint/ciolint/analyzer/internal/customerio"
	"github.com/ciolint/ciolint/analyzer/internal/finding"
	"github.com/ciolint/ciolint/analyzer/internal/flow"
	"github.com/ciolint/ciolint/runtime/pii"
)

var identifier = Rule{
	Name:  "identifier",
	Title: "sensitive data is used as an identifier or an event name",
	Why: "Identifiers are permanent labels: they stand in URLs, logs, exports and error messages, no sanitizer sees them, and " +
		"they cannot be changed later. A phone number in the path becomes a plain id.",
	Bad:  `client.Identify(u.Phone, sanitize.Attributes(attrs))`,
	Good: `client.Identify(u.ID, sanitize.Attributes(attrs))`,
	Fix: "Use an opaque ID of your own; an email address is fine in a workspace that identifies people by email. Never the " +
		"number of a person, a card or a phone.",
	check: checkIdentifier,
}

func checkIdentifier(c *Check, inst *flow.Instance) []finding.Finding {
	s := infoOf(inst)
	if r := roleOf(inst); r != customerio.Identifier && r != customerio.EventName {
		return nil
	}
	var out []finding.Finding
	for _, o := range inst.Content.Origins {
		if o.Outer || o.Class == pii.Keep || isDeviceID(s.Label, o.Name) {
			continue
		}
		f := finding.Finding{
			Message: fmt.Sprintf("%s value %s is used as %s of %s; use an opaque ID or an email", o.Class, o.Name, s.Label, s.Name),
			Path:    c.path(inst, &o, nil),
		}
		c.place(&f, inst, o.At)
		out = append(out, f)
	}
	for _, k := range inst.Content.Consts {
		for _, m := range shapesOf(k.Val) {
			if k.Outer || k.Derived {
				continue
			}
			f := finding.Finding{
				Message: fmt.Sprintf("sensitive value (%s) is used as %s of %s; use an opaque ID or an email", strings.ToLower(m.Kind.String()), s.Label, s.Name),
				Path:    c.path(inst, nil, nil),
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

var bareToken = regexp.MustCompile(`(?i)^(registration[-_ ]?)?token$`)
