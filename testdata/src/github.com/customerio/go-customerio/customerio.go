// Stub written from the public signatures, for tests.

// Package customerio has the surface of go-customerio v2.0.0, which modules
// import without a suffix as v2.0.0+incompatible.
package customerio

import "net/http"

// CustomerIO is the Track client.
type CustomerIO struct {
	siteID string
	apiKey string
	URL    string
	Client *http.Client
}

// NewTrackClient returns a Track client.
func NewTrackClient(siteID, apiKey string) *CustomerIO {
	return &CustomerIO{siteID: siteID, apiKey: apiKey}
}

// NewCustomerIO is the old name of NewTrackClient.
func NewCustomerIO(siteID, apiKey string) *CustomerIO {
	return NewTrackClient(siteID, apiKey)
}

// CustomerIOError is the failed answer of the API.
type CustomerIOError struct {
	status int
	url    string
	body   []byte
}

func (e *CustomerIOError) Error() string { return e.url }

// ParamError names a missing parameter.
type ParamError struct {
	Param string
}

func (e ParamError) Error() string { return e.Param }

func (c *CustomerIO) Identify(customerID string, attributes map[string]interface{}) error {
	return nil
}

func (c *CustomerIO) Track(customerID string, eventName string, data map[string]interface{}) error {
	return nil
}

func (c *CustomerIO) TrackAnonymous(eventName string, data map[string]interface{}) error {
	return nil
}

func (c *CustomerIO) Delete(customerID string) error { return nil }

func (c *CustomerIO) AddDevice(customerID string, deviceID string, platform string, data map[string]interface{}) error {
	return nil
}

func (c *CustomerIO) DeleteDevice(customerID string, deviceID string) error { return nil }
