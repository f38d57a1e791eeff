package erasure

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"net/url"

	"github.com/ciolint/ciolint/runtime/erasure"
)

var errUnknown = errors.New("nobody by that name")

func ignored(ctx context.Context, s *service, u user) error {
	_ = s.track.SuppressPerson(ctx, u.ID)
	return s.cio.Delete(u.ID) // want `^person deleted by \(\*customerio.CustomerIO\).Delete although the suppression before may have failed; delete u.ID only after it succeeded, as runtime/erasure does$`
}

func onlyLogged(ctx context.Context, s *service, u user) error {
	if err := s.track.SuppressPerson(ctx, u.ID); err != nil {
		log.Printf("suppression: %v", err)
	}
	return s.cio.Delete(u.ID) // want `although the suppression before may have failed`
}

func onlyLoggedBySlog(ctx context.Context, s *service, u user, l *slog.Logger) error {
	if err := s.track.SuppressPerson(ctx, u.ID); err != nil {
		l.ErrorContext(ctx, "suppression", "error", fmt.Errorf("wrapped: %w", err))
	}
	return s.cio.Delete(u.ID) // want `although the suppression before may have failed`
}

func logged(ctx context.Context, s *service, u user) error {
	if err := s.track.SuppressPerson(ctx, u.ID); err != nil {
		log.Printf("suppression: %v", err)
		return err
	}
	return s.cio.Delete(u.ID)
}

func reportedWithTheOther(ctx context.Context, s *service, u user) error {
	err := s.track.SuppressPerson(ctx, u.ID)
	return errors.Join(err, s.cio.Delete(u.ID)) // want `although the suppression before may have failed`
}

func inElse(ctx context.Context, s *service, u user) (err error) {
	if err = s.track.SuppressPerson(ctx, u.ID); err != nil {
		log.Print(err)
	} else {
		err = s.cio.Delete(u.ID)
	}
	return err
}

func ifNil(ctx context.Context, s *service, u user) error {
	if s.track.SuppressPerson(ctx, u.ID) == nil {
		return s.cio.Delete(u.ID)
	}
	return errUnknown
}

func unlessUnknown(ctx context.Context, s *service, u user) error {
	if err := s.track.SuppressPerson(ctx, u.ID); err != nil && !errors.Is(err, errUnknown) {
		return err
	}
	return s.cio.Delete(u.ID)
}

func bySwitch(ctx context.Context, s *service, u user) error {
	switch err := s.track.SuppressPerson(ctx, u.ID); {
	case err == nil:
	case errors.Is(err, errUnknown):
		log.Print("unknown")
	default:
		return err
	}
	return s.cio.Delete(u.ID)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func byMust(ctx context.Context, s *service, u user) {
	must(s.track.SuppressPerson(ctx, u.ID))
	must(s.cio.Delete(u.ID))
}

func triedThrice(ctx context.Context, s *service, u user) (err error) {
	for range 3 {
		if err = s.track.SuppressPerson(ctx, u.ID); err == nil {
			break
		}
	}
	if err != nil {
		return err
	}
	return s.cio.Delete(u.ID)
}

func triedThriceInVain(ctx context.Context, s *service, u user) error {
	for range 3 {
		if err := s.track.SuppressPerson(ctx, u.ID); err == nil {
			break
		}
	}
	return s.cio.Delete(u.ID) // want `although the suppression before may have failed`
}

func secondChance(ctx context.Context, s *service, u user) error {
	if err := s.track.SuppressPerson(ctx, u.ID); err != nil {
		if err := s.track.SuppressPerson(ctx, u.ID); err != nil {
			return err
		}
	}
	return s.cio.Delete(u.ID)
}

func collected(ctx context.Context, s *service, ids []string) error {
	var errs []error
	for _, id := range ids {
		if err := s.track.SuppressPerson(ctx, id); err != nil {
			errs = append(errs, err)
		}
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	for _, id := range ids {
		s.cio.Delete(id)
	}
	return nil
}

func collectedInVain(ctx context.Context, s *service, ids []string) error {
	var errs []error
	for _, id := range ids {
		if err := s.track.SuppressPerson(ctx, id); err != nil {
			errs = append(errs, err)
		}
	}
	for _, id := range ids {
		s.cio.Delete(id) // want `although the suppression before may have failed`
	}
	return errors.Join(errs...)
}

// hush says nothing if it fails.
func (s *service) hush(ctx context.Context, id string) {
	if err := s.track.SuppressPerson(ctx, id); err != nil {
		log.Print("not suppressed")
	}
}

func throughHush(ctx context.Context, s *service, u user) error {
	s.hush(ctx, u.ID)
	return s.cio.Delete(u.ID) // want `although the suppression before may have failed`
}

// works tells by its result.
func (s *service) works(ctx context.Context, id string) bool {
	if err := s.track.SuppressPerson(ctx, id); err != nil {
		log.Print("not suppressed")
		return false
	}
	return true
}

func throughWorks(ctx context.Context, s *service, u user) error {
	if !s.works(ctx, u.ID) {
		return errUnknown
	}
	return s.cio.Delete(u.ID)
}

func eraserIgnored(ctx context.Context, s *service, e *erasure.Eraser, u user) error {
	e.Erase(ctx, u.ID)
	return s.cio.Delete(u.ID) // want `although the suppression before may have failed`
}

func requestIgnored(s *service, u user) error {
	req, err := http.NewRequest("POST", base+"/customers/"+url.PathEscape(u.ID)+"/suppress", nil)
	if err != nil {
		return err
	}
	http.DefaultClient.Do(req)
	return s.cio.Delete(u.ID) // want `although the suppression before may have failed`
}

func requestSent(s *service, u user) error {
	req, err := http.NewRequest("POST", base+"/customers/"+url.PathEscape(u.ID)+"/suppress", nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return errors.New(resp.Status)
	}
	return s.cio.Delete(u.ID)
}

func inAVariable(ctx context.Context, s *service, u user) (err error) {
	defer func() { log.Print(err) }()
	err = s.track.SuppressPerson(ctx, u.ID)
	if err != nil {
		return
	}
	return s.cio.Delete(u.ID)
}

func kept(ctx context.Context, s *service, u user, r *struct{ err error }) {
	if r.err = s.track.SuppressPerson(ctx, u.ID); r.err != nil {
		return
	}
	r.err = s.cio.Delete(u.ID)
}

func neverEnds(ctx context.Context, s *service, u user) error {
	for i := 0; i < 3; i = 0 {
		if err := s.track.SuppressPerson(ctx, u.ID); err == nil {
			return s.cio.Delete(u.ID)
		}
	}
	return nil
}
