package customerio

import (
	"net/url"
	"strings"
)

// Endpoint is one request of the HTTP APIs that carries data of a person.
type Endpoint struct {
	Method string // "" is any
	// Path is matched segment by segment; a segment in braces matches any
	// one, and is an identifier if its name has a label in pathLabels.
	Path string
	// Parts lie in the JSON body; Part.Arg is not used.
	Parts []Part
	// Distinct is set when the path alone says that it is Customer.io's, so
	// that a base URL that is not known does not matter.
	Distinct bool
	// Erases is set when the request removes a person and does not suppress it.
	Erases        bool
	Transactional bool
}

// Request is an [Endpoint] that a request was recognised as.
type Request struct {
	*Endpoint
	// Identifiers are the indexes of the unknown parts of the URL that name
	// somebody, counted from 0, with what they name.
	Identifiers map[int]string
	// User, Password and Bearer say what credentials of the request are: the
	// Track API has a site ID and a key, the App API a bearer token, the CDP
	// API a write key as the user.
	User, Password, Bearer string
}

func body(role Role, label string, keys ...string) Part {
	var path []string
	for _, k := range keys {
		if k != "[]" {
			k = `["` + k + `"]`
		}
		path = append(path, k)
	}
	return Part{Role: role, Label: label, Path: path}
}

// endpoints are read off the vendor's OpenAPI documents
// (https://docs.customer.io/files/journeys-track.json, pipelines.json) and
// the App API's pages.
var endpoints = []Endpoint{
	{Method: "PUT", Path: "/api/v1/customers/{customer ID}", Distinct: true, Parts: parts(body(Attributes, "attributes"))},
	{Method: "DELETE", Path: "/api/v1/customers/{customer ID}", Distinct: true, Erases: true},
	{Method: "PUT", Path: "/api/v1/customers/{customer ID}/devices", Distinct: true, Parts: parts(
		body(DeviceData, "device data", "device", "attributes"), body(Identifier, "device ID", "device", "id"))},
	{Method: "POST", Path: "/api/v1/customers/{customer ID}/events", Distinct: true, Parts: parts(
		body(EventData, "event data", "data"), body(EventName, "event name", "name"))},
	{Path: "/api/v1/customers/{customer ID}/suppress", Distinct: true},
	{Path: "/api/v1/customers/{customer ID}/unsuppress", Distinct: true},
	{Method: "POST", Path: "/api/v1/events", Parts: parts(
		body(EventData, "event data", "data"), body(EventName, "event name", "name"), body(Identifier, "anonymous ID", "anonymous_id"))},
	{Method: "POST", Path: "/api/v1/forms/{form}/submit", Parts: parts(body(Attributes, "form data", "data"))},
	{Method: "POST", Path: "/api/v1/merge_customers", Distinct: true, Parts: parts(
		body(Identifier, "primary identifier", "primary", "id"), body(Identifier, "secondary identifier", "secondary", "id"))},
	{Method: "POST", Path: "/api/v2/entity", Distinct: true, Parts: entity()},
	{Method: "POST", Path: "/api/v2/batch", Distinct: true, Parts: entity("batch", "[]")},
	{Method: "POST", Path: "/v1/send/{channel}", Distinct: true, Transactional: true, Parts: parts(
		body(MessageData, "message data", "message_data"), body(Identifier, "identifier", "identifiers", "[]"), body(Recipient, "recipient", "to"),
		body(FreeText, "subject", "subject"), body(FreeText, "body", "body"), body(MessageData, "custom data", "custom_data"))},
	{Method: "POST", Path: "/v1/campaigns/{campaign}/triggers", Distinct: true, Transactional: true, Parts: parts(
		body(MessageData, "data", "data"), body(MessageData, "data per person", "per_user_data", "[]", "data"))},
	{Method: "POST", Path: "/v1/collections", Parts: parts(body(Rows, "rows", "data", "[]"), body(FreeText, "data URL", "url"))},
	{Method: "PUT", Path: "/v1/collections/{collection}", Parts: parts(body(Rows, "rows", "data", "[]"), body(FreeText, "data URL", "url"))},
	{Method: "PUT", Path: "/v1/collections/{collection}/content", Parts: parts(body(Rows, "rows", "[]"))},
	{Method: "POST", Path: "/v1/imports", Parts: parts(body(FreeText, "data file URL", "import", "data_file_url"))}, // names a file
	{Method: "POST", Path: "/v1/data_index/{what}"},                                                                 // describes attributes and events
	{Method: "POST", Path: "/v1/identify", Parts: parts(body(Attributes, "traits", "traits"), body(Identifier, "user ID", "userId"))},
	{Method: "POST", Path: "/v1/group", Parts: parts(body(Attributes, "traits", "traits"), body(Identifier, "user ID", "userId"))},
	{Method: "POST", Path: "/v1/track", Parts: parts(body(EventData, "properties", "properties"), body(Identifier, "user ID", "userId"), body(EventName, "event name", "event"))},
	{Method: "POST", Path: "/v1/page", Parts: parts(body(EventData, "properties", "properties"), body(Identifier, "user ID", "userId"))},
	{Method: "POST", Path: "/v1/screen", Parts: parts(body(EventData, "properties", "properties"), body(Identifier, "user ID", "userId"))},
	{Method: "POST", Path: "/v1/batch", Parts: parts(
		body(Attributes, "traits", "batch", "[]", "traits"), body(EventData, "properties", "batch", "[]", "properties"),
		body(Identifier, "user ID", "batch", "[]", "userId"))},
}

