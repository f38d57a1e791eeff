package customerio

import "github.com/ciolint/ciolint/internal/relevance"

// official is the SDK of Customer.io. Without a suffix it is v1 or
// v2.0.0+incompatible.
const official = relevance.Official

// trackCalls are the calls of the Track client.
var trackCalls = []Call{
	// func NewCustomerIO(siteID, apiKey string) *CustomerIO; v1.0.0
	{Pkg: official, Name: "NewCustomerIO", Params: "string,string", Parts: parts(credential(0, siteID), credential(1, trackKey))},
	// func NewTrackClient(siteID, apiKey string, opts ...Option) *CustomerIO; v2.0.0
	{Pkg: official, Name: "NewTrackClient", Params: "string,string", Parts: parts(credential(0, siteID), credential(1, trackKey))},

	// func (c *CustomerIO) Identify(customerID string, attributes map[string]any) error; v1.0.0
	{Pkg: official, Recv: "CustomerIO", Name: "Identify", Params: "string,map", Parts: parts(identifier(0, "customer ID"), attributes(1))},
	// func (c *CustomerIO) IdentifyCtx(ctx context.Context, customerID string, attributes map[string]any) error; v3.3.0
	{Pkg: official, Recv: "CustomerIO", Name: "IdentifyCtx", Params: "ctx,string,map", Parts: parts(identifier(1, "customer ID"), attributes(2))},

	// func (c *CustomerIO) Track(customerID, eventName string, data map[string]any, opts ...TrackOption) error; v1.0.0, opts v3.9.0
	{Pkg: official, Recv: "CustomerIO", Name: "Track", Params: "string,string,map", Parts: parts(identifier(0, "customer ID"), eventName(1), eventData(2))},
	// func (c *CustomerIO) TrackCtx(ctx context.Context, customerID, eventName string, data map[string]any, opts ...TrackOption) error; v3.3.0
	{Pkg: official, Recv: "CustomerIO", Name: "TrackCtx", Params: "ctx,string,string,map", Parts: parts(identifier(1, "customer ID"), eventName(2), eventData(3))},

	// func (c *CustomerIO) TrackAnonymous(eventName string, data map[string]any) error; v1.1.0 to v2.2.0
	{Pkg: official, Recv: "CustomerIO", Name: "TrackAnonymous", Params: "string,map", Parts: parts(eventName(0), eventData(1))},
	// func (c *CustomerIO) TrackAnonymous(anonymousID, eventName string, data map[string]any, opts ...TrackOption) error; v3.0.0
	{Pkg: official, Recv: "CustomerIO", Name: "TrackAnonymous", Params: "string,string,map", Parts: parts(identifier(0, "anonymous ID"), eventName(1), eventData(2))},
	// func (c *CustomerIO) TrackAnonymousCtx(ctx context.Context, anonymousID, eventName string, data map[string]any, opts ...TrackOption) error; v3.3.0
	{Pkg: official, Recv: "CustomerIO", Name: "TrackAnonymousCtx", Params: "ctx,string,string,map", Parts: parts(identifier(1, "anonymous ID"), eventName(2), eventData(3))},
	// func WithEventID(id string) TrackOption; v3.9.0
	{Pkg: official, Name: "WithEventID", Params: "string", Parts: parts(identifier(0, "event ID")), Builds: true},

	// func (c *CustomerIO) Delete(customerID string) error; v1.0.0
	{Pkg: official, Recv: "CustomerIO", Name: "Delete", Params: "string", Parts: parts(identifier(0, "customer ID")), Erases: true},
	// func (c *CustomerIO) DeleteCtx(ctx context.Context, customerID string) error; v3.3.0
	{Pkg: official, Recv: "CustomerIO", Name: "DeleteCtx", Params: "ctx,string", Parts: parts(identifier(1, "customer ID")), Erases: true},

	// func (c *CustomerIO) AddDevice(customerID, deviceID, platform string, data map[string]any) error; v1.1.0
	{Pkg: official, Recv: "CustomerIO", Name: "AddDevice", Params: "string,string,string,map", Parts: parts(identifier(0, "customer ID"), identifier(1, "device ID"), deviceData(3))},
	// func (c *CustomerIO) AddDeviceCtx(ctx context.Context, customerID, deviceID, platform string, data map[string]any) error; v3.3.0
	{Pkg: official, Recv: "CustomerIO", Name: "AddDeviceCtx", Params: "ctx,string,string,string,map", Parts: parts(identifier(1, "customer ID"), identifier(2, "device ID"), deviceData(4))},
	// func (c *CustomerIO) DeleteDevice(customerID, deviceID string) error; v1.1.0
	{Pkg: official, Recv: "CustomerIO", Name: "DeleteDevice", Params: "string,string", Parts: parts(identifier(0, "customer ID"), identifier(1, "device ID"))},
	// func (c *CustomerIO) DeleteDeviceCtx(ctx context.Context, customerID, deviceID string) error; v3.3.0
	{Pkg: official, Recv: "CustomerIO", Name: "DeleteDeviceCtx", Params: "ctx,string,string", Parts: parts(identifier(1, "customer ID"), identifier(2, "device ID"))},
	// func NewDevice(deviceID, platform string, data map[string]any) (*Device, error); v3.5.1
	{Pkg: official, Name: "NewDevice", Params: "string,string,map", Parts: parts(identifier(0, "device ID"), deviceData(2)), Builds: true},

	// func (c *CustomerIO) MergeCustomers(primary, secondary Identifier) error; v3.1.0
	{Pkg: official, Recv: "CustomerIO", Name: "MergeCustomers", Params: "Identifier,Identifier", Parts: parts(at(identifier(0, "primary identifier"), "Value"), at(identifier(1, "secondary identifier"), "Value"))},
	// func (c *CustomerIO) MergeCustomersCtx(ctx context.Context, primary, secondary Identifier) error; v3.3.0
	{Pkg: official, Recv: "CustomerIO", Name: "MergeCustomersCtx", Params: "ctx,Identifier,Identifier", Parts: parts(at(identifier(1, "primary identifier"), "Value"), at(identifier(2, "secondary identifier"), "Value"))},

	// func (c *CustomerIO) AddCustomersToSegment(segmentID int, customerIDs []string) error; v1.1.0 and v1.2.0
	{Pkg: official, Recv: "CustomerIO", Name: "AddCustomersToSegment", Params: "int,[]string", Parts: parts(at(identifier(1, "customer ID"), "[]"))},
	// func (c *CustomerIO) RemoveCustomersFromSegment(segmentID int, customerIDs []string) error; v1.1.0 and v1.2.0
	{Pkg: official, Recv: "CustomerIO", Name: "RemoveCustomersFromSegment", Params: "int,[]string", Parts: parts(at(identifier(1, "customer ID"), "[]"))},
	// func (c *CustomerIO) AddPeopleToSegment(ctx context.Context, segmentID int, ids []string, opts ...SegmentOption) error; v3.9.0
	{Pkg: official, Recv: "CustomerIO", Name: "AddPeopleToSegment", Params: "ctx,int,[]string", Parts: parts(at(identifier(2, "customer ID"), "[]"))},
	// func (c *CustomerIO) RemovePeopleFromSegment(ctx context.Context, segmentID int, ids []string, opts ...SegmentOption) error; v3.9.0
	{Pkg: official, Recv: "CustomerIO", Name: "RemovePeopleFromSegment", Params: "ctx,int,[]string", Parts: parts(at(identifier(2, "customer ID"), "[]"))},

	// func WithURL(url string) Option; v3.10.0
	{Pkg: official, Name: "WithURL", Params: "string", Parts: parts(sinkURL(0, "base URL"))},
}

// trackFields are the fields of the Track client.
var trackFields = []Field{
	{Pkg: official, Type: "CustomerIO", Name: "URL", Role: SinkURL, Label: "base URL"}, // v2.0.0
	{Pkg: official, Type: "CustomerIO", Name: "Host", Role: SinkURL, Label: "host"},    // v1 only
}
