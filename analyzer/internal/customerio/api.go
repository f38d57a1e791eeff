package customerio

// apiCalls are the calls of the App client: transactional messages and
// broadcasts.
var apiCalls = []Call{
	// func NewAPIClient(key string, opts ...Option) *APIClient; v2.0.0
	{Pkg: official, Name: "NewAPIClient", Params: "string", Parts: parts(credential(0, appKey))},

	// func (c *APIClient) SendEmail(ctx context.Context, req *SendEmailRequest) (*SendEmailResponse, error); v2.0.0, CC v3.11.0
	{Pkg: official, Recv: "APIClient", Name: "SendEmail", Params: "ctx,*SendEmailRequest", Parts: message(1, append(emailParts(1), at(recipient(1, "CC"), "CC"))...), Transactional: true},
	// func (c *APIClient) SendPush(ctx context.Context, req *SendPushRequest) (*SendPushResponse, error); v3.5.1
	{Pkg: official, Recv: "APIClient", Name: "SendPush", Params: "ctx,*SendPushRequest", Parts: message(1, pushParts(1)...), Transactional: true},
	// func (c *APIClient) SendSMS(ctx context.Context, req *SendSMSRequest) (*SendSMSResponse, error); v3.6.0
	{Pkg: official, Recv: "APIClient", Name: "SendSMS", Params: "ctx,*SendSMSRequest", Parts: message(1, at(recipient(1, "recipient"), "To"), at(recipient(1, "sender"), "From")), Transactional: true},
	// func (c *APIClient) SendInboxMessage(ctx context.Context, req *SendInboxMessageRequest) (*SendInboxMessageResponse, error); v3.7.0
	{Pkg: official, Recv: "APIClient", Name: "SendInboxMessage", Params: "ctx,*SendInboxMessageRequest", Parts: message(1), Transactional: true},
	// func (c *APIClient) SendInApp(ctx context.Context, req *SendInAppRequest) (*SendInAppResponse, error); v3.8.0
	{Pkg: official, Recv: "APIClient", Name: "SendInApp", Params: "ctx,*SendInAppRequest", Parts: message(1), Transactional: true},
	// func (c *APIClient) SendWhatsApp(ctx context.Context, req *SendWhatsAppRequest) (*SendWhatsAppResponse, error); v3.12.0
	{Pkg: official, Recv: "APIClient", Name: "SendWhatsApp", Params: "ctx,*SendWhatsAppRequest", Parts: message(1, at(recipient(1, "recipient"), "To")), Transactional: true},
	// func (c *APIClient) TriggerBroadcast(ctx context.Context, broadcastID int, data map[string]any, recipients BroadcastRecipients, opts BroadcastOptions) (*BroadcastResponse, error); v3.9.0
	{Pkg: official, Recv: "APIClient", Name: "TriggerBroadcast", Params: "ctx,int,map,BroadcastRecipients,BroadcastOptions", Parts: append(parts(messageData(2)), broadcastParts(3)...), Transactional: true},

	// func (e *SendEmailRequest) Attach(name string, value io.Reader) error; v2.0.0
	{Pkg: official, Recv: "SendEmailRequest", Name: "Attach", Params: "string,Reader", Parts: parts(freeText(0, "file name"), attachment(1, "attachment")), Builds: true},
}

