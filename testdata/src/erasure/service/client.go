// Mode: never.

// Package service erases people as services do: by a client of its own, in
// handlers, jobs, tables of steps and pools.
package service

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

type Client struct {
	cio     *customerio.CustomerIO
	http    *http.Client
	base    string
	site    string
	key     string
	enabled bool
	log     *slog.Logger
}

func (c *Client) do(ctx context.Context, method, path string, body any) error {
	var buf bytes.Buffer
	if body != nil {
		if err := json.NewEncoder(&buf).Encode(body); err != nil {
			return err
		}
	}
	req, err := http.NewRequestWithContext(ctx, method, c.base+path, &buf)
	if err != nil {
		return fmt.Errorf("request: %w", err)
	}
	req.SetBasicAuth(c.site, c.key)
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("status %d", resp.StatusCode)
	}
	return nil
}

func (c *Client) Suppress(ctx context.Context, id string) error {
	return c.do(ctx, http.MethodPost, "/api/v1/customers/"+url.PathEscape(id)+"/suppress", nil)
}

func (c *Client) Delete(ctx context.Context, id string) error {
	return c.do(ctx, http.MethodDelete, "/api/v1/customers/"+url.PathEscape(id), nil)
}

func (c *Client) Erase(ctx context.Context, id string) error {
	if err := c.Suppress(ctx, id); err != nil {
		return fmt.Errorf("suppress: %w", err)
	}
	if err := c.Delete(ctx, id); err != nil {
		return fmt.Errorf("delete: %w", err)
	}
	return nil
}

func (c *Client) block(ctx context.Context, id string) error {
	if !c.enabled {
		return nil
	}
	return c.do(ctx, "POST", "/api/v1/customers/"+url.PathEscape(id)+"/suppress", nil)
}

func (c *Client) wipe(ctx context.Context, id string) error {
	if !c.enabled {
		return nil
	}
	return c.cio.DeleteCtx(ctx, id)
}

func (c *Client) Gone(ctx context.Context, id string) error {
	if err := c.block(ctx, id); err != nil {
		return err
	}
	return c.wipe(ctx, id)
}

func retry(ctx context.Context, n int, f func(context.Context) error) error {
	var err error
	for i := 0; i < n; i++ {
		if err = f(ctx); err == nil {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Second):
		}
	}
	return err
}

func (c *Client) Retried(ctx context.Context, id string) error {
	if err := retry(ctx, 3, func(ctx context.Context) error { return c.Suppress(ctx, id) }); err != nil {
		return err
	}
	return retry(ctx, 3, func(ctx context.Context) error { return c.Delete(ctx, id) })
}

func (c *Client) All(ctx context.Context, ids []string) error {
	var mu sync.Mutex
	var errs []error
	var wg sync.WaitGroup
	sem := make(chan struct{}, 8)
	for _, id := range ids {
		wg.Add(1)
		sem <- struct{}{}
		go func(id string) {
			defer wg.Done()
			defer func() { <-sem }()
			if err := c.Erase(ctx, id); err != nil {
				mu.Lock()
				errs = append(errs, err)
				mu.Unlock()
			}
		}(id)
	}
	wg.Wait()
	return errors.Join(errs...)
}

func (c *Client) Steps(ctx context.Context, id string) error {
	for _, step := range []func(context.Context, string) error{c.Suppress, c.Delete} {
		if err := step(ctx, id); err != nil {
			return err
		}
	}
	return nil
}

func (c *Client) Chunks(ctx context.Context, ids []string) (failed []string) {
	for chunk := range slices.Chunk(ids, 100) {
		for _, id := range chunk {
			if err := c.Suppress(ctx, id); err != nil {
				failed = append(failed, id)
				continue
			}
			if err := c.Delete(ctx, id); err != nil {
				failed = append(failed, id)
			}
		}
	}
	return failed
}

type result struct {
	ID  string
	Err error
}

func (c *Client) Results(ctx context.Context, ids []string) []result {
	var out []result
	for _, id := range ids {
		err := c.Suppress(ctx, id)
		if err == nil {
			err = c.Delete(ctx, id)
		}
		out = append(out, result{id, err})
	}
	return out
}

func (c *Client) Inline(ctx context.Context, u struct{ ID string }) error {
	req, err := http.NewRequestWithContext(ctx, "POST", "https://track.customer.io/api/v1/customers/"+url.PathEscape(u.ID)+"/suppress", nil)
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	if err := check(resp); err != nil {
		return err
	}
	req, err = http.NewRequestWithContext(ctx, "DELETE", "https://track.customer.io/api/v1/customers/"+url.PathEscape(u.ID), nil)
	if err != nil {
		return err
	}
	resp, err = c.http.Do(req)
	if err != nil {
		return err
	}
	return check(resp)
}

func check(r *http.Response) error {
	defer r.Body.Close()
	if r.StatusCode != 200 {
		return errors.New(r.Status)
	}
	return nil
}

func (c *Client) Handler(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if err := c.Suppress(r.Context(), id); err != nil {
		c.log.Error("suppress", "err", err)
		http.Error(w, "cannot suppress", http.StatusBadGateway)
		return
	}
	if err := c.cio.DeleteCtx(r.Context(), id); err != nil {
		http.Error(w, "cannot delete", http.StatusBadGateway)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

type store interface {
	Find(ctx context.Context, email string) (*person, error)
}
type person struct{ CioID, Email string }

func (c *Client) ByEmail(ctx context.Context, s store, email string) error {
	p, err := s.Find(ctx, email)
	if err != nil {
		return err
	}
	id := "cio_" + p.CioID
	if err := c.Suppress(ctx, id); err != nil {
		return err
	}
	return c.cio.DeleteCtx(ctx, id)
}

func (c *Client) BadByEmail(ctx context.Context, s store, email string) error {
	p, err := s.Find(ctx, email)
	if err != nil {
		return err
	}
	return c.cio.DeleteCtx(ctx, "cio_"+p.CioID) // want `without`
}

func (c *Client) BadLogged(ctx context.Context, id string) error {
	if err := c.Suppress(ctx, id); err != nil {
		c.log.Warn("suppress", "err", err)
	}
	return c.cio.DeleteCtx(ctx, id) // want `may have failed`
}

func (c *Client) BadLoop(ctx context.Context, ids []string) error {
	for _, id := range ids {
		if err := c.Erase(ctx, id); err != nil { // want `loop around`
			return fmt.Errorf("erase: %w", err)
		}
	}
	return nil
}
