// Mode: never.

// Package wrong has a helper that tries again what it is told to do, and last to suppress.
package wrong

import (
	"context"
	"fmt"
	"net/http"
	"net/url"

	"github.com/customerio/go-customerio/v3"
)

type flow struct{ c *customerio.CustomerIO }

func (f *flow) block(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, "POST", "https://track.customer.io/api/v1/customers/"+url.PathEscape(id)+"/suppress", nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != 200 {
		return fmt.Errorf("%s", resp.Status)
	}
	return nil
}

func (f *flow) remove(ctx context.Context, id string) error { return f.c.DeleteCtx(ctx, id) } // want `person deleted by .* without being suppressed`

func again(ctx context.Context, do func(context.Context, string) error, id string) (err error) {
	for range 3 {
		if err = do(ctx, id); err == nil {
			return nil
		}
	}
	return err
}

// Wrong deletes first.
func (f *flow) Wrong(ctx context.Context, id string) error {
	if err := again(ctx, f.remove, id); err != nil {
		return err
	}
	return again(ctx, f.block, id)
}
