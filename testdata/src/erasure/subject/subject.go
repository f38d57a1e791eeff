// Mode: never.

// Package subject suppresses one person and deletes another one.
package subject

import (
	"context"
	"errors"
	"net/http"
	"net/url"

	"github.com/customerio/go-customerio/v3"
)

type Req struct{ Guardian, Child string }
type People struct {
	HTTP *http.Client
	SDK  *customerio.CustomerIO
}

func (p *People) suppress(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, "POST", "https://track.customer.io/api/v1/customers/"+url.PathEscape(id)+"/suppress", nil)
	if err != nil {
		return err
	}
	res, err := p.HTTP.Do(req)
	if err != nil {
		return err
	}
	res.Body.Close()
	if res.StatusCode != 200 {
		return errors.New(res.Status)
	}
	return nil
}

func (p *People) Wrong(ctx context.Context, r Req) error {
	if err := p.suppress(ctx, r.Guardian); err != nil {
		return err
	}
	return p.SDK.DeleteCtx(ctx, r.Child) // want `person deleted by`
}

func (p *People) WrongPtr(ctx context.Context, r *Req) error {
	if err := p.suppress(ctx, r.Guardian); err != nil {
		return err
	}
	return p.SDK.DeleteCtx(ctx, r.Child) // want `person deleted by`
}

func (p *People) Right(ctx context.Context, r Req) error {
	if err := p.suppress(ctx, r.Child); err != nil {
		return err
	}
	return p.SDK.DeleteCtx(ctx, r.Child)
}

func (p *People) RightLocal(ctx context.Context, r *Req) error {
	child := r.Child
	if err := p.suppress(ctx, child); err != nil {
		return err
	}
	return p.SDK.DeleteCtx(ctx, r.Child)
}

func (p *People) WrongSlice(ctx context.Context, rs []Req) (errs []error) {
	for _, r := range rs {
		if err := p.suppress(ctx, r.Guardian); err != nil {
			errs = append(errs, err)
			continue
		}
		if err := p.SDK.DeleteCtx(ctx, r.Child); err != nil { // want `person deleted by`
			errs = append(errs, err)
		}
	}
	return errs
}

func (p *People) RightSlice(ctx context.Context, rs []Req) (errs []error) {
	for i := range rs {
		if err := p.suppress(ctx, rs[i].Child); err != nil {
			errs = append(errs, err)
			continue
		}
		if err := p.SDK.DeleteCtx(ctx, rs[i].Child); err != nil {
			errs = append(errs, err)
		}
	}
	return errs
}

func (p *People) suppressReq(ctx context.Context, r Req) error { return p.suppress(ctx, r.Guardian) }
func (p *People) remove(ctx context.Context, r Req) error      { return p.SDK.DeleteCtx(ctx, r.Child) } // want `person deleted by`

func (p *People) WrongHelpers(ctx context.Context, r Req) error {
	if err := p.suppressReq(ctx, r); err != nil {
		return err
	}
	return p.remove(ctx, r)
}

func (p *People) suppressReq2(ctx context.Context, r Req) error { return p.suppress(ctx, r.Child) }
func (p *People) remove2(ctx context.Context, r Req) error      { return p.SDK.DeleteCtx(ctx, r.Child) }

func (p *People) RightHelpers(ctx context.Context, r Req) error {
	if err := p.suppressReq2(ctx, r); err != nil {
		return err
	}
	return p.remove2(ctx, r)
}

type Named interface {
	Suppress(ctx context.Context, id string) error
	SuppressAll(ctx context.Context, r Req) error
}

func WrongIface(ctx context.Context, n Named, c *customerio.CustomerIO, r Req) error {
	if err := n.Suppress(ctx, r.Guardian); err != nil {
		return err
	}
	return c.DeleteCtx(ctx, r.Child) // want `person deleted by`
}

func RightIface(ctx context.Context, n Named, c *customerio.CustomerIO, r Req) error {
	if err := n.Suppress(ctx, r.Child); err != nil {
		return err
	}
	return c.DeleteCtx(ctx, r.Child)
}

func RightWhole(ctx context.Context, n Named, c *customerio.CustomerIO, r Req) error {
	if err := n.SuppressAll(ctx, r); err != nil {
		return err
	}
	return c.DeleteCtx(ctx, r.Child)
}

func WrongLookup(ctx context.Context, n Named, c *customerio.CustomerIO, id string) error {
	other, err := find(ctx, id)
	if err != nil {
		return err
	}
	if err := n.Suppress(ctx, id); err != nil {
		return err
	}
	return c.DeleteCtx(ctx, other.ID) // want `person deleted by`
}

type rec struct{ ID string }

var db map[string]*rec

func find(ctx context.Context, id string) (*rec, error) { return db[id], nil }

func eraseBoth[T ~string](ctx context.Context, p *People, a, b T) error {
	if err := p.suppress(ctx, string(a)); err != nil {
		return err
	}
	return p.SDK.DeleteCtx(ctx, string(b)) // want `person deleted by`
}

func eraseOne[T ~string](ctx context.Context, p *People, a T) error {
	if err := p.suppress(ctx, string(a)); err != nil {
		return err
	}
	return p.SDK.DeleteCtx(ctx, string(a))
}

type ID string

func Use(ctx context.Context, p *People, a, b ID) error {
	return errors.Join(eraseBoth(ctx, p, a, b), eraseOne(ctx, p, a))
}

func WrongClosure(ctx context.Context, p *People, r Req) error {
	steps := []func() error{
		func() error { return p.suppress(ctx, r.Guardian) },
		func() error { return p.SDK.DeleteCtx(ctx, r.Child) }, // want `person deleted by`
	}
	for _, s := range steps {
		if err := s(); err != nil {
			return err
		}
	}
	return nil
}

func RightClosure(ctx context.Context, p *People, r Req) error {
	steps := []func() error{
		func() error { return p.suppress(ctx, r.Child) },
		func() error { return p.SDK.DeleteCtx(ctx, r.Child) },
	}
	for _, s := range steps {
		if err := s(); err != nil {
			return err
		}
	}
	return nil
}

type Base struct{ *People }

func (b Base) WrongEmbedded(ctx context.Context, r Req) error {
	if err := b.suppress(ctx, r.Guardian); err != nil {
		return err
	}
	return b.SDK.DeleteCtx(ctx, r.Child) // want `person deleted by`
}
func (b Base) RightEmbedded(ctx context.Context, r Req) error {
	if err := b.suppress(ctx, r.Child); err != nil {
		return err
	}
	return b.SDK.DeleteCtx(ctx, r.Child)
}
