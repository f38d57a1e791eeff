// Mode: always.

// Package rawhttp makes requests without an SDK: what is encoded is wrapped.
package rawhttp

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"strings"
)

const base = "https://track.customer.io/api/v1"

func marshalled(v string) error {
	body, err := json.Marshal(map[string]any{"city": v})
	if err != nil {
		return err
	}
	req, err := http.NewRequest("PUT", base+"/customers/1", bytes.NewReader(body)) // want `payload of PUT .* skips the sanitizer`
	if err != nil {
		return err
	}
	_, err = http.DefaultClient.Do(req)
	return err
}

func encoded(v string) error {
	var body bytes.Buffer
	if err := json.NewEncoder(&body).Encode(map[string]any{"name": "paid", "data": map[string]any{"city": v}}); err != nil {
		return err
	}
	_, err := http.Post(base+"/customers/1/events", "application/json", &body) // want `payload of POST .* skips the sanitizer`
	return err
}

func inSteps(v string) error {
	event := map[string]any{"name": "paid"}
	event["data"] = map[string]any{"ssn": v} // want `never-send key "ssn"`
	body, err := json.Marshal(event)
	if err != nil {
		return err
	}
	_, err = http.Post(base+"/customers/1/events", "application/json", strings.NewReader(string(body)))
	return err
}

type entity struct {
	Type        string            `json:"type"`
	Identifiers map[string]string `json:"identifiers"`
	Attributes  map[string]any    `json:"attributes"`
}

func post(path string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	var r io.Reader
	if b != nil {
		r = bytes.NewBuffer(b)
	}
	_, err = http.Post("https://track.customer.io"+path, "application/json", r)
	return err
}

func structured(v string) error {
	return post("/api/v2/entity", entity{Type: "person", Identifiers: map[string]string{"id": "u1"}, Attributes: map[string]any{"city": v}}) // want `payload of POST /api/v2/entity skips the sanitizer`
}

func toAny(v string) error {
	return post("/api/v1/customers/1/events", map[string]any{"name": "paid", "data": map[string]any{"city": v}}) // want `payload of POST .* skips the sanitizer`
}

// A literal of texts says the same with values of any type.
func texts(v string) error {
	body, err := json.Marshal(map[string]string{"city": v})
	if err != nil {
		return err
	}
	_, err = http.NewRequest("PUT", base+"/customers/1", bytes.NewReader(body)) // want `payload of PUT .* skips the sanitizer`
	return err
}

// A map of texts cannot be changed where it is used.
func textsInAVariable(v string) error {
	m := map[string]string{"city": v}
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	_, err = http.NewRequest("PUT", base+"/customers/1", bytes.NewReader(body)) // want `payload of PUT .* skips the sanitizer`
	return err
}

// Of a struct the sanitizer would make a map: it is not for a fix to decide.
func structs(v string) error {
	body, err := json.Marshal(struct {
		SSN string `json:"ssn"`
	}{SSN: v}) // want `never-send key "ssn"`
	if err != nil {
		return err
	}
	_, err = http.NewRequest("PUT", base+"/customers/1", bytes.NewReader(body))
	return err
}

// What is encoded goes elsewhere, too, where it may be wanted as it is.
func sentTwice(v string) error {
	body, err := json.Marshal(map[string]any{"city": v})
	if err != nil {
		return err
	}
	if _, err := http.Post("https://billing.example.com/people", "application/json", bytes.NewReader(body)); err != nil {
		return err
	}
	_, err = http.NewRequest("PUT", base+"/customers/1", bytes.NewReader(body)) // want `payload of PUT .* skips the sanitizer`
	return err
}