// appCalls are the calls of the App client that manage a workspace. They are no
// part of a release yet: the signatures are those of the vendor's pull requests
// 83 (campaigns, broadcasts, newsletters), 84 (collections) and 85 (imports, data
// index), as of 2026-07-24, which the rows call main.
//
// What they send is content that is written for everybody, or names of
// attributes: nobody's data. A collection holds rows that messages look up, which
// may be about persons. An import names a file.
var appCalls = []Call{
	// func (c *APIClient) CreateNewsletter(ctx context.Context, data map[string]any) (*NewsletterResponse, error); main
	{Pkg: official, Recv: "APIClient", Name: "CreateNewsletter", Params: "ctx,map"},
	// func (c *APIClient) UpdateNewsletterContent(ctx context.Context, newsletterID, contentID string, data map[string]any) (*NewsletterContentResponse, error); main
	{Pkg: official, Recv: "APIClient", Name: "UpdateNewsletterContent", Params: "ctx,string,string,map"},
	// func (c *APIClient) SendNewsletter(ctx context.Context, newsletterID string, data map[string]any) (*NewsletterResponse, error); main
	{Pkg: official, Recv: "APIClient", Name: "SendNewsletter", Params: "ctx,string,map"},
	// func (c *APIClient) ScheduleNewsletter(ctx context.Context, newsletterID string, data map[string]any) (*NewsletterResponse, error); main
	{Pkg: official, Recv: "APIClient", Name: "ScheduleNewsletter", Params: "ctx,string,map"},
	// func (c *APIClient) CreateNewsletterLanguage(ctx context.Context, newsletterID string, data map[string]any) (*NewsletterContentResponse, error); main
	{Pkg: official, Recv: "APIClient", Name: "CreateNewsletterLanguage", Params: "ctx,string,map"},
	// func (c *APIClient) UpdateNewsletterLanguage(ctx context.Context, newsletterID, language string, data map[string]any) (*NewsletterContentResponse, error); main
	{Pkg: official, Recv: "APIClient", Name: "UpdateNewsletterLanguage", Params: "ctx,string,string,map"},
	// func (c *APIClient) UpdateCampaignAction(ctx context.Context, campaignID, actionID string, data map[string]any) (*ActionResponse, error); main
	{Pkg: official, Recv: "APIClient", Name: "UpdateCampaignAction", Params: "ctx,string,string,map"},
	// func (c *APIClient) UpdateCampaignActionLanguage(ctx context.Context, campaignID, actionID, language string, data map[string]any) (*ActionResponse, error); main
	{Pkg: official, Recv: "APIClient", Name: "UpdateCampaignActionLanguage", Params: "ctx,string,string,string,map"},

	// func (c *APIClient) CreateCollection(ctx context.Context, input CollectionInput) (*CollectionResponse, error); main
	{Pkg: official, Recv: "APIClient", Name: "CreateCollection", Params: "ctx,CollectionInput", Parts: parts(at(rows(1), "Data", "[]"), at(freeText(1, "data URL"), "URL"))},
	// func (c *APIClient) UpdateCollection(ctx context.Context, collectionID string, updates CollectionUpdate) (*CollectionResponse, error); main
	{Pkg: official, Recv: "APIClient", Name: "UpdateCollection", Params: "ctx,string,CollectionUpdate", Parts: parts(at(rows(2), "Data", "[]"), at(freeText(2, "data URL"), "URL"))},
	// func (c *APIClient) UpdateCollectionContent(ctx context.Context, collectionID string, rows []map[string]any) error; main
	{Pkg: official, Recv: "APIClient", Name: "UpdateCollectionContent", Params: "ctx,string,[]map", Parts: parts(at(rows(2), "[]"))},

	// func (c *APIClient) CreateImport(ctx context.Context, input ImportInput) (*ImportResponse, error); main
	{Pkg: official, Recv: "APIClient", Name: "CreateImport", Params: "ctx,ImportInput", Parts: parts(at(freeText(1, "data file URL"), "DataFileURL"))},
	// func (c *APIClient) BatchUpdateAttributes(ctx context.Context, attributes []DataIndexAttribute) error; main
	{Pkg: official, Recv: "APIClient", Name: "BatchUpdateAttributes", Params: "ctx,[]DataIndexAttribute"},
	// func (c *APIClient) BatchUpdateEvents(ctx context.Context, events []DataIndexEvent) error; main
	{Pkg: official, Recv: "APIClient", Name: "BatchUpdateEvents", Params: "ctx,[]DataIndexEvent"},
}

// apiFields are the fields of the App client.
var apiFields = []Field{
	{Pkg: official, Type: "APIClient", Name: "Key", Role: Credential, Label: appKey},  // v2.0.0
	{Pkg: official, Type: "APIClient", Name: "URL", Role: SinkURL, Label: "base URL"}, // v2.0.0
}

// message returns what every request for a transactional message holds, and
// more. TransactionalMessageID names a template and Language a translation:
// neither is data of a person.
func message(arg int, more ...Part) []Part {
	return append(parts(
		at(messageData(arg), "MessageData"),
		at(identifier(arg, "identifier"), "Identifiers", "[]"),
	), more...)
}

// emailParts are the fields of SendEmailRequest that every version has.
func emailParts(arg int) []Part {
	return parts(
		at(recipient(arg, "recipient"), "To"),
		at(recipient(arg, "sender"), "From"),
		at(recipient(arg, "reply-to address"), "ReplyTo"),
		at(recipient(arg, "BCC"), "BCC"),
		at(freeText(arg, "subject"), "Subject"),
		at(freeText(arg, "preheader"), "Preheader"),
		at(freeText(arg, "body"), "Body"),
		at(freeText(arg, "plain-text body"), "PlaintextBody"),
		at(freeText(arg, "AMP body"), "AMPBody"),
		at(freeText(arg, "header"), "Headers", "[]"),
		at(attachment(arg, "attachment"), "Attachments", "[]"),
	)
}

// pushParts are the fields of SendPushRequest. CustomData and CustomPayload
// are JSON, made before the call.
func pushParts(arg int) []Part {
	return parts(
		at(recipient(arg, "recipient"), "To"),
		at(freeText(arg, "title"), "Title"),
		at(freeText(arg, "message"), "Message"),
		at(freeText(arg, "image URL"), "ImageURL"),
		at(freeText(arg, "link"), "Link"),
		at(messageData(arg), "CustomData"),
		at(messageData(arg), "CustomPayload"),
		at(identifier(arg, "device token"), "Device", "Token"),
		at(deviceData(arg), "Device", "Attributes"),
	)
}

// broadcastParts are the fields of BroadcastRecipients. An item of
// PerUserData names a person and holds that person's data under "data".
// Segment is a condition on segments, not data of a person.
func broadcastParts(arg int) []Part {
	return parts(
		at(identifier(arg, "customer ID"), "Ids", "[]"),
		at(recipient(arg, "recipient"), "Emails", "[]"),
		at(identifier(arg, "customer ID"), "PerUserData", "[]", `["id"]`),
		at(recipient(arg, "recipient"), "PerUserData", "[]", `["email"]`),
		at(messageData(arg), "PerUserData", "[]", `["data"]`),
		at(freeText(arg, "data file URL"), "DataFileURL"),
	)
}
