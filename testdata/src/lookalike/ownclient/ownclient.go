// Mode: always.

// Package ownclient declares the SDK's names itself, beside a real import that is used for other things.
package ownclient

import (
	"encoding/json"
	"os"

	sdk "github.com/customerio/go-customerio/v3"
)

// CustomerIO is a recorder for tests.
type CustomerIO struct{ calls []map[string]any }

// Identify records.
func (c *CustomerIO) Identify(customerID string, attributes map[string]any) error {
	c.calls = append(c.calls, attributes)
	return nil
}

// Track records.
func (c *CustomerIO) Track(customerID, eventName string, data map[string]any) error {
	c.calls = append(c.calls, data)
	return nil
}

// APIClient is a settings record.
type APIClient struct{ Key, URL string }

// NewAPIClient is a constructor of the package's own type.
func NewAPIClient(key string) *APIClient { return &APIClient{Key: key} }

func recorder(c *CustomerIO, v string) {
	c.Identify("u1", map[string]any{"ssn": v})
	c.Track("u1", "paid", map[string]any{"card_number": v})
}

func settings() *APIClient {
	a := NewAPIClient("00112233445566778899aabbccddeeff")
	a.Key = "00112233445566778899aabbccddeeff"
	return a
}

// customerio shadows the SDK's usual package name.
var customerio recorderOf

type recorderOf struct{ CustomerIO }

func shadowedPackageName(v string) {
	customerio.Identify("u1", map[string]any{"password": v})
}

func realClientThatSendsNoPayload(v string) error {
	c := sdk.NewTrackClient(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
	private := map[string]any{"ssn": v}
	b, err := json.Marshal(private)
	if err != nil {
		return err
	}
	if err := os.WriteFile("private.json", b, 0o600); err != nil {
		return err
	}
	return c.Delete("u1") // want `person deleted by`
}

func realRequestThatIsNotSent(v string) *sdk.SendEmailRequest {
	return &sdk.SendEmailRequest{To: "pat@example.com", MessageData: map[string]any{"ssn": v}}
}

func recordedBesideTheRealClient(c *sdk.CustomerIO, r *CustomerIO, v string) {
	r.Identify("u1", map[string]any{"ssn": v})
	c.Identify("u1", nil)
}
