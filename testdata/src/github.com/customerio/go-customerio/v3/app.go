package customerio

import "context"

// NewsletterResponse answers calls about newsletters.
type NewsletterResponse struct{ ID int }

// NewsletterContentResponse answers calls about the content of newsletters.
type NewsletterContentResponse struct{ ID int }

// ActionResponse answers calls about the actions of campaigns.
type ActionResponse struct{ ID int }

// CreateNewsletter creates a newsletter.
func (c *APIClient) CreateNewsletter(ctx context.Context, data map[string]any) (*NewsletterResponse, error) {
	return nil, nil
}

// UpdateNewsletterContent changes what a newsletter says.
func (c *APIClient) UpdateNewsletterContent(ctx context.Context, newsletterID, contentID string, data map[string]any) (*NewsletterContentResponse, error) {
	return nil, nil
}

// SendNewsletter sends a newsletter.
func (c *APIClient) SendNewsletter(ctx context.Context, newsletterID string, data map[string]any) (*NewsletterResponse, error) {
	return nil, nil
}

// ScheduleNewsletter sends a newsletter later.
func (c *APIClient) ScheduleNewsletter(ctx context.Context, newsletterID string, data map[string]any) (*NewsletterResponse, error) {
	return nil, nil
}

// CreateNewsletterLanguage adds a language to a newsletter.
func (c *APIClient) CreateNewsletterLanguage(ctx context.Context, newsletterID string, data map[string]any) (*NewsletterContentResponse, error) {
	return nil, nil
}

// UpdateNewsletterLanguage changes a language of a newsletter.
func (c *APIClient) UpdateNewsletterLanguage(ctx context.Context, newsletterID, language string, data map[string]any) (*NewsletterContentResponse, error) {
	return nil, nil
}

// UpdateCampaignAction changes a step of a campaign.
func (c *APIClient) UpdateCampaignAction(ctx context.Context, campaignID, actionID string, data map[string]any) (*ActionResponse, error) {
	return nil, nil
}

// UpdateCampaignActionLanguage changes a language of a step of a campaign.
func (c *APIClient) UpdateCampaignActionLanguage(ctx context.Context, campaignID, actionID, language string, data map[string]any) (*ActionResponse, error) {
	return nil, nil
}

// CollectionInput is a new collection: its rows, or where they are.
type CollectionInput struct {
	Name string           `json:"name"`
	Data []map[string]any `json:"data,omitempty"`
	URL  string           `json:"url,omitempty"`
}

// CollectionUpdate is what changes of a collection.
type CollectionUpdate struct {
	Name string           `json:"name,omitempty"`
	Data []map[string]any `json:"data,omitempty"`
	URL  string           `json:"url,omitempty"`
}

// CollectionResponse answers calls about collections.
type CollectionResponse struct{ ID int }

// CreateCollection creates a collection.
func (c *APIClient) CreateCollection(ctx context.Context, input CollectionInput) (*CollectionResponse, error) {
	return nil, nil
}

// UpdateCollection changes a collection.
func (c *APIClient) UpdateCollection(ctx context.Context, collectionID string, updates CollectionUpdate) (*CollectionResponse, error) {
	return nil, nil
}

// UpdateCollectionContent replaces the rows of a collection.
func (c *APIClient) UpdateCollectionContent(ctx context.Context, collectionID string, rows []map[string]any) error {
	return nil
}

// ImportType is what an import loads.
type ImportType string

// ImportInput is a new import of a file.
type ImportInput struct {
	DataFileURL string         `json:"data_file_url"`
	Type        ImportType     `json:"type"`
	Identifier  IdentifierType `json:"identifier,omitempty"`
	Name        string         `json:"name,omitempty"`
	Description string         `json:"description,omitempty"`
}

// ImportResponse answers CreateImport.
type ImportResponse struct{ ID int }

// CreateImport starts an import.
func (c *APIClient) CreateImport(ctx context.Context, input ImportInput) (*ImportResponse, error) {
	return nil, nil
}

// DataIndexAttribute describes an attribute.
type DataIndexAttribute struct {
	Name           string `json:"name"`
	Description    string `json:"description,omitempty"`
	ObjectTypeID   *int   `json:"object_type_id,omitempty"`
	IsRelationship *bool  `json:"is_relationship,omitempty"`
	EventName      string `json:"event_name,omitempty"`
	PrivacyLevel   *int   `json:"privacy_level,omitempty"`
}

// DataIndexEvent describes an event.
type DataIndexEvent struct {
	Name        string `json:"name"`
	Description string `json:"description,omitempty"`
}

// BatchUpdateAttributes describes attributes.
func (c *APIClient) BatchUpdateAttributes(ctx context.Context, attributes []DataIndexAttribute) error {
	return nil
}

// BatchUpdateEvents describes events.
func (c *APIClient) BatchUpdateEvents(ctx context.Context, events []DataIndexEvent) error { return nil }
