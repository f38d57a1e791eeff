package service

import (
	"context"
	"errors"
)

type other struct {
	c   *Client
	off bool
}

func (o *other) block(ctx context.Context, id string) error {
	if o.off || o.c == nil {
		return nil
	}
	return o.c.Suppress(ctx, id)
}

func (o *other) half(ctx context.Context, id string, dry bool) error {
	if dry {
		return nil
	}
	return o.c.Suppress(ctx, id)
}

func erase(ctx context.Context, o *other, id string) error {
	if err := o.block(ctx, id); err != nil {
		return err
	}
	return o.c.cio.DeleteCtx(ctx, id)
}

func halfErase(ctx context.Context, o *other, id string) error {
	if err := o.half(ctx, id, id == ""); err != nil {
		return err
	}
	return o.c.cio.DeleteCtx(ctx, id) // want `without`
}

type job struct {
	UserID string
	Kind   string
}

type worker struct{ c *Client }

func (w worker) Run(ctx context.Context, j job) error {
	switch j.Kind {
	case "forget":
		if err := w.c.Suppress(ctx, j.UserID); err != nil {
			return err
		}
		return w.c.cio.DeleteCtx(ctx, j.UserID)
	case "delete":
		return w.c.cio.DeleteCtx(ctx, j.UserID) // want `without`
	}
	return errors.New("unknown")
}

type eraser interface {
	Suppress(ctx context.Context, id string) error
	Delete(ctx context.Context, id string) error
}

func viaInterface(ctx context.Context, e eraser, ids []string) map[string]error {
	out := make(map[string]error, len(ids))
	for _, id := range ids {
		if err := e.Suppress(ctx, id); err != nil {
			out[id] = err
			continue
		}
		out[id] = e.Delete(ctx, id)
	}
	return out
}

func named(ctx context.Context, c *Client, id string) (err error) {
	defer func() {
		if err != nil {
			err = errors.Join(errors.New("erase"), err)
		}
	}()
	if err = c.Suppress(ctx, id); err != nil {
		return err
	}
	err = c.cio.DeleteCtx(ctx, id)
	return
}

func goroutine(ctx context.Context, c *Client, id string) error {
	errc := make(chan error, 1)
	go func() { errc <- c.Suppress(ctx, id) }()
	if err := <-errc; err != nil {
		return err
	}
	return c.cio.DeleteCtx(ctx, id)
}

func laterOnly(ctx context.Context, c *Client, id string) error {
	go func() { c.Suppress(ctx, id) }()
	return c.cio.DeleteCtx(ctx, id) // want `without`
}
