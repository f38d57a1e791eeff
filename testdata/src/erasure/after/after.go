// Mode: never.

// Package after writes to people whom it has deleted.
package after

import (
	"context"
	"errors"
	"log"
	"net/http"
	"net/url"

	"github.com/customerio/go-customerio/v3"
)

type S struct {
	c   *customerio.CustomerIO
	api *customerio.APIClient
}
type U struct{ ID, Email, Guardian string }

func (s *S) suppress(ctx context.Context, id string) error {
	req, err := http.NewRequestWithContext(ctx, "POST", "https://track.customer.io/api/v1/customers/"+url.PathEscape(id)+"/suppress", nil)
	if err != nil {
		return err
	}
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	res.Body.Close()
	if res.StatusCode != 200 {
		return errors.New(res.Status)
	}
	return nil
}

func (s *S) erase(ctx context.Context, id string) error {
	if err := s.suppress(ctx, id); err != nil {
		return err
	}
	return s.c.DeleteCtx(ctx, id)
}

func (s *S) WrongEvent(ctx context.Context, u U) error {
	if err := s.erase(ctx, u.ID); err != nil {
		return err
	}
	return s.c.TrackCtx(ctx, u.ID, "erased", nil) // want `has deleted that person; the profile comes back, or what is sent is lost`
}

func (s *S) WrongDirect(ctx context.Context, id string) error {
	if err := s.suppress(ctx, id); err != nil {
		return err
	}
	if err := s.c.DeleteCtx(ctx, id); err != nil {
		log.Print("failed")
	}
	return s.c.IdentifyCtx(ctx, id, map[string]any{"unsubscribed": true}) // want `has deleted that person; the profile comes back, or what is sent is lost`
}

func (s *S) WrongMessage(ctx context.Context, u U) error {
	if err := s.erase(ctx, u.ID); err != nil {
		return err
	}
	_, err := s.api.SendEmail(ctx, &customerio.SendEmailRequest{To: u.Email, TransactionalMessageID: "bye", Identifiers: map[string]string{"id": u.ID}}) // want `has deleted that person; the profile comes back, or what is sent is lost`
	return err
}

func (s *S) WrongDefer(ctx context.Context, id string) error {
	defer s.c.TrackCtx(ctx, id, "erased", nil) // want `has deleted that person; the profile comes back, or what is sent is lost`
	return s.erase(ctx, id)
}

func (s *S) note(ctx context.Context, id string) error { return s.c.TrackCtx(ctx, id, "erased", nil) }

func (s *S) WrongHelper(ctx context.Context, id string) error {
	if err := s.erase(ctx, id); err != nil {
		return err
	}
	return s.note(ctx, id) // want `has deleted that person; the profile comes back, or what is sent is lost`
}

func (s *S) RightBefore(ctx context.Context, id string) error {
	if err := s.note(ctx, id); err != nil {
		return err
	}
	return s.erase(ctx, id)
}

func (s *S) RightOther(ctx context.Context, u U) error {
	if err := s.erase(ctx, u.ID); err != nil {
		return err
	}
	return s.note(ctx, u.Guardian)
}

func (s *S) RightFailed(ctx context.Context, u U) error {
	if err := s.erase(ctx, u.ID); err != nil {
		return errors.Join(err, s.c.TrackCtx(ctx, u.ID, "erasure failed", nil))
	}
	return nil
}

func (s *S) RightLoop(ctx context.Context, us []U) (errs []error) {
	for _, u := range us {
		errs = append(errs, s.note(ctx, u.ID))
		errs = append(errs, s.erase(ctx, u.ID))
	}
	return errs
}

func (s *S) RightEither(ctx context.Context, us []U, gone map[string]bool) (errs []error) {
	for _, u := range us {
		if gone[u.ID] {
			errs = append(errs, s.erase(ctx, u.ID))
			continue
		}
		errs = append(errs, s.note(ctx, u.ID))
	}
	return errs
}

func (s *S) RightTwoLoops(ctx context.Context, us []U, gone map[string]bool) (errs []error) {
	for _, u := range us {
		if gone[u.ID] {
			errs = append(errs, s.erase(ctx, u.ID))
		}
	}
	for _, u := range us {
		if !gone[u.ID] {
			errs = append(errs, s.note(ctx, u.ID))
		}
	}
	return errs
}

func (s *S) WrongTwoLoops(ctx context.Context, us []U) (errs []error) {
	for _, u := range us {
		errs = append(errs, s.erase(ctx, u.ID))
	}
	for _, u := range us {
		errs = append(errs, s.note(ctx, u.ID)) // want `has deleted that person; the profile comes back, or what is sent is lost`
	}
	return errs
}

func (s *S) twoFaults(ctx context.Context, ids []string) error {
	for _, id := range ids {
		if err := s.c.DeleteCtx(ctx, id); err != nil { // want `^person deleted by .* without being suppressed; the next event brings id back.* Besides: loop around .* stops at the first error`
			return err
		}
	}
	return nil
}
