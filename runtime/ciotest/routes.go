package ciotest

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// A route is what a request asks for.
type route struct {
	action     string
	identifier string
	idType     string // for attributes: which kind of identifier
	app        bool
}

// maxBody is more than the largest request of the real API may have.
const maxBody = 1 << 20

// serve answers one request.
func (w *Workspace) serve(out http.ResponseWriter, r *http.Request) {
	w.enter(1)
	defer w.enter(-1)
	body, _ := io.ReadAll(io.LimitReader(r.Body, maxBody)) // whole, so that the connection can be used again

	rt := parse(r)
	fault := w.faultFor(r)
	w.wait(r, fault)
	status, answer, applied := fault.Status, "", false
	if fault.Kind == None || fault.Kind == LoseReply {
		status, answer, applied = w.answer(r, rt, body)
	}
	if fault.Kind != None && fault.Kind != Refuse {
		status = 0
	}
	w.note(r, rt, body, status, applied)
	if fault.Kind != None {
		fault.write(out)
		return
	}
	out.Header().Set("Content-Type", "application/json")
	if status == http.StatusMovedPermanently {
		out.Header().Set("Location", answer)
	}
	out.WriteHeader(status)
	fmt.Fprintln(out, answer)
}

// answer authenticates and performs a request. A redirect's answer is where it leads to.
func (w *Workspace) answer(r *http.Request, rt route, body []byte) (status int, answer string, applied bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	object, ok := objectOf(body)
	switch {
	case rt.action == "":
		return http.StatusNotFound, `{"meta":{"error":"not found"}}`, false
	case rt.action != "region" && w.elsewhere(r.Host) != "":
		return http.StatusMovedPermanently, w.elsewhere(r.Host) + r.RequestURI, false
	case !w.authorized(r, rt):
		return http.StatusUnauthorized, `{"meta":{"error":"Unauthorized request"}}`, false
	case rt.app:
		status, answer = w.look(rt)
		return status, answer, status == http.StatusOK
	case !ok:
		return http.StatusBadRequest, `{"meta":{"error":"the body is not a JSON object"}}`, false
	}
	return http.StatusOK, w.perform(rt, object), true
}

func (w *Workspace) authorized(r *http.Request, rt route) bool {
	if rt.app {
		key, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		return ok && w.appKeys[key]
	}
	siteID, key, ok := r.BasicAuth()
	return ok && w.trackKeys[trackKey{siteID, key}]
}

// perform does what a Track API request asks for.
func (w *Workspace) perform(rt route, body map[string]any) string {
	switch rt.action {
	case "region":
		return toJSON(map[string]any{"url": w.URL, "region": w.region, "environment_id": 1})
	case "identify":
		w.identify(rt.identifier, body)
	case "event":
		w.track(rt.identifier, body)
	case "delete":
		w.remove(rt.identifier)
	case "suppress":
		w.block(rt.identifier)
	case "unsuppress":
		delete(w.blocked, rt.identifier)
	}
	return "{}"
}

// look answers an App API request.
func (w *Workspace) look(rt route) (int, string) {
	p := w.visible(rt.identifier)
	switch {
	case rt.action == "search" && (p == nil || p.Email != rt.identifier):
		return http.StatusOK, `{"results":[]}`
	case rt.action == "search":
		return http.StatusOK, toJSON(map[string]any{"results": []any{
			map[string]string{"cio_id": p.CioID, "email": p.Email, "id": p.ID},
		}})
	case p == nil || rt.idType == "id" && p.ID != rt.identifier:
		return http.StatusNotFound, `{"errors":[{"detail":"customer not found","status":"404"}]}`
	}
	return http.StatusOK, toJSON(map[string]any{"customer": map[string]any{
		"id":         p.ID,
		"attributes": map[string]string{"id": p.ID, "email": p.Email, "cio_id": p.CioID},
	}})
}

// parse finds the route of a request. The path is cut into segments first and decoded then.
func parse(r *http.Request) route {
	segments := strings.Split(strings.TrimPrefix(r.URL.EscapedPath(), "/"), "/")
	for i, segment := range segments {
		decoded, err := url.PathUnescape(segment)
		if err != nil {
			return route{}
		}
		segments[i] = decoded
	}
	if len(segments) > 2 && segments[0] == "api" && segments[1] == "v1" {
		return trackRoute(r.Method, segments[2:])
	}
	if r.Method == http.MethodGet && len(segments) > 1 && segments[0] == "v1" && segments[1] == "customers" {
		return appRoute(segments[2:], r.URL.Query())
	}
	return route{}
}

func trackRoute(method string, segments []string) route {
	if method == http.MethodGet && len(segments) == 2 && segments[0] == "accounts" && segments[1] == "region" {
		return route{action: "region"}
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

func appRoute(segments []string, query url.Values) route {
	if len(segments) == 0 {
		return route{action: "search", identifier: query.Get("email"), app: true}
	}
	if len(segments) != 2 || segments[1] != "attributes" {
		return route{}
	}
	rt := route{action: "attributes", identifier: segments[0], idType: query.Get("id_type"), app: true}
	if rt.idType == "" {
		rt.idType = "id"
	}
	if rt.idType == "cio_id" {
		rt.identifier = "cio_" + rt.identifier
	}
	return rt
}

func (w *Workspace) note(r *http.Request, rt route, body []byte, status int, applied bool) {
	siteID, _, _ := r.BasicAuth()
	w.mu.Lock()
	defer w.mu.Unlock()
	w.calls = append(w.calls, Call{
		Host: r.Host, Method: r.Method, Path: r.RequestURI, Action: rt.action, Identifier: rt.identifier,
		SiteID: siteID, Body: body, Status: status, Applied: applied, At: time.Now(),
	})
}

func (w *Workspace) enter(n int) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.active += n
	w.peak = max(w.peak, w.active)
}

func toJSON(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // only maps of strings come here
	}
	return string(text)
}
