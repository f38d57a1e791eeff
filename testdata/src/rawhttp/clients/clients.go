// Mode: always.

// Package clients makes requests with clients that are built on net/http.
package clients

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"os"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/go-resty/resty/v2"
	"github.com/hashicorp/go-retryablehttp"
)

type user struct{ ID, Email, Phone, SSN string }

const track = "https://track.customer.io/api/v1"

func retried(u user) {
	b, _ := json.Marshal(map[string]any{"ssn": u.SSN})                                              // want `never-send key "ssn" reaches PUT /api/v1/customers/{customer ID}`
	req, _ := retryablehttp.NewRequest("PUT", track+"/customers/"+url.PathEscape(u.ID), b)          // bytes
	req.SetBasicAuth("0a1b2c3d4e5f60718293", "11aa22bb33cc44dd55ee")                                // want `hardcoded track API key` `hardcoded site ID`
	retryablehttp.NewClient().Do(req)                                                               // sent
	retryablehttp.NewRequest("PUT", track+"/customers/"+url.PathEscape(u.Phone), nil)               // want `hash value Phone is used as customer ID of PUT`
	retryablehttp.Post(track+"/events", "application/json", []byte(`{"data":{"plan":"`+u.ID+`"}}`)) // want `payload of POST /api/v1/events skips the sanitizer`
}

func retriedTwin(ctx context.Context, u user) {
	b, _ := json.Marshal(sanitize.Attributes(map[string]any{"ssn": u.SSN}))
	req, _ := retryablehttp.NewRequestWithContext(ctx, "PUT", track+"/customers/"+url.PathEscape(u.ID), bytes.NewReader(b))
	req.SetBasicAuth(os.Getenv("SITE"), os.Getenv("KEY"))
	retryablehttp.NewClient().Do(req)
	other, _ := json.Marshal(map[string]any{"ssn": u.SSN})
	retryablehttp.NewRequest("PUT", "https://example.com/api/v1/customers/1", other)
}

func wrapped(u user) {
	b, _ := json.Marshal(map[string]any{"ssn": u.SSN}) // want `never-send key "ssn" reaches PUT /api/v1/customers/{customer ID}`
	req, _ := http.NewRequest("PUT", track+"/customers/"+url.PathEscape(u.ID), bytes.NewReader(b))
	again, _ := retryablehttp.FromRequest(req)
	retryablehttp.NewClient().Do(again)
}

func chained(c *resty.Client, u user) {
	c.R().SetBody(map[string]any{"ssn": u.SSN}).SetBasicAuth("0a1b2c3d4e5f60718293", os.Getenv("KEY")).Put(track + "/customers/" + url.PathEscape(u.ID)) // want `never-send key "ssn" reaches PUT /api/v1/customers/{customer ID}` `hardcoded site ID`
	c.R().SetBody(map[string]any{"email": u.Email}).Put(track + "/customers/" + url.PathEscape(u.ID))                                                    // want `payload of PUT /api/v1/customers/{customer ID} skips the sanitizer`
	c.R().Put(track + "/customers/" + url.PathEscape(u.Phone))                                                                                           // want `hash value Phone is used as customer ID`
}

func chainedTwin(c *resty.Client, u user) {
	c.R().SetBody(sanitize.Attributes(map[string]any{"ssn": u.SSN})).SetBasicAuth(os.Getenv("SITE"), os.Getenv("KEY")).Put(track + "/customers/" + url.PathEscape(u.ID))
	c.R().SetBody(map[string]any{"ssn": u.SSN}).Put("https://example.com/api/v1/customers/1")
	c.R().SetResult(&u).Get(track + "/customers/" + url.PathEscape(u.ID))
}

func inSteps(ctx context.Context, c *resty.Client, u user, isNew bool) {
	req := c.R().SetContext(ctx)
	if isNew {
		req = req.SetHeader("X-New", "1")
	}
	req.SetBody(map[string]any{"type": "person", "action": "identify", "identifiers": map[string]any{"id": u.ID}, "attributes": map[string]any{"iban": u.SSN}}) // want `never-send key "iban" reaches POST /api/v2/entity`
	req.Execute(http.MethodPost, "/api/v2/entity")
}

func inStepsTwin(c *resty.Client, u user) {
	req := c.R()
	req.SetBody(map[string]any{"type": "person", "action": "identify", "identifiers": map[string]any{"id": u.ID}, "attributes": sanitize.Attributes(map[string]any{"iban": u.SSN})})
	req.Execute(http.MethodPost, "/api/v2/entity")
}

func message(c *resty.Client, u user) {
	c.R().SetAuthToken("00112233445566778899aabbccddeeff").SetBody(map[string]any{"to": u.Email, "message_data": map[string]any{"password": u.SSN}}).Post("https://api.customer.io/v1/send/email") // want `never-send key "password" reaches POST /v1/send/{channel}` `hardcoded App API key`
}

func messageTwin(c *resty.Client, u user) {
	c.R().SetAuthToken(os.Getenv("KEY")).SetBody(map[string]any{"to": u.Email, "message_data": sanitize.MessageData(map[string]any{"password": u.SSN})}).Post("https://api.customer.io/v1/send/email")
}

func erase(c *resty.Client, u user) {
	c.R().Delete(track + "/customers/" + url.PathEscape(u.ID)) // want `without`
}

func eraseTwin(c *resty.Client, u user) error {
	if _, err := c.R().Post(track + "/customers/" + url.PathEscape(u.ID) + "/suppress"); err != nil {
		return err
	}
	_, err := c.R().Delete(track + "/customers/" + url.PathEscape(u.ID))
	return err
}
