package customerio

import (
	"slices"
	"strings"
)

// Role says what a piece of data is to Customer.io, and so how it is judged.
type Role uint8

const (
	NoRole       Role = iota
	Attributes        // a map of profile attributes or traits: judged by key and value
	EventData         // a map of event properties: judged like attributes
	DeviceData        // a map of device attributes: judged like attributes
	MessageData       // a map, or JSON, for a transactional message: one-time codes and reset links are its purpose
	FreeText          // text with no key of its own (subject, body, link): judged by value
	ContextField      // a value under a key that the SDK fixes, named in Part.Key: judged by that key and by value
	Identifier        // names a person, device, group or message: an opaque ID or an email
	EventName         // names an event, page or screen: a label that many people share
	Recipient         // an address to deliver to: an email, a phone number or a device token
	Attachment        // the content of a file
	Credential        // a key or site ID; Part.Label says which
	SinkURL           // the address the client sends to: no data, but it decides whether a client is Customer.io's
	Rows              // a row of a collection, which messages look things up in: must hold nothing never-send
)

var roleNames = [...]string{
	"no role", "attributes", "event data", "device data", "message data", "free text", "context field",
	"identifier", "event name", "recipient", "attachment", "credential", "sink URL", "rows",
}

// String returns the role in words, as "event data".
func (r Role) String() string {
	if int(r) < len(roleNames) {
		return roleNames[r]
	}
	return "unknown role"
}

// RoleNamed returns the role that a policy calls name: the role's words
// joined by a hyphen, as "event-data".
func RoleNamed(name string) (Role, bool) {
	i := slices.Index(roleNames[:], strings.ReplaceAll(name, "-", " "))
	return Role(max(i, 0)), i > 0
}

// IsPayload reports whether data of this role is a payload: something with
// keys, which has to pass the sanitizer.
func (r Role) IsPayload() bool {
	return r == Attributes || r == EventData || r == DeviceData || r == MessageData
}

// Part is one piece of data that a call carries.
type Part struct {
	// Arg is the index of the argument; the receiver is not counted, a
	// context.Context is. A variadic parameter is one argument.
	Arg int
	// Path leads from the argument to the part; nil is the argument itself.
	// A step is the name of a Go field (through pointers), "[]" for every
	// element of a slice or value of a map, or `["data"]` for the value
	// under one key of a map. A step that an SDK version or a fork does not
	// have leads to nothing.
	Path []string
	// Type is the name of the concrete SDK type, without pointer, that an
	// argument of interface type must have for the part to exist; "" is any.
	Type string
	Role Role
	// Label is the part's name in a message: "customer ID", "site ID".
	Label string
	// Key is the name the value has in the JSON that is sent, of a
	// ContextField only, dotted: "ip", "location.latitude".
	Key string
}

// Call is one function or method of an SDK.
type Call struct {
	// Pkg is the import path without a major version: it stands for every one.
	Pkg string
	// Recv is the name of the receiver's type without pointer, "" of a function.
	Recv string
	Name string
	// Params is the kinds of the parameters in order, comma separated and
	// without a final variadic one, which no row needs to tell apart:
	//
	//	ctx     context.Context
	//	time    time.Time
	//	string, int, float64, bool
	//	        a basic type, or a named type made of one
	//	map     a map with string keys, or a named type made of one
	//	any     an empty interface
	//	[]kind  a slice
	//	*kind   a pointer
	//	Name    any other named type, without its package
	Params string
	Parts  []Part
	// Erases is set when the call removes a person and does not suppress it.
	Erases bool
	// Transactional is set when the call sends a message to one person or a
	// broadcast: its payloads want sanitize.MessageData.
	Transactional bool
	// Builds is set when the call sends nothing itself and its result carries
	// the parts to another call. They are judged here, not again there.
	Builds bool
	// Segment is set when the client is Segment's: a sink only of a client
	// whose Config.Endpoint is a Customer.io host (see IsHost).
	Segment bool
}

// Field is a struct field of an SDK that matters when it is assigned, in a
// composite literal or later.
type Field struct {
	Pkg     string // as in Call
	Type    string
	Name    string
	Role    Role
	Label   string
	Segment bool // as in Call
}

// Setter is a method on a map type that writes one key and returns the map.
type Setter struct {
	Pkg  string // as in Call
	Recv string
	Name string
	// Key is the key written; "" says that it is the argument KeyArg.
	Key      string
	KeyArg   int
	ValueArg int
	Segment  bool // as in Call
}

func parts(p ...Part) []Part { return p }

// at moves a part from an argument to the end of a path in it.
func at(p Part, path ...string) Part {
	p.Path = path
	return p
}

func attributes(arg int) Part               { return Part{Arg: arg, Role: Attributes, Label: "attributes"} }
func eventData(arg int) Part                { return Part{Arg: arg, Role: EventData, Label: "event data"} }
func deviceData(arg int) Part               { return Part{Arg: arg, Role: DeviceData, Label: "device data"} }
func messageData(arg int) Part              { return Part{Arg: arg, Role: MessageData, Label: "message data"} }
func rows(arg int) Part                     { return Part{Arg: arg, Role: Rows, Label: "rows"} }
func eventName(arg int) Part                { return Part{Arg: arg, Role: EventName, Label: "event name"} }
func identifier(arg int, label string) Part { return Part{Arg: arg, Role: Identifier, Label: label} }
func recipient(arg int, label string) Part  { return Part{Arg: arg, Role: Recipient, Label: label} }
func freeText(arg int, label string) Part   { return Part{Arg: arg, Role: FreeText, Label: label} }
func attachment(arg int, label string) Part { return Part{Arg: arg, Role: Attachment, Label: label} }
func credential(arg int, kind string) Part  { return Part{Arg: arg, Role: Credential, Label: kind} }
func sinkURL(arg int, label string) Part    { return Part{Arg: arg, Role: SinkURL, Label: label} }
func contextField(arg int, key string) Part {
	return Part{Arg: arg, Role: ContextField, Label: "context " + strings.ReplaceAll(key, ".", " "), Key: key}
}

// The kinds of credentials, as messages name them.
const (
	siteID     = "site ID"
	trackKey   = "track API key"
	appKey     = "App API key"
	writeKey   = "CDP write key"
	signingKey = "webhook signing key"
)
