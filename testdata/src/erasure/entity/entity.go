// Mode: never.

// Package entity deletes people by the second version of the Track API.
package entity

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct{ ID, Email string }

const (
	entityURL = "https://track.customer.io/api/v2/entity"
	batchURL  = "https://track-eu.customer.io/api/v2/batch"
)

type api struct {
	http *http.Client
	base string
}

func (a *api) do(ctx context.Context, url string, body io.Reader) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, body)
	if err != nil {
		return err
	}
	resp, err := a.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

func (a *api) send(ctx context.Context, url string, body any) error {
	b, err := json.Marshal(body)
	if err != nil {
		return err
	}
	return a.do(ctx, url, bytes.NewReader(b))
}

func deletedByMap(ctx context.Context, a *api, u user) error {
	return a.send(ctx, entityURL, map[string]any{ // want `^person deleted by POST /api/v2/entity without being suppressed`
		"type": "person", "action": "delete", "identifiers": map[string]any{"id": u.ID},
	})
}

func erasedByMap(ctx context.Context, a *api, u user) error {
	ids := map[string]string{"id": u.ID}
	if err := a.send(ctx, entityURL, map[string]any{"type": "person", "action": "suppress", "identifiers": ids}); err != nil {
		return err
	}
	return a.send(ctx, entityURL, map[string]any{"type": "person", "action": "delete", "identifiers": ids})
}

func otherErasedByMap(ctx context.Context, a *api, u, v user) error {
	if err := a.send(ctx, entityURL, map[string]any{"type": "person", "action": "suppress", "identifiers": map[string]string{"id": v.ID}}); err != nil {
		return err
	}
	return a.send(ctx, entityURL, map[string]any{"type": "person", "action": "delete", "identifiers": map[string]string{"id": u.ID}}) // want `person deleted by POST /api/v2/entity`
}

func objectByMap(ctx context.Context, a *api, id string) error {
	return a.send(ctx, entityURL, map[string]any{
		"type": "object", "action": "delete", "identifiers": map[string]any{"object_type_id": "1", "object_id": id},
	})
}

func deviceByMap(ctx context.Context, a *api, u user, token string) error {
	return a.send(ctx, entityURL, map[string]any{
		"type": "person", "action": "delete_device", "identifiers": map[string]any{"id": u.ID}, "device": map[string]any{"token": token},
	})
}

type identifiers struct {
	ID    string `json:"id,omitempty"`
	Email string `json:"email,omitempty"`
}

type entity struct {
	Type        string      `json:"type"`
	Action      string      `json:"action"`
	Identifiers identifiers `json:"identifiers"`
}

func deletedByStruct(ctx context.Context, a *api, u user) error {
	e := entity{Type: "person", Action: "delete", Identifiers: identifiers{Email: u.Email}}
	return a.send(ctx, a.base+"/api/v2/entity", e) // want `person deleted by POST /api/v2/entity`
}

func erasedByStruct(ctx context.Context, a *api, u user) error {
	e := entity{Type: "person", Action: "suppress", Identifiers: identifiers{Email: u.Email}}
	if err := a.send(ctx, a.base+"/api/v2/entity", e); err != nil {
		return err
	}
	return a.send(ctx, a.base+"/api/v2/entity", entity{Type: "person", Action: "delete", Identifiers: identifiers{Email: u.Email}})
}

func otherIdentifierByStruct(ctx context.Context, a *api, u user) error {
	e := entity{Type: "person", Action: "suppress", Identifiers: identifiers{ID: u.ID}}
	if err := a.send(ctx, a.base+"/api/v2/entity", e); err != nil {
		return err
	}
	return a.send(ctx, a.base+"/api/v2/entity", entity{Type: "person", Action: "delete", Identifiers: identifiers{Email: u.Email}}) // want `person deleted by POST /api/v2/entity`
}

func objectByStruct(ctx context.Context, a *api, id string) error {
	return a.send(ctx, entityURL, &entity{Type: "object", Action: "delete", Identifiers: identifiers{ID: id}})
}

func deletedByText(ctx context.Context, a *api) error {
	return a.do(ctx, entityURL, strings.NewReader(`{"type":"person","action":"delete","identifiers":{"id":"u1"}}`)) // want `person deleted by POST /api/v2/entity`
}

