package credential

import "fmt"

// Region is where the data of a Customer.io account lives. There is no default: data sent to the wrong region may be
// logged there, and is redirected or lost.
type Region string

// The two regions.
const (
	RegionUS Region = "us"
	RegionEU Region = "eu"
)

// hosts are those of https://docs.customer.io/files/journeys-track.json and
// https://docs.customer.io/accounts-and-workspaces/managing-credentials.md.
var hosts = map[Region]struct{ track, app string }{
	RegionUS: {"https://track.customer.io", "https://api.customer.io"},
	RegionEU: {"https://track-eu.customer.io", "https://api-eu.customer.io"},
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
