// Stub written from the public signatures, for tests.

package customerio

import (
	"context"
	"errors"
	"io"
	"net/http"
	"time"
)

// APIClient is the App API client.
type APIClient struct {
	Key    string
	URL    string
	Client *http.Client
}

// NewAPIClient returns an App API client.
func NewAPIClient(key string) *APIClient { return &APIClient{Key: key} }

// ErrAttachmentExists refuses a second attachment of the same name.
var ErrAttachmentExists = errors.New("attachment exists")

// SendEmailRequest is one transactional email.
type SendEmailRequest struct {
	MessageData             map[string]interface{} `json:"message_data,omitempty"`
	TransactionalMessageID  string                 `json:"transactional_message_id,omitempty"`
	Identifiers             map[string]string      `json:"identifiers"`
	Headers                 map[string]string      `json:"headers,omitempty"`
	From                    string                 `json:"from,omitempty"`
	To                      string                 `json:"to,omitempty"`
	ReplyTo                 string                 `json:"reply_to,omitempty"`
	BCC                     string                 `json:"bcc,omitempty"`
	Subject                 string                 `json:"subject,omitempty"`
	Preheader               string                 `json:"preheader,omitempty"`
	Body                    string                 `json:"body,omitempty"`
	PlaintextBody           string                 `json:"plaintext_body,omitempty"`
	AMPBody                 string                 `json:"amp_body,omitempty"`
	FakeBCC                 *bool                  `json:"fake_bcc,omitempty"`
	Attachments             map[string]string      `json:"attachments,omitempty"`
	DisableMessageRetention *bool                  `json:"disable_message_retention,omitempty"`
	SendToUnsubscribed      *bool                  `json:"send_to_unsubscribed,omitempty"`
	EnableTracking          *bool                  `json:"tracked,omitempty"`
	QueueDraft              *bool                  `json:"queue_draft,omitempty"`
}

// Attach adds a file.
func (e *SendEmailRequest) Attach(name string, value io.Reader) error { return nil }

// SendEmailResponse answers SendEmail.
type SendEmailResponse struct {
	TransactionalResponse
}

// SendEmail sends one transactional email.
func (c *APIClient) SendEmail(ctx context.Context, req *SendEmailRequest) (*SendEmailResponse, error) {
	return nil, nil
}

// TransactionalResponse answers a transactional send.
type TransactionalResponse struct {
	DeliveryID string    `json:"delivery_id"`
	QueuedAt   time.Time `json:"queued_at"`
}

// UnmarshalJSON reads the answer, whose time is in seconds.
func (t *TransactionalResponse) UnmarshalJSON(b []byte) error { return nil }

// TransactionalError is a refused transactional send.
type TransactionalError struct {
	Err        string
	StatusCode int
}

func (e *TransactionalError) Error() string { return e.Err }
