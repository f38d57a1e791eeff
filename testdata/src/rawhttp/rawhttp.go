// Mode: always.

// Package rawhttp talks to Customer.io without an SDK.
package rawhttp

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"

	"github.com/ciolint/ciolint/runtime/sanitize"
)

type user struct{ ID, Email, Phone, SSN string }

func put(id string, attrs map[string]any) error {
	b, err := json.Marshal(attrs)
	if err != nil {
		return err
	}
	req, err := http.NewRequest("PUT", "https://track.customer.io/api/v1/customers/"+url.PathEscape(id), bytes.NewReader(b))
	if err != nil {
		return err
	}
	req.SetBasicAuth(os.Getenv("CUSTOMERIO_SITE_ID"), os.Getenv("CUSTOMERIO_API_KEY"))
	_, err = http.DefaultClient.Do(req)
	return err
}

func keyInTheBody(u user) error {
	return put(u.ID, map[string]any{"ssn": u.SSN}) // want `never-send key "ssn" reaches PUT /api/v1/customers/{customer ID}`
}

func harmlessBody(u user) error {
	return put(u.ID, sanitize.Attributes(map[string]any{"ssn": u.SSN}))
}

func unsanitizedBody(u user) error {
	return put(u.ID, map[string]any{"email": u.Email}) // want `payload of PUT /api/v1/customers/{customer ID} skips the sanitizer`
}

func phoneInThePath(u user) error {
	return put(u.Phone, nil) // want `hash value Phone is used as customer ID of PUT /api/v1/customers/{customer ID}`
}

const trackBase = "https://track-eu.customer.io"

func event(ctx context.Context, u user) error {
	body := map[string]any{"name": "paid", "data": map[string]any{"card_number": u.SSN}} // want `never-send key "card_number" reaches POST /api/v1/customers/{customer ID}/events`
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(body); err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, fmt.Sprintf("%s/api/v1/customers/%s/events", trackBase, url.PathEscape(u.ID)), &buf)
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(os.Getenv("SITE")+":"+os.Getenv("KEY"))))
	_, err = http.DefaultClient.Do(req)
	return err
}

func eventSanitized(ctx context.Context, u user) error {
	body := map[string]any{"name": "paid", "data": sanitize.Attributes(map[string]any{"card_number": u.SSN})}
	b, _ := json.Marshal(body)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, fmt.Sprintf("%s/api/v1/customers/%s/events", trackBase, url.PathEscape(u.ID)), strings.NewReader(string(b)))
	if err != nil {
		return err
	}
	_, err = http.DefaultClient.Do(req)
	return err
}

// client is the usual thin wrapper: method, path and body are parameters.
type client struct {
	base string
	http *http.Client
}

func (c *client) do(method, path string, body any) error {
	var r io.Reader
	if body != nil {
		b, err := json.Marshal(body)
		if err != nil {
			return err
		}
		r = bytes.NewBuffer(b)
	}
	req, err := http.NewRequest(method, c.base+path, r)
	if err != nil {
		return err
	}
	res, err := c.http.Do(req)
	if err != nil {
		return err
	}
	return res.Body.Close()
}

type entity struct {
	Type        string            `json:"type"`
	Identifiers map[string]string `json:"identifiers"`
	Attributes  map[string]any    `json:"attributes"`
}

func (c *client) entity(u user) error {
	return c.do("POST", "/api/v2/entity", entity{
		Type:        "person",
		Identifiers: map[string]string{"id": u.ID},
		Attributes:  map[string]any{"tax_id": u.SSN}, // want `never-send key "tax_id" reaches POST /api/v2/entity`
	})
}

func (c *client) entitySanitized(u user) error {
	return c.do("POST", "/api/v2/entity", entity{
		Type:        "person",
		Identifiers: map[string]string{"email": u.Email},
		Attributes:  sanitize.Attributes(map[string]any{"tax_id": u.SSN}),
	})
}

// The same wrapper is used for another service, which may have the number.
func (c *client) otherService(u user) error {
	return c.do("POST", "/v2/verifications", map[string]any{"ssn": u.SSN})
}

func elsewhere(u user) error {
	b, _ := json.Marshal(map[string]any{"ssn": u.SSN})
	_, err := http.Post("https://kyc.example.com/api/v1/identities", "application/json", bytes.NewReader(b))
	return err
}

func sendEmail(u user) error {
	b, _ := json.Marshal(map[string]any{
		"to":           u.Email,
		"message_data": map[string]any{"password": u.SSN}, // want `never-send key "password" reaches POST /v1/send/{channel}`
	})
	_, err := http.Post("https://api.customer.io/v1/send/email", "application/json", bytes.NewReader(b))
	return err
}

func hardcoded(u user) error {
	req, err := http.NewRequest("DELETE", "https://track.customer.io/api/v1/customers/"+url.PathEscape(u.ID), nil) // want `person deleted by`
	if err != nil {
		return err
	}
	req.SetBasicAuth("0123456789abcdef0123", "fedcba9876543210fedc") // want `hardcoded site ID "0123…" \(20 characters\) in DELETE /api/v1/customers/{customer ID}` `hardcoded track API key "fedc…" \(20 characters\)`
	_, err = http.DefaultClient.Do(req)
	return err
}

func hardcodedBearer(r io.Reader) error {
	req, err := http.NewRequest("POST", "https://api-eu.customer.io/v1/send/push", r) // want `payload of POST /v1/send/{channel} skips the sanitizer`
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", "Bearer 0123456789abcdef0123456789abcdef") // want `hardcoded App API key "0123…" \(32 characters\) in POST /v1/send/{channel}`
	_, err = http.DefaultClient.Do(req)
	return err
}

func notToUs(u user) error {
	req, err := http.NewRequest("POST", "https://docs.customer.io/v1/feedback", nil)
	if err != nil {
		return err
	}
	req.SetBasicAuth("0123456789abcdef0123", "fedcba9876543210fedc")
	_, err = http.DefaultClient.Do(req)
	return err
}

// poster has its base in a field, and its paths at the calls.
type poster struct{ base string }

func newPoster() *poster { return &poster{base: "https://track.customer.io/api/v1"} }

func (p *poster) post(path string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	_, err = http.Post(p.base+path, "application/json", bytes.NewReader(b))
	return err
}

func baseInAField(u user) error {
	return newPoster().post("/customers/1/events", map[string]any{"data": map[string]any{"ssn": u.SSN}}) // want `never-send key "ssn" reaches POST /api/v1/customers/{customer ID}/events`
}