func erasedByText(ctx context.Context, a *api) error {
	if err := a.do(ctx, entityURL, strings.NewReader(`{"type":"person","action":"suppress","identifiers":{"id":"u1"}}`)); err != nil {
		return err
	}
	return a.do(ctx, entityURL, strings.NewReader(`{"type":"person","action":"delete","identifiers":{"id":"u1"}}`))
}

func otherErasedByText(ctx context.Context, a *api) error {
	if err := a.do(ctx, entityURL, strings.NewReader(`{"type":"person","action":"suppress","identifiers":{"id":"u2"}}`)); err != nil {
		return err
	}
	return a.do(ctx, entityURL, strings.NewReader(`{"type":"person","action":"delete","identifiers":{"id":"u1"}}`)) // want `person deleted by`
}

func deletedByFormat(ctx context.Context, a *api, u user) error {
	body := fmt.Sprintf(`{"type":"person","action":"delete","identifiers":{"id":%q}}`, u.ID)
	return a.do(ctx, entityURL, strings.NewReader(body)) // want `person deleted by POST /api/v2/entity`
}

func erasedByFormat(ctx context.Context, a *api, u user) error {
	for _, action := range []string{"suppress"} {
		body := fmt.Sprintf(`{"type":"person","action":"%s","identifiers":{"id":"%s"}}`, action, u.ID)
		if err := a.do(ctx, entityURL, strings.NewReader(body)); err != nil {
			return err
		}
	}
	if err := a.do(ctx, entityURL, strings.NewReader(fmt.Sprintf(`{"type":"person","action":"suppress","identifiers":{"id":"%s"}}`, u.ID))); err != nil {
		return err
	}
	return a.do(ctx, entityURL, strings.NewReader(fmt.Sprintf(`{"type":"person","action":"delete","identifiers":{"id":%q}}`, u.ID)))
}

func objectByFormat(ctx context.Context, a *api, id string) error {
	body := fmt.Sprintf(`{"type":"object","action":"delete","identifiers":{"object_type_id":"1","object_id":%q}}`, id)
	return a.do(ctx, entityURL, strings.NewReader(body))
}

// act is told what to do.
func (a *api) act(ctx context.Context, kind, action, id string) error {
	return a.send(ctx, entityURL, map[string]any{"type": kind, "action": action, "identifiers": map[string]any{"id": id}})
}

func deletedByAction(ctx context.Context, a *api, u user) error {
	return a.act(ctx, "person", "delete", u.ID) // want `person deleted by POST /api/v2/entity`
}

func erasedByAction(ctx context.Context, a *api, u user) error {
	if err := a.act(ctx, "person", "suppress", u.ID); err != nil {
		return err
	}
	return a.act(ctx, "person", "delete", u.ID)
}

func otherErasedByAction(ctx context.Context, a *api, u, v user) error {
	if err := a.act(ctx, "person", "suppress", v.ID); err != nil {
		return err
	}
	return a.act(ctx, "person", "delete", u.ID) // want `person deleted by POST /api/v2/entity`
}

func objectByAction(ctx context.Context, a *api, id string) error {
	return a.act(ctx, "object", "delete", id)
}

func identifiedByAction(ctx context.Context, a *api, u user) error {
	return a.act(ctx, "person", "identify", u.ID)
}

// item is made for a request elsewhere.
func item(action string, u user) map[string]any {
	m := map[string]any{"type": "person"}
	m["action"] = action
	m["identifiers"] = map[string]any{"id": u.ID}
	return m
}

func deletedByItem(ctx context.Context, a *api, u user) error {
	return a.send(ctx, entityURL, item("delete", u)) // want `person deleted by POST /api/v2/entity`
}

func erasedByItem(ctx context.Context, a *api, u user) error {
	if err := a.send(ctx, entityURL, item("suppress", u)); err != nil {
		return err
	}
	return a.send(ctx, entityURL, item("delete", u))
}

func otherErasedByItem(ctx context.Context, a *api, u, v user) error {
	if err := a.send(ctx, entityURL, item("suppress", v)); err != nil {
		return err
	}
	return a.send(ctx, entityURL, item("delete", u)) // want `person deleted by POST /api/v2/entity`
}

func sdkAfterItem(ctx context.Context, a *api, c *customerio.CustomerIO, u user) error {
	if err := a.send(ctx, entityURL, item("suppress", u)); err != nil {
		return err
	}
	return c.DeleteCtx(ctx, u.ID)
}

