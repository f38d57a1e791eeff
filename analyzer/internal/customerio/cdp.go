package customerio

import "github.com/ciolint/ciolint/internal/relevance"

// The analytics clients: Customer.io's, and Segment's which it was made from
// and which can be pointed at Customer.io.
const (
	cdp            = relevance.CDP
	segment        = relevance.Segment
	segmentGopkgIn = relevance.SegmentGopkgIn
)

// cdpCalls are the calls of an analytics client.
func cdpCalls(pkg string) []Call {
	s := isSegment(pkg)
	calls := []Call{
		// func NewWithConfig(writeKey string, config Config) (Client, error)
		{Pkg: pkg, Name: "NewWithConfig", Params: "string,Config", Parts: append(parts(credential(0, writeKey), at(sinkURL(1, "endpoint"), "Endpoint")), contextParts(1, "", "DefaultContext")...), Segment: s},
		// func (Client) Enqueue(Message) error; an interface
		{Pkg: pkg, Recv: "Client", Name: "Enqueue", Params: "Message", Parts: messageParts(), Segment: s},
	}
	if s {
		return calls // Segment's New always sends to Segment
	}
	return append(calls,
		// func New(writeKey string) Client
		Call{Pkg: pkg, Name: "New", Params: "string", Parts: parts(credential(0, writeKey))},
	)
}

func isSegment(pkg string) bool { return pkg != cdp }

// cdpFields are the fields that are set once and reach every message.
func cdpFields(pkg string) []Field {
	return []Field{
		{Pkg: pkg, Type: "Config", Name: "Endpoint", Role: SinkURL, Label: "endpoint", Segment: isSegment(pkg)},
	}
}

// messageParts are the parts of argument 0 of Enqueue, by its concrete type.
func messageParts() []Part {
	var all []Part
	add := func(typ string, own ...Part) {
		own = append(own, at(identifier(0, "user ID"), "UserId"), at(identifier(0, "message ID"), "MessageId"))
		own = append(own, contextParts(0, typ, "Context")...)
		for _, p := range own {
			p.Type = typ
			all = append(all, p)
		}
	}
	anonymousID := at(identifier(0, "anonymous ID"), "AnonymousId")
	add("Identify", at(attributes(0), "Traits"), anonymousID)
	add("Track", at(eventData(0), "Properties"), at(eventName(0), "Event"), anonymousID)
	add("Group", at(attributes(0), "Traits"), at(identifier(0, "group ID"), "GroupId"), anonymousID)
	add("Page", at(eventData(0), "Properties"), at(eventName(0), "Name"), anonymousID)
	add("Screen", at(eventData(0), "Properties"), at(eventName(0), "Name"), anonymousID)
	add("Alias", at(identifier(0, "previous ID"), "PreviousId"))
	return all
}

// contextParts are the fields of a Context, found at the given field. Extra
// is merged into the JSON in spite of its tag "-".
func contextParts(arg int, typ, field string) []Part {
	all := parts(
		at(attributes(arg), field, "Traits"),
		at(attributes(arg), field, "Extra"),
		at(contextField(arg, "ip"), field, "IP"),
		at(contextField(arg, "userAgent"), field, "UserAgent"),
		at(contextField(arg, "location.city"), field, "Location", "City"),
		at(contextField(arg, "location.latitude"), field, "Location", "Latitude"),
		at(contextField(arg, "location.longitude"), field, "Location", "Longitude"),
		at(contextField(arg, "device.id"), field, "Device", "Id"),
		at(contextField(arg, "device.name"), field, "Device", "Name"),
		at(contextField(arg, "device.advertisingId"), field, "Device", "AdvertisingID"),
		at(freeText(arg, "page URL"), field, "Page", "URL"),
		at(freeText(arg, "page search"), field, "Page", "Search"),
		at(freeText(arg, "page referrer"), field, "Page", "Referrer"),
		at(freeText(arg, "page title"), field, "Page", "Title"),
		at(freeText(arg, "referrer URL"), field, "Referrer", "URL"),
		at(freeText(arg, "referrer link"), field, "Referrer", "Link"),
	)
	for i := range all {
		all[i].Type = typ
	}
	return all
}

// traitSetters and propertySetters are the keys that the setters write, by
// the name of the method: func (t Traits) SetEmail(email string) Traits.
var (
	traitSetters = map[string]string{
		"SetAddress":     "address",
		"SetAge":         "age",
		"SetAvatar":      "avatar",
		"SetBirthday":    "birthday",
		"SetCreatedAt":   "createdAt",
		"SetDescription": "description",
		"SetEmail":       "email",
		"SetFirstName":   "firstName",
		"SetGender":      "gender",
		"SetLastName":    "lastName",
		"SetName":        "name",
		"SetPhone":       "phone",
		"SetTitle":       "title",
		"SetUsername":    "username",
		"SetWebsite":     "website",
	}
	propertySetters = map[string]string{
		"SetCategory":  "category",
		"SetCoupon":    "coupon",
		"SetCurrency":  "currency",
		"SetDiscount":  "discount",
		"SetName":      "name",
		"SetOrderId":   "orderId",
		"SetPath":      "path",
		"SetPrice":     "price",
		"SetProductId": "id",
		"SetProducts":  "products",
		"SetReferrer":  "referrer",
		"SetRepeat":    "repeat",
		"SetRevenue":   "revenue",
		"SetSKU":       "sku",
		"SetShipping":  "shipping",
		"SetSubtotal":  "subtotal",
		"SetTax":       "tax",
		"SetTitle":     "title",
		"SetTotal":     "total",
		"SetURL":       "url",
		"SetValue":     "value",
	}
)

// cdpSetters are the setters of an analytics client's map types.
func cdpSetters(pkg string) []Setter {
	s := isSegment(pkg)
	all := []Setter{
		// func (t Traits) Set(field string, value any) Traits
		{Pkg: pkg, Recv: "Traits", Name: "Set", KeyArg: 0, ValueArg: 1, Segment: s},
		// func (p Properties) Set(name string, value any) Properties
		{Pkg: pkg, Recv: "Properties", Name: "Set", KeyArg: 0, ValueArg: 1, Segment: s},
	}
	for name, key := range traitSetters {
		all = append(all, Setter{Pkg: pkg, Recv: "Traits", Name: name, Key: key, Segment: s})
	}
	for name, key := range propertySetters {
		all = append(all, Setter{Pkg: pkg, Recv: "Properties", Name: name, Key: key, Segment: s})
	}
	return all
}
