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
	api        api
	action     string // see [On]; empty for no known route
	identifier string
	idType     string // for attributes: which kind of identifier
}

// An api is one of Customer.io's, each with keys of its own.
type api uint8

const (
	trackAPI api = iota
	appAPI
	pipelinesAPI
)

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
	switch {
	case rt.action == "":
		return http.StatusNotFound, `{"meta":{"error":"not found"}}`, false
	case rt.action != "region" && w.elsewhere(r.Host) != "":
		return http.StatusMovedPermanently, w.elsewhere(r.Host) + r.RequestURI, false
	case !w.authorized(r, rt):
		return http.StatusUnauthorized, `{"meta":{"error":"Unauthorized request"}}`, false
	}
	switch {
	case rt.api == appAPI:
		status, answer = w.look(rt)
		return status, answer, status == http.StatusOK
	case rt.api == pipelinesAPI:
		return w.pipelines(rt, body, r.Header.Get("X-Strict-Mode") == "1")
	case rt.action == "entity":
		status, answer = w.entity(body)
		return status, answer, status == http.StatusOK
	case rt.action == "batch":
		return w.batch(body)
	}
	status, answer = w.perform(rt, body)
	return status, answer, status == http.StatusOK
}

func (w *Workspace) authorized(r *http.Request, rt route) bool {
	if rt.api == appAPI {
		key, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		return ok && w.appKeys[key]
	}
	user, password, ok := r.BasicAuth()
	if rt.api == pipelinesAPI {
		return ok && w.writeKeys[user] && password == ""
	}
	return ok && w.trackKeys[trackKey{user, password}]
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
	switch version := strings.Join(segments[:min(2, len(segments))], "/"); {
	case len(segments) > 2 && version == "api/v1":
		return trackRoute(r.Method, segments[2:])
	case len(segments) == 3 && version == "api/v2":
		return entityRoute(r.Method, segments[2])
	case len(segments) == 2 && segments[0] == "v1" && r.Method == http.MethodPost:
		return pipelinesRoute(segments[1])
	case version == "v1/customers" && r.Method == http.MethodGet:
		return appRoute(segments[2:], r.URL.Query())
	}
	return route{}
}

func (w *Workspace) note(r *http.Request, rt route, body []byte, status int, applied bool) {
	siteID := ""
	if rt.api == trackAPI {
		siteID, _, _ = r.BasicAuth()
	}
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
		panic(err) // only what encoding/json has read, and texts, come here
	}
	return string(text)
}

// objectOf reads a body; an empty one is an empty object.
func objectOf(body []byte) (object map[string]any, ok bool) {
	if len(body) == 0 {
		return map[string]any{}, true
	}
	return object, json.Unmarshal(body, &object) == nil && object != nil
}