func sdkAfterOtherItem(ctx context.Context, a *api, c *customerio.CustomerIO, u, v user) error {
	if err := a.send(ctx, entityURL, item("suppress", v)); err != nil {
		return err
	}
	return c.DeleteCtx(ctx, u.ID) // want `person deleted by \(\*customerio.CustomerIO\).DeleteCtx`
}

func sdkAfterObject(ctx context.Context, a *api, c *customerio.CustomerIO, u user) error {
	if err := a.act(ctx, "object", "suppress", u.ID); err != nil {
		return err
	}
	return c.DeleteCtx(ctx, u.ID) // want `person deleted by \(\*customerio.CustomerIO\).DeleteCtx`
}

func batchDeleted(ctx context.Context, a *api, u user) error {
	return a.send(ctx, batchURL, map[string]any{"batch": []map[string]any{ // want `person deleted by POST /api/v2/batch`
		{"type": "person", "action": "identify", "identifiers": map[string]any{"id": "u0"}},
		{"type": "person", "action": "delete", "identifiers": map[string]any{"id": u.ID}},
	}})
}

func batchErased(ctx context.Context, a *api, u user) error {
	return a.send(ctx, batchURL, map[string]any{"batch": []map[string]any{
		{"type": "person", "action": "suppress", "identifiers": map[string]any{"id": u.ID}},
		{"type": "person", "action": "delete", "identifiers": map[string]any{"id": u.ID}},
	}})
}

func batchOtherErased(ctx context.Context, a *api, u, v user) error {
	return a.send(ctx, batchURL, map[string]any{"batch": []map[string]any{ // want `person deleted by POST /api/v2/batch`
		{"type": "person", "action": "suppress", "identifiers": map[string]any{"id": v.ID}},
		{"type": "person", "action": "delete", "identifiers": map[string]any{"id": u.ID}},
	}})
}

func batchObject(ctx context.Context, a *api, u user) error {
	return a.send(ctx, batchURL, map[string]any{"batch": []any{
		map[string]any{"type": "object", "action": "delete", "identifiers": map[string]any{"object_id": "o1"}},
		map[string]any{"type": "person", "action": "identify", "identifiers": map[string]any{"id": u.ID}},
	}})
}

type batch struct {
	Batch []entity `json:"batch"`
}

func batchOfStructs(ctx context.Context, a *api, users []user) error {
	var b batch
	for _, u := range users {
		b.Batch = append(b.Batch, entity{Type: "person", Action: "delete", Identifiers: identifiers{ID: u.ID}})
	}
	return a.send(ctx, batchURL, b) // want `person deleted by POST /api/v2/batch`
}

func batchesOfStructs(ctx context.Context, a *api, users []user) error {
	var first, second []entity
	for _, u := range users {
		first = append(first, entity{Type: "person", Action: "suppress", Identifiers: identifiers{ID: u.ID}})
		second = append(second, entity{Type: "person", Action: "delete", Identifiers: identifiers{ID: u.ID}})
	}
	if err := a.send(ctx, batchURL, batch{Batch: first}); err != nil {
		return err
	}
	return a.send(ctx, batchURL, batch{Batch: second})
}

func batchText(ctx context.Context, a *api, u user) error {
	body := `{"batch":[{"type":"person","action":"delete","identifiers":{"id":"` + u.ID + `"}}]}`
	return a.do(ctx, batchURL, strings.NewReader(body)) // want `person deleted by POST /api/v2/batch`
}

func encoded(u user) error {
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(entity{"person", "delete", identifiers{ID: u.ID}}); err != nil {
		return err
	}
	_, err := http.Post(entityURL, "application/json", &buf) // want `person deleted by POST /api/v2/entity`
	return err
}

func encodedObject(id string) error {
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(entity{"object", "delete", identifiers{ID: id}}); err != nil {
		return err
	}
	_, err := http.Post(entityURL, "application/json", &buf)
	return err
}

func otherHost(ctx context.Context, a *api, u user) error {
	return a.send(ctx, "https://api.example.com/api/v2/entity", item("delete", u))
}

func otherAPI(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodDelete, "https://api.stripe.com/v1/customers/"+id, nil)
	if err != nil {
		return err
	}
	_, err = http.DefaultClient.Do(req)
	return err
}

func segmentOfPeople(ctx context.Context, a *api, ids []string) error {
	return a.send(ctx, "https://track.customer.io/api/v1/segments/7/remove_customers", map[string]any{"ids": ids})
}
