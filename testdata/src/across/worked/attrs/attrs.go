// Mode: unless-clean.

// Package attrs is the first of the worked example in docs/how-it-works.md.
package attrs

type User struct{ Plan, SSN string }

func Profile(u User, note string) map[string]any { // want Profile:`^returns {plan: p0.Plan, note: p1}$`
	m := map[string]any{"plan": u.Plan}
	Add(m, "note", note)
	return m
}

func Add(m map[string]any, key, value string) { m[key] = value } // want Add:`^writes p0\[\?\] p2$`
