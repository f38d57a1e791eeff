// Mode: always.

// Package sanitizercalls sends payloads that pass the sanitizer, skip it, or only seem to pass it.
package sanitizercalls

import (
	"context"
	"encoding/json"
	"maps"
	"net/http"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

func rawLiteral(c *customerio.CustomerIO, email string) {
	c.Identify("u1", map[string]any{"email": email}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func rawLiteralOfConstants(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{"plan": "pro"}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func sanitizedLiteral(c *customerio.CustomerIO, email string) {
	c.Identify("u1", sanitize.Attributes(map[string]any{"email": email}))
}

func nilPayload(c *customerio.CustomerIO) {
	c.Identify("u1", nil)
}

func nilVariable(c *customerio.CustomerIO) {
	var m map[string]any
	c.Identify("u1", m)
}

func emptyLiteral(c *customerio.CustomerIO) {
	c.Identify("u1", map[string]any{})
}

func emptyMake(c *customerio.CustomerIO) {
	m := make(map[string]any)
	c.Identify("u1", m)
}

func madeAndFilled(c *customerio.CustomerIO, email string) {
	m := make(map[string]any)
	m["email"] = email
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func filledAfterTheSend(c *customerio.CustomerIO, email string) map[string]any {
	m := make(map[string]any)
	c.Identify("u1", m)
	m["email"] = email
	return m
}

func hashClassKeysAreNamed(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"phone": v, "plan": "pro"}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer and holds "phone"; wrap it in sanitize.Attributes`
}

func severalHashClassKeysAreNamedInOrder(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"street_address": v, "phone": v, "ip": v}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer and holds "ip", "phone", "street_address"; wrap it in sanitize.Attributes`
}

func hashClassKeysSanitized(c *customerio.CustomerIO, v string) {
	c.Identify("u1", sanitize.Attributes(map[string]any{"street_address": v, "phone": v, "ip": v}))
}

func neighboursOfHashClassKeysAreNotNamed(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"phone_verified": v, "ip_country": v}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func resultInAVariable(c *customerio.CustomerIO, email string) {
	m := sanitize.Attributes(map[string]any{"email": email})
	c.Identify("u1", m)
}

func resultAssignedBack(c *customerio.CustomerIO, email string) {
	m := map[string]any{"email": email}
	m = sanitize.Attributes(m)
	c.Identify("u1", m)
}

func resultThrownAway(c *customerio.CustomerIO, email string) {
	m := map[string]any{"email": email}
	sanitize.Attributes(m)
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func resultIgnored(c *customerio.CustomerIO, email string) {
	m := map[string]any{"email": email}
	_ = sanitize.Attributes(m)
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func wrongVariableSent(c *customerio.CustomerIO, email string) {
	raw := map[string]any{"email": email}
	safe := sanitize.Attributes(raw)
	c.Identify("u1", raw) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
	c.Track("u1", "seen", safe)
}

func rightVariableSent(c *customerio.CustomerIO, email string) {
	raw := map[string]any{"email": email}
	safe := sanitize.Attributes(raw)
	c.Identify("u1", safe)
	c.Track("u1", "seen", safe)
}

func shadowedVariableSent(c *customerio.CustomerIO, email string, clean bool) {
	m := map[string]any{"email": email}
	if clean {
		m := sanitize.Attributes(m)
		m["clean"] = true
	}
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func sanitizedOnOneBranchOnly(c *customerio.CustomerIO, email string, clean bool) {
	m := map[string]any{"email": email}
	if clean {
		m = sanitize.Attributes(m)
	}
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func sanitizedOnBothBranches(c *customerio.CustomerIO, email string, trial bool) {
	var m map[string]any
	if trial {
		m = sanitize.Attributes(map[string]any{"email": email, "plan": "trial"})
	} else {
		m = sanitize.Attributes(map[string]any{"email": email})
	}
	c.Identify("u1", m)
}

func sanitizedOnTheOtherBranchOfASwitch(c *customerio.CustomerIO, email string, kind int) {
	m := map[string]any{"email": email}
	switch kind {
	case 1:
		m = sanitize.Attributes(m)
	case 2:
		m["kind"] = 2
	}
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func nilOrSanitized(c *customerio.CustomerIO, email string) {
	var m map[string]any
	if email != "" {
		m = sanitize.Attributes(map[string]any{"email": email})
	}
	c.Identify("u1", m)
}

func sanitizedThenHarmlesslyChanged(c *customerio.CustomerIO, email string, visits int, active bool) {
	m := sanitize.Attributes(map[string]any{"email": email})
	m["plan"] = "pro"
	m["visits"] = visits
	m["active"] = active
	c.Identify("u1", m)
}

func sanitizedThenAHashClassKeyAdded(c *customerio.CustomerIO, email, v string) {
	m := sanitize.Attributes(map[string]any{"email": email})
	m["phone"] = v
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer and holds "phone"; wrap it in sanitize.Attributes`
}

func hashClassKeyAddedThenSanitized(c *customerio.CustomerIO, email, v string) {
	m := map[string]any{"email": email}
	m["phone"] = v
	c.Identify("u1", sanitize.Attributes(m))
}

func sanitizedThenAnUnknownKeyAdded(c *customerio.CustomerIO, email, k, v string) {
	m := sanitize.Attributes(map[string]any{"email": email})
	m[k] = v
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func sanitizedThenAnUnknownMapMergedIn(c *customerio.CustomerIO, email string, r *http.Request) error {
	m := sanitize.Attributes(map[string]any{"email": email})
	var more map[string]any
	if err := json.NewDecoder(r.Body).Decode(&more); err != nil {
		return err
	}
	maps.Copy(m, more)
	return c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func unknownMapMergedInThenSanitized(c *customerio.CustomerIO, email string, r *http.Request) error {
	m := map[string]any{"email": email}
	var more map[string]any
	if err := json.NewDecoder(r.Body).Decode(&more); err != nil {
		return err
	}
	maps.Copy(m, more)
	return c.Identify("u1", sanitize.Attributes(m))
}

func inputOfTheSanitizerChangedAfterwards(c *customerio.CustomerIO, email, v string) {
	raw := map[string]any{"email": email}
	safe := sanitize.Attributes(raw)
	raw["phone"] = v
	c.Identify("u1", safe)
}

func keyDeletedFromTheResult(c *customerio.CustomerIO, email string) {
	m := sanitize.Attributes(map[string]any{"email": email, "plan": "pro"})
	delete(m, "plan")
	c.Identify("u1", m)
}

func sanitizedTwice(c *customerio.CustomerIO, email string) {
	c.Identify("u1", sanitize.Attributes(sanitize.Attributes(map[string]any{"email": email})))
}

func cloneOfTheResult(c *customerio.CustomerIO, email string) {
	c.Identify("u1", maps.Clone(sanitize.Attributes(map[string]any{"email": email})))
}

func resultCopiedIntoAFreshMap(c *customerio.CustomerIO, email string) {
	m := map[string]any{}
	maps.Copy(m, sanitize.Attributes(map[string]any{"email": email}))
	c.Identify("u1", m)
}

func sanitizerMethod(c *customerio.CustomerIO, email string) {
	s := sanitize.New(sanitize.Allow("phone"))
	c.Identify("u1", s.Attributes(map[string]any{"email": email, "phone": email}))
}

type profile struct {
	Email string `json:"email"`
	Phone string `json:"phone"`
}

func sanitizedStruct(c *customerio.CustomerIO, p profile) {
	attributes, _ := sanitize.Value(p).(map[string]any)
	c.Identify("u1", attributes)
}

func sanitizedStructOfARequest(ctx context.Context, c *customerio.CustomerIO, p profile) {
	attributes, ok := sanitize.Default().WithContext(ctx).Value(p).(map[string]any)
	if !ok {
		return
	}
	c.Identify("u1", attributes)
}

func structSanitizedAndMore(c *customerio.CustomerIO, p profile) {
	attributes, _ := sanitize.Value(p).(map[string]any)
	attributes["phone"] = p.Phone
	c.Identify("u1", attributes) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer and holds "phone"`
}

func structMarshalledBack(c *customerio.CustomerIO, p profile) error {
	text, err := json.Marshal(p)
	if err != nil {
		return err
	}
	var attributes map[string]any
	if err := json.Unmarshal(text, &attributes); err != nil {
		return err
	}
	return c.Identify("u1", attributes) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer and holds "phone"`
}

func sanitizerMethodValue(c *customerio.CustomerIO, email string) {
	clean := sanitize.New().Attributes
	c.Identify("u1", clean(map[string]any{"email": email}))
}

func sanitizerInAVariable(c *customerio.CustomerIO, email string) {
	clean := sanitize.Attributes
	c.Identify("u1", clean(map[string]any{"email": email}))
}

func sanitizerMadeButNotUsed(c *customerio.CustomerIO, email string) {
	s := sanitize.New()
	m := map[string]any{"email": email}
	s.Attributes(m)
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func onlyTheInnerMapSanitized(c *customerio.CustomerIO, v string) {
	c.Identify("u1", map[string]any{"phone": v, "profile": sanitize.Attributes(map[string]any{"email": v})}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer and holds "phone"; wrap it in sanitize.Attributes`
}

func outerMapSanitized(c *customerio.CustomerIO, v string) {
	c.Identify("u1", sanitize.Attributes(map[string]any{"phone": v, "profile": map[string]any{"email": v}}))
}

func decodedJSON(c *customerio.CustomerIO, r *http.Request) error {
	var m map[string]any
	if err := json.NewDecoder(r.Body).Decode(&m); err != nil {
		return err
	}
	return c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func decodedJSONSanitized(c *customerio.CustomerIO, r *http.Request) error {
	var m map[string]any
	if err := json.NewDecoder(r.Body).Decode(&m); err != nil {
		return err
	}
	return c.Identify("u1", sanitize.Attributes(m))
}

func filterIsNoSanitizer(c *customerio.CustomerIO, src map[string]any) {
	m := map[string]any{}
	for k, v := range src {
		if !strings.Contains(k, "ssn") {
			m[k] = v
		}
	}
	c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func inAClosure(c *customerio.CustomerIO, email string) {
	m := map[string]any{"email": email}
	func() {
		c.Identify("u1", m) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
	}()
}

func inAClosureSanitized(c *customerio.CustomerIO, email string) {
	m := sanitize.Attributes(map[string]any{"email": email})
	func() {
		c.Identify("u1", m)
	}()
}

func sanitizedInACalledClosure(c *customerio.CustomerIO, email string) {
	m := map[string]any{"email": email}
	m = func() map[string]any { return sanitize.Attributes(m) }()
	c.Identify("u1", m)
}

func deferred(c *customerio.CustomerIO, email string) {
	defer c.Identify("u1", map[string]any{"email": email}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func deferredSanitized(c *customerio.CustomerIO, email string) {
	defer c.Identify("u1", sanitize.Attributes(map[string]any{"email": email}))
}

func goroutine(c *customerio.CustomerIO, email string) {
	go c.Identify("u1", map[string]any{"email": email}) // want `payload of \(\*customerio.CustomerIO\).Identify skips the sanitizer; wrap it in sanitize.Attributes`
}

func goroutineSanitized(c *customerio.CustomerIO, email string) {
	go c.Identify("u1", sanitize.Attributes(map[string]any{"email": email}))
}

func everyMethodOfTheTrackClient(ctx context.Context, c *customerio.CustomerIO, v string) {
	c.IdentifyCtx(ctx, "u1", map[string]any{"email": v})                 // want `payload of \(\*customerio.CustomerIO\).IdentifyCtx skips the sanitizer; wrap it in sanitize.Attributes`
	c.Track("u1", "seen", map[string]any{"path": v})                     // want `payload of \(\*customerio.CustomerIO\).Track skips the sanitizer; wrap it in sanitize.Attributes`
	c.TrackCtx(ctx, "u1", "seen", map[string]any{"path": v})             // want `payload of \(\*customerio.CustomerIO\).TrackCtx skips the sanitizer; wrap it in sanitize.Attributes`
	c.TrackAnonymous("a1", "seen", map[string]any{"path": v})            // want `payload of \(\*customerio.CustomerIO\).TrackAnonymous skips the sanitizer; wrap it in sanitize.Attributes`
	c.TrackAnonymousCtx(ctx, "a1", "seen", map[string]any{"path": v})    // want `payload of \(\*customerio.CustomerIO\).TrackAnonymousCtx skips the sanitizer; wrap it in sanitize.Attributes`
	c.AddDevice("u1", "d1", "ios", map[string]any{"app": v})             // want `payload of \(\*customerio.CustomerIO\).AddDevice skips the sanitizer; wrap it in sanitize.Attributes`
	c.AddDeviceCtx(ctx, "u1", "d1", "ios", map[string]any{"app": v})     // want `payload of \(\*customerio.CustomerIO\).AddDeviceCtx skips the sanitizer; wrap it in sanitize.Attributes`
	_, _ = customerio.NewDevice("d1", "ios", map[string]any{"model": v}) // want `payload of customerio.NewDevice skips the sanitizer; wrap it in sanitize.Attributes`
}

func everyMethodOfTheTrackClientSanitized(ctx context.Context, c *customerio.CustomerIO, v string) {
	c.IdentifyCtx(ctx, "u1", sanitize.Attributes(map[string]any{"email": v}))
	c.Track("u1", "seen", sanitize.Attributes(map[string]any{"path": v}))
	c.TrackCtx(ctx, "u1", "seen", sanitize.Attributes(map[string]any{"path": v}))
	c.TrackAnonymous("a1", "seen", sanitize.Attributes(map[string]any{"path": v}))
	c.TrackAnonymousCtx(ctx, "a1", "seen", sanitize.Attributes(map[string]any{"path": v}))
	c.AddDevice("u1", "d1", "ios", sanitize.Attributes(map[string]any{"app": v}))
	c.AddDeviceCtx(ctx, "u1", "d1", "ios", sanitize.Attributes(map[string]any{"app": v}))
	_, _ = customerio.NewDevice("d1", "ios", sanitize.Attributes(map[string]any{"model": v}))
}
