// Mode: never.

// Package erasure deletes people, with and without suppressing them first.
package erasure

import (
	"context"
	"errors"
	"log"

	"github.com/ciolint/ciolint/runtime/erasure"
	analytics "github.com/customerio/cdp-analytics-go"
	customerio "github.com/customerio/go-customerio/v3"
	joeshaw "github.com/joeshaw/customerio"
	mrz "github.com/mrz1836/go-customerio"
)

type user struct {
	ID, Email string
	gone      bool
}

func (u user) GetID() string { return u.ID }

// suppressor is what the program's own client for the Track API has.
type suppressor interface {
	SuppressPerson(ctx context.Context, id string) error
	IsSuppressed(id string) bool
	Suppressed(id string) bool
	Unsuppress(id string) error
}

type service struct {
	cio   *customerio.CustomerIO
	track suppressor
}

func justDeleted(c *customerio.CustomerIO, u user) error {
	return c.Delete(u.ID) // want `^person deleted by \(\*customerio.CustomerIO\).Delete without being suppressed; the next event brings u.ID back: suppress first, as runtime/erasure does$`
}

func justDeletedCtx(ctx context.Context, c *customerio.CustomerIO, id string) {
	defer c.DeleteCtx(ctx, id) // want `person deleted by \(\*customerio.CustomerIO\).DeleteCtx`
}

func otherClients(m *mrz.Client, j *joeshaw.Client, id string) {
	m.DeleteCustomer(id) // want `person deleted by \(\*customerio.Client\).DeleteCustomer`
	j.Delete(id)         // want `person deleted by \(\*customerio.Client\).Delete`
}

func device(c *customerio.CustomerIO, u user) error { return c.DeleteDevice(u.ID, "d1") }

func byTheRuntime(ctx context.Context, e *erasure.Eraser, u user) error { return e.Erase(ctx, u.ID) }

func afterTheRuntime(ctx context.Context, e *erasure.Eraser, c *customerio.CustomerIO, u user) error {
	if err := e.Erase(ctx, u.ID); err != nil {
		return err
	}
	return c.Delete(u.ID)
}

func suppressedFirst(ctx context.Context, s *service, u user) error {
	if err := s.track.SuppressPerson(ctx, u.ID); err != nil {
		return err
	}
	return s.cio.DeleteCtx(ctx, u.ID)
}

func suppressedAfter(ctx context.Context, s *service, u user) error {
	if err := s.cio.Delete(u.ID); err != nil { // want `person deleted by`
		return err
	}
	return s.track.SuppressPerson(ctx, u.ID)
}

func suppressedAtTheEnd(ctx context.Context, s *service, u user) error {
	defer s.track.SuppressPerson(ctx, u.ID)
	return s.cio.Delete(u.ID) // want `person deleted by`
}

func suppressedAtSomeTime(ctx context.Context, s *service, u user) error {
	go s.track.SuppressPerson(ctx, u.ID)
	return s.cio.Delete(u.ID) // want `person deleted by`
}

func deletedAtTheEnd(ctx context.Context, s *service, u user) error {
	defer s.cio.Delete(u.ID) // want `person deleted by \(\*customerio.CustomerIO\).Delete although the suppression before may have failed`
	return s.track.SuppressPerson(ctx, u.ID)
}

func deletedAtTheEndIfSuppressed(ctx context.Context, s *service, u user) error {
	if err := s.track.SuppressPerson(ctx, u.ID); err != nil {
		return err
	}
	defer s.cio.Delete(u.ID)
	return nil
}

func sometimesSuppressed(ctx context.Context, s *service, u user) error {
	if u.gone {
		s.track.SuppressPerson(ctx, u.ID)
	}
	return s.cio.Delete(u.ID) // want `person deleted by`
}

func suppressedEitherWay(ctx context.Context, s *service, u user) error {
	var err error
	if u.gone {
		log.Print("gone")
		err = s.track.SuppressPerson(ctx, u.ID)
	} else {
		err = s.track.SuppressPerson(ctx, u.ID)
	}
	if err != nil {
		return err
	}
	return s.cio.Delete(u.ID)
}

func somebodyElse(ctx context.Context, s *service, u, v user) error {
	s.track.SuppressPerson(ctx, v.ID)
	return s.cio.Delete(u.ID) // want `person deleted by`
}

func otherFieldSuppressed(ctx context.Context, s *service, u user) error {
	s.track.SuppressPerson(ctx, u.Email)
	return s.cio.Delete(u.ID) // want `person deleted by`
}

func askedOrUndone(s *service, u user) error {
	if s.track.IsSuppressed(u.ID) || s.track.Suppressed(u.ID) {
		s.track.Unsuppress(u.ID)
	}
	return s.cio.Delete(u.ID) // want `person deleted by`
}

func byGetter(ctx context.Context, s *service, u *user) error {
	id := u.GetID()
	if err := s.track.SuppressPerson(ctx, id); err != nil {
		return err
	}
	return s.cio.Delete(u.GetID())
}

func byPrefix(ctx context.Context, s *service, u user) error {
	id := "user-" + u.ID
	if err := s.track.SuppressPerson(ctx, id); err != nil {
		return err
	}
	return s.cio.Delete("user-" + u.ID)
}

func byConstant(ctx context.Context, s *service) {
	if err := s.track.SuppressPerson(ctx, "u1"); err != nil {
		return
	}
	s.cio.Delete("u1")
	s.cio.Delete("u2") // want `person deleted by`
}

// suppress takes a whole user.
func (s *service) suppress(u user) error {
	if u.ID == "" {
		return errors.New("nobody")
	}
	return s.track.SuppressPerson(context.Background(), u.ID)
}

