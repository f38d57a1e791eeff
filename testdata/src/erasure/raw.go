package erasure

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"

	customerio "github.com/customerio/go-customerio/v3"
)

const base = "https://track.customer.io/api/v1"

func do(ctx context.Context, method, path string, body io.Reader) error {
	req, err := http.NewRequestWithContext(ctx, method, base+path, body)
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer res.Body.Close()
	if res.StatusCode != http.StatusOK {
		return fmt.Errorf("status %d", res.StatusCode)
	}
	return nil
}

func rawDelete(ctx context.Context, u user) error {
	return do(ctx, "DELETE", "/customers/"+url.PathEscape(u.ID), nil) // want `person deleted by DELETE /api/v1/customers/{customer ID} without`
}

func rawDeleteHere(u user) {
	req, _ := http.NewRequest(http.MethodDelete, fmt.Sprintf("%s/customers/%s", base, url.PathEscape(u.ID)), nil) // want `person deleted by DELETE /api/v1/customers/{customer ID}`
	http.DefaultClient.Do(req)
}

func rawDeleteConstant(ctx context.Context) error {
	return do(ctx, "DELETE", "/customers/u1", nil) // want `person deleted by`
}

func rawEraseConstant(ctx context.Context) {
	if do(ctx, "POST", "/customers/u1/suppress", nil) != nil {
		return
	}
	do(ctx, "DELETE", "/customers/u1", nil)
	do(ctx, "DELETE", "/customers/u2", nil) // want `person deleted by`
}

func rawDevice(ctx context.Context, u user) error {
	return do(ctx, "DELETE", "/customers/"+url.PathEscape(u.ID)+"/devices/d1", nil)
}

func rawErase(ctx context.Context, u user) error {
	id := url.PathEscape(u.ID)
	if err := do(ctx, "POST", "/customers/"+id+"/suppress", nil); err != nil {
		return err
	}
	return do(ctx, "DELETE", "/customers/"+id, nil)
}

func rawEraseElse(ctx context.Context, u, v user) error {
	if err := do(ctx, "POST", "/customers/"+url.PathEscape(v.ID)+"/suppress", nil); err != nil {
		return err
	}
	return do(ctx, "DELETE", "/customers/"+url.PathEscape(u.ID), nil) // want `person deleted by`
}

func rawUnsuppressed(ctx context.Context, u user) error {
	if err := do(ctx, "POST", "/customers/"+url.PathEscape(u.ID)+"/unsuppress", nil); err != nil {
		return err
	}
	return do(ctx, "DELETE", "/customers/"+url.PathEscape(u.ID), nil) // want `person deleted by`
}

func rawThenSDK(ctx context.Context, c *customerio.CustomerIO, u user) error {
	if err := do(ctx, "POST", fmt.Sprintf("/customers/%s/suppress", url.PathEscape(u.ID)), nil); err != nil {
		return err
	}
	return c.DeleteCtx(ctx, u.ID)
}

func forget(ctx context.Context, id string) error {
	return do(ctx, "POST", "/customers/"+url.PathEscape(id)+"/suppress", nil)
}

func rawInHelper(ctx context.Context, c *customerio.CustomerIO, u user) error {
	if err := forget(ctx, u.ID); err != nil {
		return err
	}
	return c.DeleteCtx(ctx, u.ID)
}

func rawInHelperElse(ctx context.Context, c *customerio.CustomerIO, u, v user) error {
	if err := forget(ctx, v.ID); err != nil {
		return err
	}
	return c.DeleteCtx(ctx, u.ID) // want `person deleted by`
}

func entity(action, id string) error {
	b, err := json.Marshal(map[string]any{"type": "person", "action": action, "identifiers": map[string]any{"id": id}})
	if err != nil {
		return err
	}
	res, err := http.Post("https://track.customer.io/api/v2/entity", "application/json", bytes.NewReader(b))
	if err != nil {
		return err
	}
	return res.Body.Close()
}

func entitySuppressed(c *customerio.CustomerIO, u user) error {
	if err := entity("suppress", u.ID); err != nil {
		return err
	}
	return c.Delete(u.ID)
}

func entityIdentified(c *customerio.CustomerIO, u user) error {
	if err := entity("identify", u.ID); err != nil {
		return err
	}
	return c.Delete(u.ID) // want `person deleted by`
}

func batchSuppressed(c *customerio.CustomerIO, u user) error {
	item := map[string]any{"type": "person", "action": "suppress", "identifiers": map[string]any{"id": u.ID}}
	b, err := json.Marshal(map[string]any{"batch": []any{item}})
	if err != nil {
		return err
	}
	if _, err := http.Post("https://track.customer.io/api/v2/batch", "application/json", bytes.NewReader(b)); err != nil {
		return err
	}
	return c.Delete(u.ID)
}

type method string

func (r *remote) call(m method, path string) error {
	u, err := url.JoinPath(r.base, "api/v1", path)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(string(m), u, nil)
	if err != nil {
		return err
	}
	_, err = r.http.Do(req)
	return err
}

type remote struct {
	base string
	http *http.Client
}

func (r *remote) destroy(id string) error {
	return r.call("DELETE", "customers/"+url.PathEscape(id)) // want `person deleted by`
}

func (r *remote) forgetAndDestroy(id string) error {
	if err := r.call("POST", "customers/"+url.PathEscape(id)+"/suppress"); err != nil {
		return err
	}
	return r.call("DELETE", "customers/"+url.PathEscape(id))
}

func (r *remote) suppressByName(id string) error { return r.call("PUT", "people/"+id) }

func (r *remote) destroyElse(id, other string) error {
	r.suppressByName(other)
	return r.call("DELETE", "customers/"+url.PathEscape(id)) // want `person deleted by`
}
