package customerio

import "github.com/ciolint/ciolint/internal/relevance"

// Clients that others wrote for the same APIs.
const (
	mrz1836 = relevance.CommunityMrz1836
	joeshaw = relevance.CommunityJoeshaw
)

// communityCalls are the calls of the community's clients.
var communityCalls = []Call{
	// func WithTrackingKey(siteID, trackingAPIKey string) ClientOps
	{Pkg: mrz1836, Name: "WithTrackingKey", Params: "string,string", Parts: parts(credential(0, siteID), credential(1, trackKey))},
	// func WithAppKey(appAPIKey string) ClientOps
	{Pkg: mrz1836, Name: "WithAppKey", Params: "string", Parts: parts(credential(0, appKey))},
	// func (c *Client) UpdateCustomer(customerIDOrEmail string, attributes map[string]any) error
	{Pkg: mrz1836, Recv: "Client", Name: "UpdateCustomer", Params: "string,map", Parts: parts(identifier(0, "customer ID"), attributes(1))},
	// func (c *Client) DeleteCustomer(customerIDOrEmail string) error
	{Pkg: mrz1836, Recv: "Client", Name: "DeleteCustomer", Params: "string", Parts: parts(identifier(0, "customer ID")), Erases: true},
	// func (c *Client) UpdateDevice(customerIDOrEmail string, device *Device) error
	{Pkg: mrz1836, Recv: "Client", Name: "UpdateDevice", Params: "string,*Device", Parts: parts(identifier(0, "customer ID"), at(identifier(1, "device ID"), "ID"))},
	// func (c *Client) DeleteDevice(customerIDOrEmail, deviceID string) error
	{Pkg: mrz1836, Recv: "Client", Name: "DeleteDevice", Params: "string,string", Parts: parts(identifier(0, "customer ID"), identifier(1, "device ID"))},
	// func (c *Client) NewEvent(customerIDOrEmail, eventName string, timestamp time.Time, data map[string]any) error
	{Pkg: mrz1836, Recv: "Client", Name: "NewEvent", Params: "string,string,time,map", Parts: parts(identifier(0, "customer ID"), eventName(1), eventData(3))},
	// func (c *Client) NewEventUsingInterface(customerIDOrEmail, eventName string, timestamp time.Time, data any) error
	{Pkg: mrz1836, Recv: "Client", Name: "NewEventUsingInterface", Params: "string,string,time,any", Parts: parts(identifier(0, "customer ID"), eventName(1), eventData(3))},
	// func (c *Client) NewAnonymousEvent(eventName string, timestamp time.Time, data map[string]any) error
	{Pkg: mrz1836, Recv: "Client", Name: "NewAnonymousEvent", Params: "string,time,map", Parts: parts(eventName(0), eventData(2))},
	// func (c *Client) UpdateCollection(collectionID, collectionName string, items []map[string]any) error
	{Pkg: mrz1836, Recv: "Client", Name: "UpdateCollection", Params: "string,string,[]map", Parts: parts(at(eventData(2), "[]"))},
	// func (c *Client) UpdateCollectionViaURL(collectionID, collectionName, jsonURL string) error
	{Pkg: mrz1836, Recv: "Client", Name: "UpdateCollectionViaURL", Params: "string,string,string", Parts: parts(freeText(2, "data file URL"))},
	// func (c *Client) SendEmail(emailRequest *EmailRequest) (*EmailResponse, error)
	{Pkg: mrz1836, Recv: "Client", Name: "SendEmail", Params: "*EmailRequest", Parts: message(0, emailParts(0)...), Transactional: true},
	// func (e *EmailRequest) Attach(name string, value io.Reader) error
	{Pkg: mrz1836, Recv: "EmailRequest", Name: "Attach", Params: "string,Reader", Parts: parts(freeText(0, "file name"), attachment(1, "attachment")), Builds: true},

	// func (c *Client) Identify(id, email string, attrs map[string]any) error
	{Pkg: joeshaw, Recv: "Client", Name: "Identify", Params: "string,string,map", Parts: parts(identifier(0, "customer ID"), recipient(1, "email"), attributes(2))},
	// func (c *Client) Delete(id string) error
	{Pkg: joeshaw, Recv: "Client", Name: "Delete", Params: "string", Parts: parts(identifier(0, "customer ID")), Erases: true},
	// func (c *Client) Track(id, eventName string, attrs map[string]any) error
	{Pkg: joeshaw, Recv: "Client", Name: "Track", Params: "string,string,map", Parts: parts(identifier(0, "customer ID"), eventName(1), eventData(2))},
	// func (c *Client) TrackRecipient(recipient, eventName string, attrs map[string]any) error
	{Pkg: joeshaw, Recv: "Client", Name: "TrackRecipient", Params: "string,string,map", Parts: parts(recipient(0, "recipient"), eventName(1), eventData(2))},
}

// communityFields are the fields of the community's clients.
var communityFields = []Field{
	{Pkg: joeshaw, Type: "Client", Name: "SiteID", Role: Credential, Label: siteID},
	{Pkg: joeshaw, Type: "Client", Name: "APIKey", Role: Credential, Label: trackKey},
}
