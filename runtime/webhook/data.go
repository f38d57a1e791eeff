package webhook

import "encoding/json"

// Data is what an [Event] tells of the message and the person. A field that the event does not have is zero. IDs are
// strings, also where Customer.io sends numbers. Source of the names: the vendor's OpenAPI file for webhooks.
type Data struct {
	CustomerID  string // deprecated by the vendor, and empty for deleted people: use Identifiers
	Identifiers Identifiers

	DeliveryID             string
	ActionID               string
	ParentActionID         string
	CampaignID             string
	BroadcastID            string
	NewsletterID           string
	ContentID              string
	JourneyID              string
	TriggerID              string
	TriggerEventID         string
	TransactionalMessageID string
	InboundEventID         string // of replies

	Recipient      string // email address or phone number
	To             string
	EmailAddress   string // customer events
	Subject        string
	Content        string // the whole message, with "Body Content" switched on
	Href           string // clicks
	LinkID         string
	FailureMessage string
	Recipients     []Recipient // push

	Proxied, Prefetched, Synthetic, Machine bool // no person did it

	// Raw is the object as received, with all fields.
	Raw json.RawMessage
}

// Identifiers are the names of a person. Those the workspace does not use are empty.
type Identifiers struct {
	ID, Email, CioID string
}

// Recipient is a device to which a push notification went.
type Recipient struct {
	DeviceID, DevicePlatform, FailureMessage string
}

// parseData accepts an absent object and null; ok is false for anything else that is no object.
func parseData(raw json.RawMessage) (d Data, ok bool) {
	if len(raw) == 0 || string(raw) == "null" {
		return d, true
	}
	fields := parseObject(raw)
	if fields == nil {
		return d, false
	}
	for name, to := range d.texts() {
		*to = text(fields[name])
	}
	d.Identifiers = parseIdentifiers(fields["identifiers"])
	d.Recipients = parseRecipients(fields["recipients"])
	d.Proxied = text(fields["proxied"]) == "true"
	d.Prefetched = text(fields["prefetched"]) == "true"
	d.Synthetic = text(fields["synthetic"]) == "true"
	d.Machine = text(fields["machine"]) == "true"
	d.Raw = raw
	return d, true
}

func (d *Data) texts() map[string]*string {
	return map[string]*string{
		"customer_id":              &d.CustomerID,
		"delivery_id":              &d.DeliveryID,
		"action_id":                &d.ActionID,
		"parent_action_id":         &d.ParentActionID,
		"campaign_id":              &d.CampaignID,
		"broadcast_id":             &d.BroadcastID,
		"newsletter_id":            &d.NewsletterID,
		"content_id":               &d.ContentID,
		"journey_id":               &d.JourneyID,
		"trigger_id":               &d.TriggerID,
		"trigger_event_id":         &d.TriggerEventID,
		"transactional_message_id": &d.TransactionalMessageID,
		"inbound_event_id":         &d.InboundEventID,
		"recipient":                &d.Recipient,
		"to":                       &d.To,
		"email_address":            &d.EmailAddress,
		"subject":                  &d.Subject,
		"content":                  &d.Content,
		"href":                     &d.Href,
		"link_id":                  &d.LinkID,
		"failure_message":          &d.FailureMessage,
	}
}

func parseIdentifiers(raw json.RawMessage) Identifiers {
	fields := parseObject(raw)
	return Identifiers{ID: text(fields["id"]), Email: text(fields["email"]), CioID: text(fields["cio_id"])}
}

func parseRecipients(raw json.RawMessage) []Recipient {
	var items []json.RawMessage
	if json.Unmarshal(raw, &items) != nil {
		return nil
	}
	var recipients []Recipient
	for _, item := range items {
		fields := parseObject(item)
		recipients = append(recipients, Recipient{
			DeviceID:       text(fields["device_id"]),
			DevicePlatform: text(fields["device_platform"]),
			FailureMessage: text(fields["failure_message"]),
		})
	}
	return recipients
}
