// Mode: always.

// Package appapi manages a workspace: what is written for everybody, rows of
// collections, imports, names of attributes.
package appapi

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"

	"github.com/ciolint/ciolint/runtime/sanitize"
	"github.com/customerio/go-customerio/v3"
)

// Content is nobody's data.
func content(ctx context.Context, c *customerio.APIClient, body, phone string) {
	c.CreateNewsletter(ctx, map[string]any{"name": body, "recipient_segment_ids": []int{1}})
	c.UpdateNewsletterContent(ctx, "1", "2", map[string]any{"body": body})
	c.SendNewsletter(ctx, "1", map[string]any{"rate": 10})
	c.ScheduleNewsletter(ctx, "1", map[string]any{"scheduled_at": 10})
	c.CreateNewsletterLanguage(ctx, "1", map[string]any{"language": body})
	c.UpdateNewsletterLanguage(ctx, "1", "de", map[string]any{"body": body})
	c.UpdateCampaignAction(ctx, "1", "2", map[string]any{"body": body, "subject": phone})
	c.UpdateCampaignActionLanguage(ctx, "1", "2", "de", map[string]any{"body": body})
}

// Whatever else a client sends to everybody is still a payload.
func message(ctx context.Context, c *customerio.APIClient, v string) {
	c.SendWhatsApp(ctx, &customerio.SendWhatsAppRequest{MessageData: map[string]any{"ssn": v}, To: v}) // want `never-send key "ssn" reaches \(\*customerio.APIClient\).SendWhatsApp`
	c.SendWhatsApp(ctx, &customerio.SendWhatsAppRequest{MessageData: map[string]any{"plan": v}})       // want `payload of \(\*customerio.APIClient\).SendWhatsApp skips the sanitizer`
}

func messageSanitized(ctx context.Context, c *customerio.APIClient, v string) {
	c.SendWhatsApp(ctx, &customerio.SendWhatsAppRequest{MessageData: sanitize.MessageData(map[string]any{"ssn": v}), To: v})
}

// A collection holds rows, in which nothing never-send may be.
func collections(ctx context.Context, c *customerio.APIClient, v string) {
	c.CreateCollection(ctx, customerio.CollectionInput{Name: "p", Data: []map[string]any{{"ssn": v}}})    // want `never-send key "ssn" reaches \(\*customerio.APIClient\).CreateCollection`
	c.UpdateCollection(ctx, "1", customerio.CollectionUpdate{Data: []map[string]any{{"card_number": v}}}) // want `never-send key "card_number" reaches \(\*customerio.APIClient\).UpdateCollection`
	c.UpdateCollectionContent(ctx, "1", []map[string]any{{"password": v}})                                // want `never-send key "password" reaches \(\*customerio.APIClient\).UpdateCollectionContent`
}

func collectionsOfShops(ctx context.Context, c *customerio.APIClient, v string) {
	c.CreateCollection(ctx, customerio.CollectionInput{Name: "shops", Data: []map[string]any{{"city": v, "phone": v, "address": v}}})
	c.UpdateCollection(ctx, "1", customerio.CollectionUpdate{Data: []map[string]any{{"city": v}}})
	c.UpdateCollectionContent(ctx, "1", []map[string]any{{"city": v}})
	c.CreateCollection(ctx, customerio.CollectionInput{Name: "shops", URL: "https://example.com/shops.csv"})
}

// An import names a file.
func imports(ctx context.Context, c *customerio.APIClient, url string) {
	c.CreateImport(ctx, customerio.ImportInput{DataFileURL: url, Type: "people", Name: "june"})
}

func importsWithKey(ctx context.Context, c *customerio.APIClient, accessToken string) {
	c.CreateImport(ctx, customerio.ImportInput{DataFileURL: "https://example.com/f.csv?t=" + accessToken}) // want `never-send value accessToken reaches \(\*customerio.APIClient\).CreateImport`
}

// Names of attributes are nobody's data, whatever they are.
func index(ctx context.Context, c *customerio.APIClient, description string) {
	c.BatchUpdateAttributes(ctx, []customerio.DataIndexAttribute{{Name: "ssn", Description: description}})
	c.BatchUpdateEvents(ctx, []customerio.DataIndexEvent{{Name: "card_added", Description: description}})
}

func post(method, path string, body any) error {
	b, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(method, "https://api.customer.io"+path, bytes.NewReader(b))
	if err != nil {
		return err
	}
	_, err = http.DefaultClient.Do(req)
	return err
}

func raw(v string) {
	post("POST", "/v1/collections", map[string]any{"name": "p", "data": []map[string]any{{"ssn": v}}}) // want `never-send key "ssn" reaches POST /v1/collections`
	post("PUT", "/v1/collections/"+v, map[string]any{"data": []map[string]any{{"iban": v}}})           // want `never-send key "iban" reaches PUT /v1/collections/{collection}`
	post("PUT", "/v1/collections/7/content", []map[string]any{{"cvv": v}})                             // want `never-send key "cvv" reaches PUT /v1/collections/{collection}/content`
}

func rawTwin(v string) {
	post("POST", "/v1/collections", map[string]any{"name": "p", "data": []map[string]any{{"city": v, "phone": v}}})
	post("PUT", "/v1/collections/"+v, map[string]any{"data": []map[string]any{{"city": v}}})
	post("PUT", "/v1/collections/7/content", []map[string]any{{"city": v}})
	post("POST", "/v1/imports", map[string]any{"import": map[string]any{"data_file_url": v, "type": "people"}})
	post("POST", "/v1/data_index/attributes", map[string]any{"attributes": []map[string]any{{"name": "ssn"}}})
	post("POST", "/v1/data_index/events", map[string]any{"events": []map[string]any{{"name": v}}})
}
