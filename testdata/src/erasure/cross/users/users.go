// Mode: never.

// Package users erases people with the help of other packages.
package users

import (
	"context"
	"errors"
	"log"

	"erasure/cross/bare"
	"erasure/cross/people"
	"erasure/cross/quiet"

	"github.com/ciolint/ciolint/runtime/erasure"
	customerio "github.com/customerio/go-customerio/v3"
)

func forgottenFirst(ctx context.Context, p *people.Client, c *customerio.CustomerIO, id string) error {
	if err := p.Forget(ctx, id); err != nil {
		return err
	}
	return c.DeleteCtx(ctx, id)
}

func otherForgotten(ctx context.Context, p *people.Client, c *customerio.CustomerIO, id, other string) error {
	if err := p.Forget(ctx, other); err != nil {
		return err
	}
	return c.DeleteCtx(ctx, id) // want `person deleted by \(\*customerio.CustomerIO\).DeleteCtx without`
}

func forgottenByField(ctx context.Context, p *people.Client, c *customerio.CustomerIO, u people.User) error {
	if err := p.ForgetUser(ctx, u); err != nil {
		return err
	}
	return c.DeleteCtx(ctx, u.Email)
}

func forgottenByOtherField(ctx context.Context, p *people.Client, c *customerio.CustomerIO, u people.User) error {
	if err := p.ForgetUser(ctx, u); err != nil {
		return err
	}
	return c.DeleteCtx(ctx, u.ID) // want `person deleted by \(\*customerio.CustomerIO\).DeleteCtx without`
}

func triedToForget(ctx context.Context, p *people.Client, c *customerio.CustomerIO, id string) error {
	p.TryToForget(ctx, id)
	return c.DeleteCtx(ctx, id) // want `although the suppression before may have failed`
}

func forgottenSometimes(ctx context.Context, p *people.Client, c *customerio.CustomerIO, id string) error {
	if err := p.ForgetSome(ctx, id, id != "u1"); err != nil {
		return err
	}
	return c.DeleteCtx(ctx, id) // want `person deleted by \(\*customerio.CustomerIO\).DeleteCtx without`
}

func forgottenInVain(ctx context.Context, p *people.Client, c *customerio.CustomerIO, id string) error {
	_ = p.Forget(ctx, id)
	return c.DeleteCtx(ctx, id) // want `although the suppression before may have failed`
}

func removed(ctx context.Context, p *people.Client, id string) error {
	return p.Remove(ctx, id) // want `^person deleted by \(\*customerio.CustomerIO\).DeleteCtx without being suppressed`
}

func forgottenAndRemoved(ctx context.Context, p *people.Client, id string) error {
	if err := p.Forget(ctx, id); err != nil {
		return err
	}
	return p.Remove(ctx, id)
}

func otherForgottenAndRemoved(ctx context.Context, p *people.Client, id, other string) error {
	if err := p.Forget(ctx, other); err != nil {
		return err
	}
	return p.Remove(ctx, id) // want `person deleted by \(\*customerio.CustomerIO\).DeleteCtx without`
}

// client is what this package needs of the client.
type client interface {
	Forget(ctx context.Context, id string) error
	Remove(ctx context.Context, id string) error
}

func removedBehindInterface(ctx context.Context, c client, id string) error {
	return c.Remove(ctx, id) // want `person deleted by \(\*customerio.CustomerIO\).DeleteCtx without`
}

func erasedBehindInterface(ctx context.Context, c client, id string) error {
	if err := c.Forget(ctx, id); err != nil {
		return err
	}
	return c.Remove(ctx, id)
}

func allRemoved(ctx context.Context, p *people.Client, ids []string) error {
	return errors.Join(p.RemoveAll(ctx, ids)...) // want `person deleted by`
}

func allErased(ctx context.Context, p *people.Client, ids []string) error {
	for _, id := range ids {
		if err := p.Erase(ctx, id); err != nil { // want `^loop around \(\*customerio.CustomerIO\).DeleteCtx stops at the first error`
			return err
		}
	}
	return nil
}

func allErasedWhateverHappens(ctx context.Context, p *people.Client, ids []string) (errs []error) {
	for _, id := range ids {
		if err := p.Erase(ctx, id); err != nil {
			errs = append(errs, err)
		}
	}
	return errs
}

func allErasedByRuntime(ctx context.Context, e *erasure.Eraser, ids []string) error {
	for _, id := range ids {
		if err := e.Erase(ctx, id); err != nil { // want `^loop around \(\*erasure.Eraser\).Erase stops at the first error`
			return err
		}
	}
	return nil
}

func allErasedByRuntimeWhateverHappens(ctx context.Context, e *erasure.Eraser, ids []string) {
	for _, id := range ids {
		if err := e.Erase(ctx, id); err != nil {
			log.Print(err)
		}
	}
}

func warningsSuppressed(ctx context.Context, p *people.Client, c *customerio.CustomerIO, id string) error {
	if err := p.SuppressWarnings(id); err != nil {
		return err
	}
	return c.DeleteCtx(ctx, id) // want `person deleted by \(\*customerio.CustomerIO\).DeleteCtx without`
}

func suppressedByName(ctx context.Context, q *quiet.Client, c *customerio.CustomerIO, id string) error {
	if err := q.SuppressPerson(ctx, id); err != nil {
		return err
	}
	return c.DeleteCtx(ctx, id)
}

func noiseSuppressed(ctx context.Context, q *quiet.Client, c *customerio.CustomerIO, id string) error {
	if q.SuppressNoise(id) {
		return nil
	}
	return c.DeleteCtx(ctx, id) // want `person deleted by \(\*customerio.CustomerIO\).DeleteCtx without`
}

// suppressLogs is about something else, in this package.
func suppressLogs(id string) { log.SetPrefix(id) }

func logsSuppressed(c *customerio.CustomerIO, id string) error {
	suppressLogs(id)
	return c.Delete(id) // want `person deleted by \(\*customerio.CustomerIO\).Delete without`
}

// suppressMail unsubscribes.
func suppressMail(c *customerio.CustomerIO, id string) error {
	return c.Identify(id, map[string]any{"unsubscribed": true})
}

func mailSuppressed(c *customerio.CustomerIO, id string) error {
	if err := suppressMail(c, id); err != nil {
		return err
	}
	return c.Delete(id) // want `person deleted by \(\*customerio.CustomerIO\).Delete without`
}

func barelyRemoved(c *customerio.CustomerIO, id string) error { return bare.Remove(c, id) }
