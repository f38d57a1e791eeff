// Mode: never.

// Package right lists its steps in structs that other packages could read.
package right

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"

	"github.com/customerio/go-customerio/v3"
)

// A Step has a name for messages.
type Step struct {
	Name string
	Do   func(ctx context.Context, id string) error
}

// People are those of a workspace.
type People struct{ Client *customerio.CustomerIO }

func (p People) block(ctx context.Context, id string) error {
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

func (p People) remove(ctx context.Context, id string) error { return p.Client.DeleteCtx(ctx, id) }

// Erase suppresses first.
func (p People) Erase(ctx context.Context, id string) error {
	steps := []Step{{"suppress", p.block}, {"delete", p.remove}}
	for _, s := range steps {
		if err := s.Do(ctx, id); err != nil {
			return fmt.Errorf("%s: %w", s.Name, err)
		}
	}
	return nil
}

type command func(ctx context.Context, id string) error

// EraseBare has steps without names.
func (p People) EraseBare(ctx context.Context, id string) error {
	for _, do := range []command{p.block, p.remove} {
		if err := do(ctx, id); err != nil {
			return err
		}
	}
	return nil
}
