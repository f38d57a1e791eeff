package ciotest

import (
	"net/http"
	"net/url"
)

func appRoute(segments []string, query url.Values) route {
	if len(segments) == 0 {
		return route{api: appAPI, action: "search", identifier: query.Get("email")}
	}
	if len(segments) != 2 || segments[1] != "attributes" {
		return route{}
	}
	rt := route{api: appAPI, action: "attributes", identifier: segments[0], idType: query.Get("id_type")}
	if rt.idType == "" {
		rt.idType = "id"
	}
	if rt.idType == "cio_id" {
		rt.identifier = "cio_" + rt.identifier
	}
	return rt
}

// look answers an App API request.
func (w *Workspace) look(rt route) (int, string) {
	p := w.people.visible(rt.identifier)
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
