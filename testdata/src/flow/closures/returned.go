package closures

import customerio "github.com/customerio/go-customerio/v3"

func literalReturnedByALiteral(c *customerio.CustomerIO, u user) {
	m := map[string]any{}
	set := func(key string) func(any) { return func(v any) { m[key] = v } }
	set("plan")("pro")
	set("ssn")(u.Name) // want `never-send key "ssn" reaches`
	c.Identify("u1", m)
}

func literalReturnedForAnotherMap(c *customerio.CustomerIO, u user) {
	m, private := map[string]any{}, map[string]any{}
	set := func(m map[string]any, key string) func(any) { return func(v any) { m[key] = v } }
	set(private, "ssn")(u.Name)
	set(m, "plan")("pro")
	c.Identify("u1", m)
}

func literalReturnedButNotCalled(c *customerio.CustomerIO, u user) func(any) {
	m := map[string]any{"plan": "pro"}
	set := func(key string) func(any) { return func(v any) { m[key] = v } }
	set("plan")("pro")
	c.Identify("u1", m)
	return set("ssn")
}

func tableOfGetters(c *customerio.CustomerIO, u user) {
	get := map[string]func(user) any{"note": func(u user) any { return u.SSN }} // want `never-send value SSN reaches`
	m := map[string]any{}
	for k, f := range get {
		m[k] = f(u)
	}
	c.Identify("u1", m)
}

func tableOfHarmlessGetters(c *customerio.CustomerIO, u user) {
	get := map[string]func(user) any{"a": func(u user) any { return u.Name }, "b": func(u user) any { return len(u.SSN) }}
	m := map[string]any{}
	for k, f := range get {
		m[k] = f(u)
	}
	c.Identify("u1", m)
}
