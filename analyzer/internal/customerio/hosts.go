package customerio

import (
	"net/url"
	"strings"
)

// hosts are the hosts of Customer.io that take data, in both regions.
var hosts = map[string]bool{
	"track.customer.io": true, "track-eu.customer.io": true,
	"api.customer.io": true, "api-eu.customer.io": true,
	"cdp.customer.io": true, "cdp-eu.customer.io": true,
	"beta-api.customer.io": true, "beta-api-eu.customer.io": true,
}

// IsHost reports whether a URL, or a bare host name, points at a host of
// Customer.io that takes data: the Track, App and CDP APIs in both regions.
// Its user interface, documentation and asset hosts are none.
func IsHost(rawURL string) bool {
	if !strings.Contains(rawURL, "://") {
		rawURL = "//" + rawURL
	}
	u, err := url.Parse(rawURL)
	return err == nil && hosts[strings.ToLower(u.Hostname())]
}
