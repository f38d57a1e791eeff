package ciotest

import (
	"encoding/json"
	"net/http"
)

// How many bytes a request to the second version of the Track API may have. The vendor says 32kb and 500kb; its own
// clients take that for thousands.
const (
	maxEntity = 32_000
	maxBatch  = 500_000
)

// A defect is what the second version of the Track API says is wrong with an entity.
type defect struct {
	Index   *int   `json:"batch_index,omitempty"`
	Reason  string `json:"reason"`
	Field   string `json:"field"`
	Message string `json:"message"`
}

func invalid(field, message string) *defect {
	return &defect{Reason: "invalid", Field: field, Message: message}
}

func defectsJSON(all ...*defect) string { return toJSON(map[string]any{"errors": all}) }

func entityRoute(method, name string) route {
	if method == http.MethodPost && (name == "entity" || name == "batch") {
		return route{action: name}
	}
	return route{}
}

// entity does one thing to one person, object or delivery.
func (w *Workspace) entity(body []byte) (int, string) {
	if wrong := w.people.change(body); wrong != nil {
		return http.StatusBadRequest, defectsJSON(wrong)
	}
	return http.StatusOK, "{}"
}

// batch does many of them. What is wrong with some does not keep the others from being done.
func (w *Workspace) batch(body []byte) (status int, answer string, applied bool) {
	var request struct{ Batch []json.RawMessage }
	if len(body) > maxBatch || json.Unmarshal(body, &request) != nil || len(request.Batch) == 0 {
		return http.StatusBadRequest, defectsJSON(invalid("batch", "must be a list of entities, with less than 500kb")), false
	}
	var wrong []*defect
	for i, item := range request.Batch {
		if d := w.people.change(item); d != nil {
			d.Index = &i
			wrong = append(wrong, d)
		}
	}
	if wrong == nil {
		return http.StatusOK, "{}", true
	}
	return http.StatusMultiStatus, defectsJSON(wrong...), len(wrong) < len(request.Batch)
}

// taken are the actions that are accepted, and change nobody: the workspace holds no devices, objects or deliveries.
var taken = map[string]bool{
	"person add_relationships": true, "person delete_relationships": true,
	"person add_device": true, "person delete_device": true,
	"object identify": true, "object identify_anonymous": true, "object delete": true,
	"object add_relationships": true, "object delete_relationships": true,
	"delivery event": true,
}

// change does what an entity asks for, or says why not.
func (r *registry) change(text []byte) *defect {
	entity, ok := objectOf(text)
	if !ok || len(text) > maxEntity {
		return invalid("", "must be a JSON object with less than 32kb")
	}
	kind, _ := entity["type"].(string)
	action, _ := entity["action"].(string)
	switch asked := kind + " " + action; {
	case asked == "person merge":
		return r.mergeOf(entity)
	case kind == "person":
		who, wrong := identifierOf(entity["identifiers"], "identifiers")
		if wrong != nil || taken[asked] {
			return wrong
		}
		return r.changePerson(who, action, entity)
	case !taken[asked]:
		return invalid("action", "must be one that the type has")
	}
	if identifiers, _ := entity["identifiers"].(map[string]any); len(identifiers) == 0 {
		return invalid("identifiers", "must be there")
	}
	return nil
}

// changePerson does what an entity asks for of one person.
func (r *registry) changePerson(who identifier, action string, entity map[string]any) *defect {
	switch action {
	case "identify":
		attributes, _ := entity["attributes"].(map[string]any)
		r.identify(who, attributes)
	case "event", "page", "screen":
		if name, _ := entity["name"].(string); name == "" {
			return invalid("name", "must be a text, and not empty")
		}
		r.track(who, entity["name"], entity["attributes"])
	case "delete":
		r.remove(who)
	case "suppress":
		r.block(who)
	case "unsuppress":
		r.unblock(who)
	default:
		return invalid("action", "must be one that the type has")
	}
	return nil
}
