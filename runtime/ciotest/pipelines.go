package ciotest

import (
	"encoding/json"
	"net/http"
)

// pipelinesCalls are the calls of the Data Pipelines API that are known one by one, and in a batch as its type.
var pipelinesCalls = map[string]bool{
	"identify": true, "track": true, "page": true, "screen": true, "group": true, "alias": true,
}

func pipelinesRoute(name string) route {
	if name == "batch" || pipelinesCalls[name] {
		return route{api: pipelinesAPI, action: "cdp." + name}
	}
	return route{}
}

// pipelines takes a call or a batch of them. What is wrong with one is answered with 200 all the same, unless the client
// is strict.
func (w *Workspace) pipelines(rt route, body []byte, strict bool) (status int, answer string, applied bool) {
	calls, ok := []json.RawMessage{body}, true
	if rt.action == "cdp.batch" {
		var request struct{ Batch []json.RawMessage }
		ok = len(body) <= maxBatch && json.Unmarshal(body, &request) == nil && len(request.Batch) > 0
		calls = request.Batch
	}
	for _, text := range calls {
		call, isObject := objectOf(text)
		if rt.action != "cdp.batch" && isObject {
			call["type"] = rt.action[len("cdp."):]
		}
		done := isObject && len(text) <= maxEntity && w.people.call(call)
		applied, ok = applied || done, ok && done
	}
	if !ok && strict {
		return http.StatusBadRequest, `{"meta":{"errors":["a call is malformed or too large"]}}`, applied
	}
	return http.StatusOK, "{}", applied
}

// call does what one call asks for, and reports whether there was anything to be understood.
func (r *registry) call(call map[string]any) bool {
	kind, _ := call["type"].(string)
	userID, _ := call["userId"].(string)
	anonymousID, _ := call["anonymousId"].(string)
	traits, _ := call["traits"].(map[string]any)
	if email, ok := traits["email"].(string); ok && userID == "" && kind == "identify" {
		userID = email
	}
	switch {
	case !pipelinesCalls[kind] || userID == "" && anonymousID == "":
		return false
	case kind == "track" && call["event"] == nil:
		return false
	case userID == "":
		return true // somebody whom nobody knows yet
	}
	switch who := byShape(userID); kind {
	case "identify":
		r.identify(who, traits)
	case "track":
		r.semantic(who, call["event"], call["properties"])
	case "page", "screen":
		r.track(who, call["name"], call["properties"])
	}
	return true
}

// semantic takes an event, which may be a command by its name.
func (r *registry) semantic(who identifier, event, properties any) {
	switch event {
	case "User Deleted":
		r.remove(who)
	case "User Suppressed":
		r.block(who)
	case "User Unsuppressed":
		r.unblock(who)
	case "Device Created or Updated", "Device Deleted", "Relationship Deleted", "Object Deleted", "Report Delivery Event":
	default:
		r.track(who, event, properties)
	}
}
