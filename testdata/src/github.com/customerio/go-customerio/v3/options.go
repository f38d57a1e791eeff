// Stub written from the public signatures, for tests.

package customerio

import (
	"net/url"
	"time"
)

// Defaults of the clients.
const (
	Version            = "3.8.0"
	DefaultUserAgent   = "Customer.io Go Client/" + Version
	DefaultHTTPTimeout = 30 * time.Second
)

// Option configures the clients.
type Option interface {
	applyAPI(*APIClient)
	applyTrack(*CustomerIO)
}

type option struct{}

func (option) applyAPI(*APIClient)    {}
func (option) applyTrack(*CustomerIO) {}

// Region is where a workspace lives.
type Region string

// The regions.
const (
	RegionUS Region = "us"
	RegionEU Region = "eu"
)

// APIURL is the base URL of the App API.
func (r Region) APIURL() string { return "https://api.customer.io" }

// TrackURL is the base URL of the Track API.
func (r Region) TrackURL() string { return "https://track.customer.io" }

// WithRegion selects the hosts.
func WithRegion(r Region) Option { return option{} }

// WithHTTPClient replaces the HTTP client.
func WithHTTPClient(client HTTPClient) Option { return option{} }

// WithURL replaces the base URL.
func WithURL(url string) Option { return option{} }

// WithUserAgent replaces the user agent.
func WithUserAgent(ua string) Option { return option{} }

// TrackOption sets top-level fields of an event.
type TrackOption func(map[string]any)

// TrackType is the type of an event.
type TrackType string

// The types of events.
const (
	TrackTypeEvent  TrackType = "event"
	TrackTypePage   TrackType = "page"
	TrackTypeScreen TrackType = "screen"
)

// WithEventID sets the field id.
func WithEventID(id string) TrackOption {
	return func(payload map[string]any) { payload["id"] = id }
}

// WithEventTimestamp sets the field timestamp.
func WithEventTimestamp(timestamp time.Time) TrackOption {
	return func(payload map[string]any) { payload["timestamp"] = timestamp.Unix() }
}

// WithEventType sets the field type.
func WithEventType(typ TrackType) TrackOption {
	return func(payload map[string]any) { payload["type"] = typ }
}

// SegmentOption sets query parameters of a segment request.
type SegmentOption func(url.Values)

// WithSegmentIDType says what the ids are.
func WithSegmentIDType(t IdentifierType) SegmentOption {
	return func(v url.Values) { v.Set("id_type", string(t)) }
}
