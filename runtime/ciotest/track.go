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
	}
	if segments[0] != "customers" || len(segments) < 2 || len(segments) > 3 || segments[1] == "" {
		return route{}
	}
	tail := ""
	if len(segments) == 3 {
		tail = "/" + segments[2]
	}
	action := map[string]string{
		"PUT": "identify", "DELETE": "delete", "POST /events": "event",
		"POST /suppress": "suppress", "POST /unsuppress": "unsuppress",
	}[strings.TrimSpace(method+" "+tail)]
	return route{action: action, identifier: segments[1]}
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
