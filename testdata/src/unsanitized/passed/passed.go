// Mode: unless-clean.

// Package passed chooses the keys that other packages send.
package passed

import (
	"encoding/json"

	"unsanitized/passed/options"
)

type user struct{ Plan, Passport string }

func fields(c *options.Client, u user, body []byte) {
	_ = c.Field("u1", "plan", u.Plan)
	_ = c.Field("u1", "passport", u.Passport) // want `never-send key "passport"`
	var got any
	_ = json.Unmarshal(body, &got)
	_ = c.Field("u1", "plan", got) // want `payload of .* skips the sanitizer`
	_ = c.Plan("u1", "free")
	_ = c.Plan("u1", map[string]any{"passport": u.Passport}) // want `never-send key "passport"`
	_ = c.Plan("u1", got)                                    // want `payload of .* skips the sanitizer`
	_ = c.Prefix("u1", "plan", u.Plan)
	_ = c.Prefix("u1", "passport", u.Passport) // want `never-send`
	var name string
	_ = json.Unmarshal(body, &name)
	_ = c.Field("u1", name, u.Plan) // want `payload of .* skips the sanitizer`
}

func chosen(c *options.Client, u user) {
	_ = c.Send("u1", options.With("plan", u.Plan))
	_ = c.Send("u1", options.With("passport", u.Passport)) // want `never-send key "passport"`
	_ = c.Send("u1", options.FromEnv(u.Plan))              // want `payload of .* skips the sanitizer`
}
