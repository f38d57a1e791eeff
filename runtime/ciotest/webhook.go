package ciotest

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"time"

	"github.com/ciolint/ciolint/runtime/webhook"
)

// EventBody is the body of a webhook about somebody, such as ("email", "bounced"), in the form of
// https://docs.customer.io/journeys/webhooks: with an event_id of its own, the present time, and the person's
// identifiers. Data adds to or replaces what is in "data".
func EventBody(objectType, metric string, about Person, data map[string]any) []byte {
	inner := map[string]any{
		"customer_id": about.ID,
		"identifiers": map[string]string{"id": about.ID, "email": about.Email, "cio_id": about.CioID},
		"delivery_id": rand.Text(),
	}
	for key, value := range data {
		inner[key] = value
	}
	return []byte(toJSON(map[string]any{
		"event_id": rand.Text(), "object_type": objectType, "metric": metric, "timestamp": time.Now().Unix(), "data": inner,
	}))
}

// Delivery is the request in which Customer.io would deliver a body to a URL now, signed with [Workspace.SigningKey]. Make
// another one for each time it is to be delivered. Customer.io repeats a delivery with the same body, and whether with
// the same signature is not documented.
func (w *Workspace) Delivery(url string, body []byte) (*http.Request, error) {
	return w.DeliveryAt(url, body, time.Now())
}

// DeliveryAt is [Workspace.Delivery] at another time.
func (w *Workspace) DeliveryAt(url string, body []byte, at time.Time) (*http.Request, error) {
	r, err := newDelivery(url, body)
	if err != nil {
		return nil, err
	}
	webhook.Sign(r.Header, w.SigningKey, at, body)
	return r, nil
}

func newDelivery(url string, body []byte) (*http.Request, error) {
	r, err := http.NewRequest(http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/json")
	return r, nil
}

// A Forgery is a request that did not come from Customer.io, or not like this.
type Forgery struct {
	Name    string // what is wrong with it
	Request *http.Request
}

// Forgeries are requests for a body that a handler must refuse, before it believes a word of it. All but those that
// only come at the wrong time, by an hour, are refused whatever the handler's clock says.
func (w *Workspace) Forgeries(url string, body []byte) ([]Forgery, error) {
	var out []Forgery
	for _, f := range forgeries {
		r, err := w.Delivery(url, body)
		if err != nil {
			return nil, err
		}
		f.forge(w, r, body)
		out = append(out, Forgery{f.name, r})
	}
	return out, nil
}

var forgeries = []struct {
	name  string
	forge func(w *Workspace, r *http.Request, body []byte)
}{
	{"not signed", func(_ *Workspace, r *http.Request, _ []byte) {
		r.Header.Del(webhook.SignatureHeader)
		r.Header.Del(webhook.TimestampHeader)
	}},
	{"without a timestamp", func(_ *Workspace, r *http.Request, _ []byte) { r.Header.Del(webhook.TimestampHeader) }},
	{"without a signature", func(_ *Workspace, r *http.Request, _ []byte) { r.Header.Del(webhook.SignatureHeader) }},
	{"empty signature", func(_ *Workspace, r *http.Request, _ []byte) { r.Header.Set(webhook.SignatureHeader, "") }},
	{"signature cut short", func(_ *Workspace, r *http.Request, _ []byte) {
		r.Header.Set(webhook.SignatureHeader, r.Header.Get(webhook.SignatureHeader)[:2])
	}},
	{"signature is no hex", func(_ *Workspace, r *http.Request, _ []byte) { r.Header.Set(webhook.SignatureHeader, "v0=signed") }},
	{"signed with another key", func(_ *Workspace, r *http.Request, body []byte) {
		webhook.Sign(r.Header, hexText(32), time.Now(), body)
	}},
	{"signed with an empty key", func(_ *Workspace, r *http.Request, body []byte) {
		signed := "v0:" + r.Header.Get(webhook.TimestampHeader) + ":" + string(body)
		r.Header.Set(webhook.SignatureHeader, macOf("", signed))
	}},
	{"body alone is signed", func(w *Workspace, r *http.Request, body []byte) {
		r.Header.Set(webhook.SignatureHeader, macOf(w.SigningKey, string(body)))
	}},
	{"timestamp is another", func(_ *Workspace, r *http.Request, _ []byte) {
		r.Header.Set(webhook.TimestampHeader, strconv.FormatInt(time.Now().Unix()+1, 10))
	}},
	{"body is another", func(_ *Workspace, r *http.Request, body []byte) { setBody(r, append(bytes.Clone(body), ' ')) }},
	{"an hour old", func(w *Workspace, r *http.Request, body []byte) {
		webhook.Sign(r.Header, w.SigningKey, time.Now().Add(-time.Hour), body)
	}},
	{"an hour ahead", func(w *Workspace, r *http.Request, body []byte) {
		webhook.Sign(r.Header, w.SigningKey, time.Now().Add(time.Hour), body)
	}},
}

func macOf(key, text string) string {
	m := hmac.New(sha256.New, []byte(key))
	m.Write([]byte(text))
	return hex.EncodeToString(m.Sum(nil))
}

func setBody(r *http.Request, body []byte) {
	changed, err := http.NewRequest(r.Method, r.URL.String(), bytes.NewReader(body))
	if err != nil {
		panic(err) // the same method and URL have made a request before
	}
	r.Body, r.GetBody, r.ContentLength = changed.Body, changed.GetBody, changed.ContentLength
}
