package identifier

import customerio "github.com/customerio/go-customerio/v3"

func both(c *customerio.CustomerIO, u user) {
	c.Identify(u.Phone, map[string]any{"ssn": u.SSN}) // want `hash value Phone is used as customer ID` `never-send key "ssn" reaches`
}
