// Package lined is made from other files, and says so.
package lined

import "github.com/customerio/go-customerio/v3"

func first(c *customerio.CustomerIO, v string) error {
	return c.Identify("u1", map[string]any{"ssn": v}) // want `never-send key "ssn"`
}

//line other.go:12
func fromGo(c *customerio.CustomerIO, v string) error {
	return c.Identify("u1", map[string]any{"ssn": v}) // want `never-send key "ssn"`
}

//line page.tmpl:3
func fromTemplate(c *customerio.CustomerIO, v string) error {
	return c.Identify("u1", map[string]any{"iban": v}) // want `never-send key "iban"`
}
