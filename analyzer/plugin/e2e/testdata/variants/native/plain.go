package native

import "github.com/customerio/go-customerio/v3"

func plain(c *customerio.CustomerIO, v string) error {
	return c.Identify("u1", map[string]any{"ssn": v}) // want `never-send key "ssn"`
}

func silenced(c *customerio.CustomerIO, v string) error {
	return c.Identify("u1", map[string]any{"ssn": v}) //ciolint:ignore neversend until May, see DPO-12
}
