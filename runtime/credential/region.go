package credential

import (
	"fmt"
	"net"
	"net/url"
	"strings"
)

// Region is where the data of a Customer.io account lives. There is no default: data sent to the wrong region may be
// logged there, and is redirected or lost.
type Region string

// The two regions.
const (
	RegionUS Region = "us"
	RegionEU Region = "eu"
)

// hosts are those of https://docs.customer.io/files/journeys-track.json,
// https://docs.customer.io/accounts-and-workspaces/managing-credentials.md and
// https://docs.customer.io/files/pipelines.json.
var hosts = map[Region]struct{ track, app, cdp string }{
	RegionUS: {"https://track.customer.io", "https://api.customer.io", "https://cdp.customer.io"},
	RegionEU: {"https://track-eu.customer.io", "https://api-eu.customer.io", "https://cdp-eu.customer.io"},
}

// Check returns an error that is [ErrConfig] for anything but the two regions.
func (r Region) Check() error {
	if _, known := hosts[r]; !known {
		return fmt.Errorf(`%w: the region is %q, expected "us" or "eu", the account's own`, ErrConfig, string(r))
	}
	return nil
}

// TrackURL returns the base URL of the region's Track API, "" for an unknown region.
func (r Region) TrackURL() string { return hosts[r].track }

// AppURL returns the base URL of the region's App API, "" for an unknown region.
func (r Region) AppURL() string { return hosts[r].app }

// CDPURL returns the base URL of the region's Data Pipelines API, which the SDK calls its endpoint: without /v1. It is ""
// for an unknown region.
func (r Region) CDPURL() string { return hosts[r].cdp }

// CheckBaseURL refuses an address that keys and people must not be sent to: only https will do, and plain http for this
// machine, as in tests and for a proxy beside the service. A user, a query or a fragment has no place in it. The error is
// [ErrConfig] and does not show the address, which may be a key in the wrong place.
func CheckBaseURL(text string) error {
	u, err := url.Parse(text)
	switch {
	case err != nil || u.Host == "":
		return fmt.Errorf("%w: the base URL is not a URL, expected one such as %s", ErrConfig, RegionUS.TrackURL())
	case u.User != nil || strings.ContainsAny(text, "?#"): // also empty ones, which would swallow the path
		return fmt.Errorf("%w: the base URL has a user, a query or a fragment", ErrConfig)
	case u.Scheme == "https" || u.Scheme == "http" && isLocal(u.Hostname()):
		return nil
	}
	return fmt.Errorf("%w: the base URL is not an https URL", ErrConfig)
}

func isLocal(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
