// Mode: never.

// Package track makes batches of structs, which helpers encode.
package track

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"net/http"
)

type Ident struct {
	ID string `json:"id"`
}
type Item struct {
	Type        string `json:"type"`
	Action      string `json:"action"`
	Identifiers Ident  `json:"identifiers"`
}
type Batch struct {
	Batch []Item `json:"batch"`
}

type Client struct{ h *http.Client }

func (c *Client) post(ctx context.Context, b Batch) error {
	raw, err := json.Marshal(b)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://track.customer.io/api/v2/batch", bytes.NewReader(raw))
	if err != nil {
		return err
	}
	res, err := c.h.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode/100 != 2 {
		return errors.New(res.Status)
	}
	return nil
}

func body(items []Item) ([]byte, error) { return json.Marshal(Batch{Batch: items}) }

func (c *Client) raw(ctx context.Context, items []Item) error {
	b, err := body(items)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, "POST", "https://track.customer.io/api/v2/batch", bytes.NewReader(b))
	if err != nil {
		return err
	}
	res, err := c.h.Do(req)
	if err != nil {
		return err
	}
	return res.Body.Close()
}

func (c *Client) Remove(ctx context.Context, ids []string) error {
	var items []Item
	for _, id := range ids {
		items = append(items, Item{"person", "delete", Ident{id}})
	}
	return c.post(ctx, Batch{items})
}

func (c *Client) RemoveOne(ctx context.Context, id string) error {
	return c.raw(ctx, []Item{{Type: "person", Action: "delete", Identifiers: Ident{ID: id}}})
}

func made(action string, ids []string) []Item {
	out := make([]Item, 0, len(ids))
	for _, id := range ids {
		out = append(out, Item{Type: "person", Action: action, Identifiers: Ident{ID: id}})
	}
	return out
}

func (c *Client) RemoveMade(ctx context.Context, ids []string) error {
	return c.raw(ctx, made("delete", ids))
}

func (c *Client) EraseMade(ctx context.Context, ids []string) error {
	if err := c.raw(ctx, made("suppress", ids)); err != nil {
		return err
	}
	return c.raw(ctx, made("delete", ids))
}

func (c *Client) Identify(ctx context.Context, ids []string) error {
	return c.raw(ctx, made("identify", ids))
}

func (c *Client) Erase(ctx context.Context, ids []string) error {
	var items []Item
	for _, id := range ids {
		items = append(items, Item{Type: "person", Action: "suppress", Identifiers: Ident{ID: id}}, Item{Type: "person", Action: "delete", Identifiers: Ident{ID: id}})
	}
	return c.post(ctx, Batch{Batch: items})
}

func (c *Client) WrongPerson(ctx context.Context, child, guardian string) error {
	if err := c.post(ctx, Batch{Batch: []Item{{"person", "suppress", Ident{guardian}}}}); err != nil {
		return err
	}
	return c.post(ctx, Batch{Batch: []Item{{"person", "delete", Ident{child}}}}) // want `person deleted by`
}

func (c *Client) SamePerson(ctx context.Context, child, guardian string) error {
	if err := c.post(ctx, Batch{Batch: []Item{{"person", "suppress", Ident{child}}}}); err != nil {
		return err
	}
	return c.post(ctx, Batch{Batch: []Item{{"person", "delete", Ident{child}}}})
}

func (c *Client) RemoveObjects(ctx context.Context, ids []string) error {
	var items []Item
	for _, id := range ids {
		items = append(items, Item{Type: "object", Action: "delete", Identifiers: Ident{ID: id}})
	}
	return c.post(ctx, Batch{items})
}
