// Mode: never.

// Package people is a client of the program's own for the Track API: whoever
// deletes by it can suppress by it, so that the order is left to callers.
package people

import (
	"context"
	"errors"
	"log"
	"net/http"
	"net/url"

	customerio "github.com/customerio/go-customerio/v3"
)

type Client struct {
	cio  *customerio.CustomerIO
	http *http.Client
}

type User struct{ ID, Email string }

// Forget has a name that says nothing.
func (c *Client) Forget(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://track.customer.io/api/v1/customers/"+url.PathEscape(id)+"/suppress", nil)
	if err != nil {
		return err
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return nil
}

// ForgetUser forgets by email.
func (c *Client) ForgetUser(ctx context.Context, u User) error { return c.Forget(ctx, u.Email) }

// TryToForget says nothing if it could not.
func (c *Client) TryToForget(ctx context.Context, id string) {
	if err := c.Forget(ctx, id); err != nil {
		log.Print("not forgotten")
	}
}

// ForgetSome forgets if it likes.
func (c *Client) ForgetSome(ctx context.Context, id string, really bool) error {
	if !really {
		return nil
	}
	return c.Forget(ctx, id)
}

// Remove leaves it to its callers to suppress.
func (c *Client) Remove(ctx context.Context, id string) error { return c.remove(ctx, id) }

func (c *Client) remove(ctx context.Context, id string) error { return c.cio.DeleteCtx(ctx, id) }

// RemoveAll does so for many, and goes on after an error.
func (c *Client) RemoveAll(ctx context.Context, ids []string) (errs []error) {
	for _, id := range ids {
		errs = append(errs, c.Remove(ctx, id))
	}
	return errs
}

// Erase does both.
func (c *Client) Erase(ctx context.Context, id string) error {
	if err := c.Forget(ctx, id); err != nil {
		return err
	}
	return c.Remove(ctx, id)
}

// EraseBackwards does both, too late.
func (c *Client) EraseBackwards(ctx context.Context, id string) error {
	if err := c.cio.DeleteCtx(ctx, id); err != nil { // want `person deleted by \(\*customerio.CustomerIO\).DeleteCtx without being suppressed`
		return err
	}
	return c.Forget(ctx, id)
}

// SuppressWarnings is about logs.
func (c *Client) SuppressWarnings(id string) error {
	if id == "" {
		return errors.New("no name")
	}
	log.SetPrefix(id)
	return nil
}
