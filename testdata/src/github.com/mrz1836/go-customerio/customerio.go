// Stub written from the public signatures, for tests.

// Package customerio has the surface of mrz1836/go-customerio v1.5.0, without
// the methods whose signatures name types of its HTTP library.
package customerio

import (
	"errors"
	"io"
	"time"
)

// Client is the client of all its APIs.
type Client struct {
	options *clientOptions
}

type clientOptions struct {
	siteID, trackingAPIKey, appAPIKey string
}

// ClientOps configures a client.
type ClientOps func(c *clientOptions)

// NewClient returns a client.
func NewClient(opts ...ClientOps) (*Client, error) { return &Client{}, nil }

// WithTrackingKey sets the key pair of the Track API.
func WithTrackingKey(siteID, trackingAPIKey string) ClientOps {
	return func(c *clientOptions) { c.siteID, c.trackingAPIKey = siteID, trackingAPIKey }
}

// WithAppKey sets the key of the App API.
func WithAppKey(appAPIKey string) ClientOps {
	return func(c *clientOptions) { c.appAPIKey = appAPIKey }
}

type region struct {
	apiURL, betaURL, trackURL string
}

// The regions a workspace can live in.
var (
	RegionUS = region{trackURL: "https://track.customer.io"}
	RegionEU = region{trackURL: "https://track-eu.customer.io"}
)

// Options that carry no data.
func WithRegion(r region) ClientOps                   { return func(*clientOptions) {} }
func WithHTTPTimeout(timeout time.Duration) ClientOps { return func(*clientOptions) {} }
func WithRequestTracing() ClientOps                   { return func(*clientOptions) {} }
func WithRetryCount(retries int) ClientOps            { return func(*clientOptions) {} }
func WithUserAgent(userAgent string) ClientOps        { return func(*clientOptions) {} }

// RegionInfo answers FindRegion.
type RegionInfo struct {
	DataCenter    string `json:"data_center"`
	EnvironmentID uint64 `json:"environment_id"`
	URL           string `json:"url"`
}

func (c *Client) FindRegion() (region *RegionInfo, err error) { return nil, nil }
func (c *Client) TestAuth() error                             { return nil }
func (c *Client) GetUserAgent() string                        { return "" }

// DevicePlatform is the platform of a device.
type DevicePlatform string

// The platforms.
const (
	PlatformIOs     DevicePlatform = "ios"
	PlatformAndroid DevicePlatform = "android"
)

// Device is a device of a person.
type Device struct {
	ID       string         `json:"id"`
	LastUsed int64          `json:"last_used"`
	Platform DevicePlatform `json:"platform"`
}

func (c *Client) UpdateCustomer(customerIDOrEmail string, attributes map[string]interface{}) error {
	return nil
}

func (c *Client) DeleteCustomer(customerIDOrEmail string) error { return nil }

func (c *Client) UpdateDevice(customerIDOrEmail string, device *Device) error { return nil }

func (c *Client) DeleteDevice(customerIDOrEmail, deviceID string) error { return nil }

func (c *Client) NewEvent(customerIDOrEmail string, eventName string, timestamp time.Time, data map[string]interface{}) error {
	return nil
}

func (c *Client) NewAnonymousEvent(eventName string, timestamp time.Time, data map[string]interface{}) error {
	return nil
}

func (c *Client) NewEventUsingInterface(customerIDOrEmail string, eventName string, timestamp time.Time, data interface{}) error {
	return nil
}

func (c *Client) UpdateCollection(collectionID, collectionName string, items []map[string]interface{}) error {
	return nil
}

func (c *Client) UpdateCollectionViaURL(collectionID, collectionName string, jsonURL string) error {
	return nil
}

// EmailRequest is one transactional email.
type EmailRequest struct {
	AMPBody                 string                 `json:"amp_body,omitempty"`
	Attachments             map[string]string      `json:"attachments,omitempty"`
	BCC                     string                 `json:"bcc,omitempty"`
	Body                    string                 `json:"body,omitempty"`
	DisableMessageRetention *bool                  `json:"disable_message_retention,omitempty"`
	EnableTracking          *bool                  `json:"tracked,omitempty"`
	FakeBCC                 *bool                  `json:"fake_bcc,omitempty"`
	From                    string                 `json:"from,omitempty"`
	Headers                 map[string]string      `json:"headers,omitempty"`
	Identifiers             map[string]string      `json:"identifiers"`
	MessageData             map[string]interface{} `json:"message_data,omitempty"`
	PlaintextBody           string                 `json:"plaintext_body,omitempty"`
	Preheader               string                 `json:"preheader,omitempty"`
	QueueDraft              *bool                  `json:"queue_draft,omitempty"`
	ReplyTo                 string                 `json:"reply_to,omitempty"`
	SendToUnsubscribed      *bool                  `json:"send_to_unsubscribed,omitempty"`
	Subject                 string                 `json:"subject,omitempty"`
	To                      string                 `json:"to,omitempty"`
	TransactionalMessageID  string                 `json:"transactional_message_id,omitempty"`
}

// Attach adds a file.
func (e *EmailRequest) Attach(name string, value io.Reader) error { return nil }

// EmailResponse answers SendEmail.
type EmailResponse struct {
	TransactionalResponse
}

// TransactionalResponse answers a transactional send.
type TransactionalResponse struct {
	DeliveryID string    `json:"delivery_id"`
	QueuedAt   time.Time `json:"queued_at"`
}

func (c *Client) SendEmail(emailRequest *EmailRequest) (*EmailResponse, error) { return nil, nil }

// ErrAttachmentExists refuses a second attachment of the same name.
var ErrAttachmentExists = errors.New("attachment exists")

// ParamError names a missing parameter.
type ParamError struct {
	Param string
}

func (p ParamError) Error() string { return p.Param }
