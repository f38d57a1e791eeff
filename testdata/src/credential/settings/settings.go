// Mode: never.

// Package settings makes clients with what another package keeps.
package settings

import (
	"credential/settings/conf"

	"github.com/customerio/go-customerio/v3"
)

func fromDefault() *customerio.CustomerIO {
	c := conf.Default()
	return customerio.NewTrackClient(c.SiteID, c.APIKey) // want `hardcoded site ID "77aa…"` `hardcoded track API key "0e8d…"`
}

func inPlace() *customerio.APIClient {
	return customerio.NewAPIClient(conf.Default().APIKey) // want `hardcoded App API key "0e8d…"`
}

func fromPointer() *customerio.APIClient {
	return customerio.NewAPIClient(conf.Pointer().APIKey) // want `hardcoded App API key "1e8d…"`
}

func fromVariable() *customerio.APIClient {
	return customerio.NewAPIClient(conf.Fixed.APIKey) // want `hardcoded App API key "2e8d…"`
}

// What else a field holds is known by its name, as ever.
func token(c *customerio.CustomerIO) error {
	return c.Identify("5", map[string]any{"note": conf.Make().Token}) // want `never-send value TOKEN reaches`
}

// All that follows is fine.

func fromEnvironment() *customerio.CustomerIO {
	c := conf.Environment()
	return customerio.NewTrackClient(c.SiteID, c.APIKey)
}

func fillIn() *customerio.CustomerIO {
	c := conf.Placeholders()
	return customerio.NewTrackClient(c.SiteID, c.APIKey)
}

func region(c *customerio.CustomerIO) error {
	return c.Identify("5", map[string]any{"region": conf.Default().Region})
}
