package environment

import (
	"fmt"

	"fix/environment/settings"

	"github.com/customerio/go-customerio/v3"
)

// The import goes with the only use.
func elsewhere(site string) *customerio.CustomerIO {
	fmt.Println(site)
	return customerio.NewTrackClient(site, settings.Key) // want `hardcoded track API key`
}
