package fakeapi

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

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.enter(1)
	defer s.enter(-1)
	io.Copy(io.Discard, io.LimitReader(r.Body, 1<<20)) // so that the connection can be used again

	rt := parse(r)
	fault := s.faultFor(r)
	status, answer, applied := fault.Status, "", false
	if fault.Kind == None || fault.Kind == LoseReply {
		status, answer, applied = s.answer(r, rt)
	}
	if fault.Kind != None && fault.Kind != Refuse {
		status = 0
	}
	s.note(r, rt, status, applied)
	if fault.Kind != None {
		fault.write(w)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	fmt.Fprintln(w, answer)
}

// answer authenticates and performs a request.
func (s *Server) answer(r *http.Request, rt route) (status int, body string, applied bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch {
	case rt.action == "":
		return http.StatusNotFound, `{"meta":{"error":"not found"}}`, false
	case !s.authorized(r, rt):
		return http.StatusUnauthorized, `{"meta":{"error":"Unauthorized request"}}`, false
	case rt.app:
		status, body = s.look(rt)
		return status, body, status == http.StatusOK
	}
	return http.StatusOK, s.perform(rt), true
}

func (s *Server) authorized(r *http.Request, rt route) bool {
	if rt.app {
		key, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		return ok && s.appKeys[key]
	}
	siteID, key, ok := r.BasicAuth()
	return ok && s.trackKeys[trackKey{siteID, key}]
}

// perform does what a Track API request asks for.
func (s *Server) perform(rt route) string {
	switch rt.action {
	case "region":
		return toJSON(map[string]any{"url": s.URL, "region": s.region, "environment_id": 1})
	case "identify", "event":
		s.identify(rt.identifier)
	case "delete":
		s.remove(rt.identifier)
	case "suppress":
		s.block(rt.identifier)
	case "unsuppress":
		delete(s.blocked, rt.identifier)
	}
	return "{}"
}

// look answers an App API request.
func (s *Server) look(rt route) (int, string) {
	p := s.visible(rt.identifier)
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

func (s *Server) note(r *http.Request, rt route, status int, applied bool) {
	siteID, _, _ := r.BasicAuth()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls = append(s.calls, Call{
		Method: r.Method, Path: r.RequestURI, Action: rt.action, Identifier: rt.identifier,
		SiteID: siteID, Status: status, Applied: applied, At: time.Now(),
	})
}

func (s *Server) enter(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.active += n
	s.peak = max(s.peak, s.active)
}

func toJSON(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		panic(err) // only maps of strings come here
	}
	return string(text)
}
