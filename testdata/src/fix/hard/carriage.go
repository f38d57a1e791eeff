package hard

import (
	"github.com/customerio/go-customerio/v3"
)

func carriage(c *customerio.CustomerIO, u user) {
	m := map[string]any{
		"email": u.Email,
		"ssn": u.SSN,
	}
	c.Identify(u.ID, m)
}
