// Stub written from the public signatures, for tests.

// Package customerio has the surface of go-customerio v1.2.0, the last release
// of the first generation: same import path as v2.0.0, other methods.
package customerio

// CustomerIO is the Track client. SSL=false sends everything over plain http.
type CustomerIO struct {
	siteID string
	apiKey string
	Host   string
	SSL    bool
}

// NewCustomerIO returns a Track client.
func NewCustomerIO(siteID, apiKey string) *CustomerIO {
	return &CustomerIO{siteID: siteID, apiKey: apiKey, SSL: true}
}

// CustomerIOError is the failed answer of the API.
type CustomerIOError struct {
	status int
	url    string
	body   []byte
}

func (e *CustomerIOError) Error() string { return e.url }

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

func (c *CustomerIO) AddCustomersToSegment(segmentID int, customerIDs []string) error {
	return nil
}

func (c *CustomerIO) RemoveCustomersFromSegment(segmentID int, customerIDs []string) error {
	return nil
}