func byUser(s *service, u user) error {
	if err := s.suppress(u); err != nil {
		return err
	}
	return s.cio.Delete(u.ID)
}

// block has a name that says nothing: what it does counts.
func (s *service) block(ctx context.Context, id string) error {
	if id == "" {
		return errors.New("nobody")
	}
	return s.track.SuppressPerson(ctx, id)
}

func throughHelper(ctx context.Context, s *service, u user) error {
	if err := s.block(ctx, u.ID); err != nil {
		return err
	}
	return s.cio.Delete(u.ID)
}

// maybe suppresses, or says that it did.
func (s *service) maybe(ctx context.Context, id string, really bool) error {
	if !really {
		return nil
	}
	return s.track.SuppressPerson(ctx, id)
}

func throughHalfHelper(ctx context.Context, s *service, u user) error {
	if err := s.maybe(ctx, u.ID, u.gone); err != nil {
		return err
	}
	return s.cio.Delete(u.ID) // want `person deleted by`
}

// remove is called only after the suppression.
func (s *service) remove(id string) error { return s.cio.Delete(id) }

func suppressAndRemove(ctx context.Context, s *service, u user) error {
	if err := s.track.SuppressPerson(ctx, u.ID); err != nil {
		return err
	}
	return s.remove(u.ID)
}

// drop is called by somebody who forgot, too.
func (s *service) drop(id string) error { return s.cio.Delete(id) } // want `person deleted by`

func suppressAndDrop(ctx context.Context, s *service, u user) error {
	s.track.SuppressPerson(ctx, u.ID)
	return s.drop(u.ID)
}

func onlyDrop(s *service, u user) error { return s.drop(u.ID) }

// Drop may be called from elsewhere.
func (s *service) Drop(id string) error { return s.cio.Delete(id) } // want `person deleted by`

func suppressAndDropAbroad(ctx context.Context, s *service, u user) error {
	s.track.SuppressPerson(ctx, u.ID)
	return s.Drop(u.ID)
}

func retry(f func() error) error {
	for range 3 {
		if f() == nil {
			return nil
		}
	}
	return errors.New("given up")
}

func inLiterals(ctx context.Context, s *service, u user) error {
	if err := retry(func() error { return s.track.SuppressPerson(ctx, u.ID) }); err != nil {
		return err
	}
	return retry(func() error { return s.cio.Delete(u.ID) })
}

func inOneLiteral(s *service, u user) error {
	return retry(func() error { return s.cio.Delete(u.ID) }) // want `person deleted by`
}

func inGoroutine(ctx context.Context, s *service, u user) {
	if err := s.track.SuppressPerson(ctx, u.ID); err != nil {
		return
	}
	go func() { s.cio.Delete(u.ID) }()
}

// deleter hides the SDK.
type deleter interface{ Delete(id string) error }

func throughInterface(d deleter, u user) error {
	return d.Delete(u.ID) // want `person deleted by \(\*customerio.CustomerIO\).Delete`
}

func event(c analytics.Client, u user) error {
	return c.Enqueue(analytics.Track{UserId: u.ID, Event: "User Deleted"}) // want `person deleted by \(analytics.Client\).Enqueue`
}

func otherEvent(c analytics.Client, u user) error {
	return c.Enqueue(analytics.Track{UserId: u.ID, Event: "Order Deleted"})
}

func eventSuppressed(c analytics.Client, u user) error {
	if err := c.Enqueue(analytics.Track{UserId: u.ID, Event: "User Suppressed"}); err != nil {
		return err
	}
	return c.Enqueue(analytics.Track{UserId: u.ID, Event: "User Deleted"})
}

func eventSuppressedElse(c analytics.Client, u, v user) error {
	c.Enqueue(analytics.Track{UserId: v.ID, Event: "User Suppressed"})
	return c.Enqueue(analytics.Track{UserId: u.ID, Event: "User Deleted"}) // want `person deleted by`
}

func send(c analytics.Client, id, name string) error {
	return c.Enqueue(analytics.Track{UserId: id, Event: name})
}

func eventByName(c analytics.Client, u user) {
	send(c, u.ID, "User Created")
	send(c, u.ID, "User Deleted") // want `person deleted by`
}

func eventsByName(c analytics.Client, u user) {
	if err := send(c, u.ID, "User Suppressed"); err != nil {
		return
	}
	send(c, u.ID, "User Deleted")
}

func methodValue(c *customerio.CustomerIO, u user) error {
	del := c.Delete
	return del(u.ID) // want `person deleted by`
}

func methodExpression(c *customerio.CustomerIO, u user) error {
	return (*customerio.CustomerIO).Delete(c, u.ID) // want `person deleted by`
}

func oneAfterTheOther(c *customerio.CustomerIO, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	if err := c.Delete(ids[0]); err != nil { // want `person deleted by`
		return err
	}
	return oneAfterTheOther(c, ids[1:])
}

type people[T ~string] struct{ c *customerio.CustomerIO }

func (p *people[T]) remove(id T) error { return p.c.Delete(string(id)) } // want `person deleted by`

func generic(p *people[string], u user) error { return p.remove(u.ID) }

func eventLater(c analytics.Client, u user, gone bool) error {
	t := analytics.Track{UserId: u.ID, Event: "User Seen"}
	if gone {
		t.Event = "User Deleted"
	}
	return c.Enqueue(t) // want `person deleted by`
}

func idOrEmail(ctx context.Context, s *service, u user) error {
	id := u.ID
	if id == "" {
		id = u.Email
	}
	if err := s.track.SuppressPerson(ctx, id); err != nil {
		return err
	}
	return s.cio.Delete(id)
}
