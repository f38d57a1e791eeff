package ciotest

import (
	"net/http"
	"strings"
)

// trackRoute is a route of the first version of the Track API.
func trackRoute(method string, segments []string) route {
	switch method + " " + strings.Join(segments, "/") {
	case "GET accounts/region":
		return route{action: "region"}
	case "POST merge_customers":
		return route{action: "merge"}
	case "POST events":
		return route{action: "anonymous_event"}
	}
	if segments[0] != "customers" || len(segments) < 2 || segments[1] == "" {
		return route{}
	}
	rt := route{identifier: segments[1]}
	if tail := segments[2:]; method == http.MethodDelete && len(tail) == 2 && tail[0] == "devices" && tail[1] != "" {
		rt.action = "delete_device"
	} else {
		rt.action = trackActions[strings.TrimSpace(method+" "+strings.Join(tail, "/"))]
	}
	return rt
}

// trackActions are what can be done to a person, by method and the path behind the identifier.
var trackActions = map[string]string{
	"PUT": "identify", "DELETE": "delete", "POST events": "event", "POST suppress": "suppress", "POST unsuppress": "unsuppress",
	"PUT devices": "add_device",
}

// perform does what a request to the first version of the Track API asks for.
func (w *Workspace) perform(rt route, body []byte) (int, string) {
	object, ok := objectOf(body)
	if !ok {
		return http.StatusBadRequest, `{"meta":{"error":"the body is not a JSON object"}}`
	}
	switch who := byShape(rt.identifier); rt.action {
	case "region":
		return http.StatusOK, toJSON(map[string]any{"url": w.URL, "region": w.region, "environment_id": 1})
	case "identify":
		w.people.identify(who, object)
	case "event":
		w.people.track(who, object["name"], object["data"])
	case "delete":
		w.people.remove(who)
	case "suppress":
		w.people.block(who)
	case "unsuppress":
		w.people.unblock(who)
	case "merge":
		if wrong := w.people.mergeOf(object); wrong != nil {
			return http.StatusBadRequest, toJSON(map[string]any{"meta": map[string]string{"error": wrong.Field + ": " + wrong.Message}})
		}
	}
	return http.StatusOK, "{}"
}
