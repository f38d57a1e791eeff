// Mode: never.

// Package decorated has an adapter and what wraps it: those who call either see
// to the order.
package decorated

import (
	"context"
	"errors"
	"log"
	"net/http"
	"net/url"

	"github.com/customerio/go-customerio/v3"
)

// People can be blocked and removed.
type People interface {
	Block(ctx context.Context, id string) error
	Remove(ctx context.Context, id string) error
}

// Adapter asks Customer.io.
type Adapter struct{ Client *customerio.CustomerIO }

// Block suppresses.
func (a *Adapter) Block(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://track.customer.io/api/v1/customers/"+url.PathEscape(id)+"/suppress", nil)
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return errors.New(res.Status)
	}
	return nil
}

// Remove deletes.
func (a *Adapter) Remove(ctx context.Context, id string) error { return a.Client.DeleteCtx(ctx, id) }

// Logged says what the next one did, which may be another one of its kind.
type Logged struct{ Next People }

// Block suppresses by the next one.
func (l Logged) Block(ctx context.Context, id string) error {
	err := l.Next.Block(ctx, id)
	log.Print("blocked: ", err)
	return err
}

// Remove deletes by the next one.
func (l Logged) Remove(ctx context.Context, id string) error {
	err := l.Next.Remove(ctx, id)
	log.Print("removed: ", err)
	return err
}

// Retrying tries again what the next one does.
type Retrying struct{ Next People }

func (r Retrying) again(ctx context.Context, do func(context.Context, string) error, id string) (err error) {
	for range 3 {
		if err = do(ctx, id); err == nil {
			return nil
		}
	}
	return err
}

// Block suppresses by the next one.
func (r Retrying) Block(ctx context.Context, id string) error { return r.again(ctx, r.Next.Block, id) }

// Remove deletes by the next one.
func (r Retrying) Remove(ctx context.Context, id string) error {
	return r.again(ctx, r.Next.Remove, id)
}