// entity is an item of the Track API's second version, below the given keys.
func entity(below ...string) []Part {
	at := func(role Role, label string, keys ...string) Part {
		return body(role, label, append(append([]string(nil), below...), keys...)...)
	}
	return parts(
		at(Attributes, "attributes", "attributes"), at(Identifier, "identifier", "identifiers", "[]"),
		at(DeviceData, "device data", "device", "attributes"), at(EventName, "event name", "name"),
	)
}

// Hole stands in a URL for a part that is not a constant.
const Hole = "{}"

// LookupRequest recognises a request by its method ("" if unknown) and its
// URL, in which [Hole] stands for what is not constant.
func LookupRequest(method, rawURL string) (*Request, bool) {
	host, path, known := split(rawURL)
	if known && !hosts[host] {
		return nil, false
	}
	before := strings.Count(rawURL[:strings.Index(rawURL, path)], Hole)
	for i := range endpoints {
		e := &endpoints[i]
		if !known && !e.Distinct || method != "" && e.Method != "" && !strings.EqualFold(method, e.Method) {
			continue
		}
		if ids, ok := matchPath(e.Path, path, before); ok {
			return credentials(&Request{Endpoint: e, Identifiers: ids}, host, path), true
		}
	}
	if known && method != "" && !strings.Contains(path, Hole) { // carries no person's data, but a key
		return credentials(&Request{Endpoint: &Endpoint{Method: method, Path: path}}, host, path), true
	}
	return nil, false
}

// credentials says what credentials of a request are.
func credentials(r *Request, host, path string) *Request {
	r.User, r.Password, r.Bearer = siteID, trackKey, appKey
	switch {
	case strings.HasPrefix(host, "cdp"):
		r.User, r.Password, r.Bearer = writeKey, "", writeKey
	case strings.HasPrefix(path, "/api/v"): // Basic, as "site ID:key"
		r.Bearer = trackKey
	}
	return r
}

// split takes a URL apart; known says whether the host is a constant.
func split(rawURL string) (host, path string, known bool) {
	if u, err := url.Parse(strings.ReplaceAll(rawURL, Hole, "%7B%7D")); err == nil && u.Host != "" && !strings.Contains(u.Host, "{") {
		rest := rawURL[strings.Index(rawURL, "://")+3:]
		_, path, _ = strings.Cut(rest, "/")
		return strings.ToLower(u.Hostname()), cutQuery("/" + path), true
	}
	i := strings.Index(rawURL, "/api/v")
	if j := strings.Index(rawURL, "/v1/"); i < 0 || j >= 0 && j < i {
		i = j
	}
	if i < 0 {
		return "", "", false
	}
	return "", cutQuery(rawURL[i:]), false
}

func cutQuery(path string) string {
	path, _, _ = strings.Cut(path, "?")
	return path
}

// matchPath matches a path against a row's; ids are the holes that are identifiers.
func matchPath(row, path string, holes int) (ids map[int]string, ok bool) {
	want, have := strings.Split(row, "/"), strings.Split(strings.TrimSuffix(path, "/"), "/")
	if len(want) != len(have) || path == "" {
		return nil, false
	}
	ids = map[int]string{}
	for i, w := range want {
		n := strings.Count(have[i], Hole)
		label, isParam := strings.CutPrefix(w, "{")
		if !isParam && w != have[i] {
			return nil, false
		}
		if isParam && strings.HasSuffix(label, "ID}") {
			for k := range n {
				ids[holes+k] = strings.TrimSuffix(label, "}")
			}
		}
		holes += n
	}
	return ids, true
}
