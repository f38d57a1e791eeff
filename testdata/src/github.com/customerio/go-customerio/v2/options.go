// Stub written from the public signatures, for tests.

package customerio

import "net/http"

type option struct {
	api   func(*APIClient)
	track func(*CustomerIO)
}

type region struct {
	ApiURL   string
	TrackURL string
}

// The regions a workspace can live in.
var (
	RegionUS = region{ApiURL: "https://api.customer.io", TrackURL: "https://track.customer.io"}
	RegionEU = region{ApiURL: "https://api-eu.customer.io", TrackURL: "https://track-eu.customer.io"}
)

// WithRegion selects the hosts.
func WithRegion(r region) option { return option{} }

// WithHTTPClient replaces the HTTP client.
func WithHTTPClient(client *http.Client) option { return option{} }
