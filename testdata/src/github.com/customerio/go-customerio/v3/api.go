// Stub written from the public signatures, for tests.

package customerio

import (
	"context"
	"time"
)

// APIClient is the App API client.
type APIClient struct {
	Key       string
	URL       string
	UserAgent string
	Client    HTTPClient
}

// NewAPIClient returns an App API client.
func NewAPIClient(key string, opts ...Option) *APIClient { return &APIClient{Key: key} }

// TransactionalType is the channel of a transactional message.
type TransactionalType int

// The channels.
const (
	TransactionalTypeEmail        TransactionalType = 0
	TransactionalTypePush         TransactionalType = 1
	TransactionalTypeSMS          TransactionalType = 2
	TransactionalTypeInboxMessage TransactionalType = 3
	TransactionalTypeInApp        TransactionalType = 4
)

// TransactionalResponse answers a transactional send.
type TransactionalResponse struct {
	DeliveryID string    `json:"delivery_id"`
	QueuedAt   time.Time `json:"queued_at"`
}

// UnmarshalJSON reads the answer, whose time is in seconds.
func (t *TransactionalResponse) UnmarshalJSON(b []byte) error { return nil }

// BroadcastRecipients says who receives a broadcast.
type BroadcastRecipients struct {
	Segment     map[string]any   `json:"segment,omitempty"`
	Ids         []string         `json:"ids,omitempty"`
	Emails      []string         `json:"emails,omitempty"`
	PerUserData []map[string]any `json:"per_user_data,omitempty"`
	DataFileURL string           `json:"data_file_url,omitempty"`
}

// BroadcastOptions says what happens to unknown recipients.
type BroadcastOptions struct {
	IDIgnoreMissing    *bool
	EmailIgnoreMissing *bool
	EmailAddDuplicates *bool
}

// BroadcastResponse answers TriggerBroadcast.
type BroadcastResponse struct {
	ID int `json:"id"`
}

// TriggerBroadcast sends a broadcast.
func (c *APIClient) TriggerBroadcast(ctx context.Context, broadcastID int, data map[string]any, recipients BroadcastRecipients, opts BroadcastOptions) (*BroadcastResponse, error) {
	return nil, nil
}
