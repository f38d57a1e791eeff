// Stub written from the public signatures, for tests.

package customerio

import (
	"context"
	"encoding/json"
	"io"
)

// SendEmailRequest is one transactional email.
type SendEmailRequest struct {
	MessageData             map[string]any    `json:"message_data,omitempty"`
	TransactionalMessageID  string            `json:"transactional_message_id,omitempty"`
	Identifiers             map[string]string `json:"identifiers"`
	Headers                 map[string]string `json:"headers,omitempty"`
	From                    string            `json:"from,omitempty"`
	To                      string            `json:"to,omitempty"`
	ReplyTo                 string            `json:"reply_to,omitempty"`
	CC                      string            `json:"cc,omitempty"`
	BCC                     string            `json:"bcc,omitempty"`
	Subject                 string            `json:"subject,omitempty"`
	Preheader               string            `json:"preheader,omitempty"`
	Body                    string            `json:"body,omitempty"`
	PlaintextBody           string            `json:"body_plain,omitempty"`
	AMPBody                 string            `json:"body_amp,omitempty"`
	FakeBCC                 *bool             `json:"fake_bcc,omitempty"`
	Attachments             map[string]string `json:"attachments,omitempty"`
	DisableMessageRetention *bool             `json:"disable_message_retention,omitempty"`
	SendToUnsubscribed      *bool             `json:"send_to_unsubscribed,omitempty"`
	EnableTracking          *bool             `json:"tracked,omitempty"`
	QueueDraft              *bool             `json:"queue_draft,omitempty"`
	DisableCSSPreprocessing *bool             `json:"disable_css_preprocessing,omitempty"`
	SendAt                  *int64            `json:"send_at,omitempty"`
	Language                *string           `json:"language,omitempty"`
}

// Attach adds a file.
func (e *SendEmailRequest) Attach(name string, value io.Reader) error { return nil }

// SendEmailResponse answers SendEmail.
type SendEmailResponse struct{ TransactionalResponse }

// SendEmail sends one transactional email.
func (c *APIClient) SendEmail(ctx context.Context, req *SendEmailRequest) (*SendEmailResponse, error) {
	return nil, nil
}

// SendPushRequest is one transactional push message.
type SendPushRequest struct {
	MessageData             map[string]any    `json:"message_data,omitempty"`
	TransactionalMessageID  string            `json:"transactional_message_id,omitempty"`
	Identifiers             map[string]string `json:"identifiers"`
	To                      string            `json:"to,omitempty"`
	DisableMessageRetention *bool             `json:"disable_message_retention,omitempty"`
	SendToUnsubscribed      *bool             `json:"send_to_unsubscribed,omitempty"`
	QueueDraft              *bool             `json:"queue_draft,omitempty"`
	SendAt                  *int64            `json:"send_at,omitempty"`
	Language                *string           `json:"language,omitempty"`
	Title                   string            `json:"title,omitempty"`
	Message                 string            `json:"message,omitempty"`
	ImageURL                string            `json:"image_url,omitempty"`
	Link                    string            `json:"link,omitempty"`
	CustomData              json.RawMessage   `json:"custom_data,omitempty"`
	CustomPayload           json.RawMessage   `json:"custom_payload,omitempty"`
	Device                  *Device           `json:"custom_device,omitempty"`
	Sound                   string            `json:"sound,omitempty"`
}

// SendPushResponse answers SendPush.
type SendPushResponse struct{ TransactionalResponse }

// SendPush sends one transactional push message.
func (c *APIClient) SendPush(ctx context.Context, req *SendPushRequest) (*SendPushResponse, error) {
	return nil, nil
}

// SendSMSRequest is one transactional text message.
type SendSMSRequest struct {
	MessageData             map[string]any    `json:"message_data,omitempty"`
	TransactionalMessageID  string            `json:"transactional_message_id,omitempty"`
	Identifiers             map[string]string `json:"identifiers"`
	DisableMessageRetention *bool             `json:"disable_message_retention,omitempty"`
	SendToUnsubscribed      *bool             `json:"send_to_unsubscribed,omitempty"`
	QueueDraft              *bool             `json:"queue_draft,omitempty"`
	SendAt                  *int64            `json:"send_at,omitempty"`
	Language                *string           `json:"language,omitempty"`
	From                    string            `json:"from,omitempty"`
	To                      string            `json:"to,omitempty"`
}

// SendSMSResponse answers SendSMS.
type SendSMSResponse struct{ TransactionalResponse }

// SendSMS sends one transactional text message.
func (c *APIClient) SendSMS(ctx context.Context, req *SendSMSRequest) (*SendSMSResponse, error) {
	return nil, nil
}

// SendWhatsAppRequest is one transactional WhatsApp message.
type SendWhatsAppRequest struct {
	MessageData             map[string]any    `json:"message_data,omitempty"`
	TransactionalMessageID  string            `json:"transactional_message_id,omitempty"`
	Identifiers             map[string]string `json:"identifiers"`
	DisableMessageRetention *bool             `json:"disable_message_retention,omitempty"`
	SendToUnsubscribed      *bool             `json:"send_to_unsubscribed,omitempty"`
	QueueDraft              *bool             `json:"queue_draft,omitempty"`
	SendAt                  *int64            `json:"send_at,omitempty"`
	Language                *string           `json:"language,omitempty"`
	To                      string            `json:"to,omitempty"`
	Tracked                 *bool             `json:"tracked,omitempty"`
}

// SendWhatsAppResponse answers SendWhatsApp.
type SendWhatsAppResponse struct{ TransactionalResponse }

// SendWhatsApp sends one transactional WhatsApp message.
func (c *APIClient) SendWhatsApp(ctx context.Context, req *SendWhatsAppRequest) (*SendWhatsAppResponse, error) {
	return nil, nil
}

// SendInAppRequest is one transactional in-app message.
type SendInAppRequest struct {
	MessageData             map[string]any    `json:"message_data,omitempty"`
	TransactionalMessageID  string            `json:"transactional_message_id,omitempty"`
	Identifiers             map[string]string `json:"identifiers"`
	DisableMessageRetention *bool             `json:"disable_message_retention,omitempty"`
	QueueDraft              *bool             `json:"queue_draft,omitempty"`
	SendAt                  *int64            `json:"send_at,omitempty"`
	Language                *string           `json:"language,omitempty"`
}

// SendInAppResponse answers SendInApp.
type SendInAppResponse struct{ TransactionalResponse }

// SendInApp sends one transactional in-app message.
func (c *APIClient) SendInApp(ctx context.Context, req *SendInAppRequest) (*SendInAppResponse, error) {
	return nil, nil
}

// SendInboxMessageRequest is one transactional inbox message.
type SendInboxMessageRequest struct {
	MessageData             map[string]any    `json:"message_data,omitempty"`
	TransactionalMessageID  string            `json:"transactional_message_id,omitempty"`
	Identifiers             map[string]string `json:"identifiers"`
	DisableMessageRetention *bool             `json:"disable_message_retention,omitempty"`
	QueueDraft              *bool             `json:"queue_draft,omitempty"`
	SendAt                  *int64            `json:"send_at,omitempty"`
	Language                *string           `json:"language,omitempty"`
}

// SendInboxMessageResponse answers SendInboxMessage.
type SendInboxMessageResponse struct{ TransactionalResponse }

// SendInboxMessage sends one transactional inbox message.
func (c *APIClient) SendInboxMessage(ctx context.Context, req *SendInboxMessageRequest) (*SendInboxMessageResponse, error) {
	return nil, nil
}
